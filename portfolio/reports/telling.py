"""What stands in a field of a record, as people read it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from portfolio.given import Given
from portfolio.messages import N_, Message
from portfolio.reports.labels import LABELS
from portfolio.reports.naming import Naming, pointing

EMPTY = Message(N_("(empty)"))
"""What is told where nothing stands."""
COUNTED = {"inhabitants"}
"""Whole numbers that are written with a space between the thousands, as a year is not."""


def told(naming: Naming, record: Given | None, field: str) -> object:
    """Return what stands in a field as `words` puts it: names for ids, and a list as a tuple."""
    value = getattr(record, field, None)
    if record is None or value is None or value in ("", ()):
        return EMPTY
    if pointing(type(record), field):
        called: Callable[[str], object] = lambda id: naming.pointed_at(record, field, id)  # noqa: E731
        return tuple(map(called, value)) if isinstance(value, tuple) else called(value)
    if field in COUNTED:
        return Decimal(value)
    return _whole(value) if isinstance(value, Given) else value


def in_parts(was: object, now: object) -> bool:
    """Say whether a record inside another is told field by field: where its fields are called something."""
    kinds = {type(each) for each in (was, now) if each is not None}
    return len(kinds) == 1 and kinds <= LABELS.keys()


def _whole(value: Any) -> object:
    """Return a record inside another as it explains itself."""
    return value.explained() if hasattr(value, "explained") else str(value)
