"""What has been changed of a benefit: old beside new, who did it, when and why, and how far it had come by each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from portfolio.lookups.benefits import Background
from portfolio.messages import N_, Message
from portfolio.realising.attainment import attainment
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import holding
from portfolio.reports.differing import Difference, differences
from portfolio.reports.naming import Naming
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a benefit: each field that differs, and what the latest value comes to by the plan before and after."""

    at: datetime
    by: str
    reason: str
    fields: tuple[Difference, ...]
    attained_before: float | None
    attained_after: float | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field of a benefit that was changed."""

    benefit: str
    title: str
    at: datetime
    by: str
    reason: str
    field: Message
    was: Message
    now: Message
    attained_before: float | None
    attained_after: float | None


def changes(reader: Reader, benefit: Benefit, behind: Background, *, naming: Naming) -> tuple[Change, ...]:
    """Return what has been changed of a benefit, the newest first."""
    values = [each.value for each in holding(behind.readings[benefit.id]) if each.value is not None]
    latest = values[-1] if values else None
    found = (
        Change(
            at=after.at,
            by=behind.names.get(after.by, ""),
            reason=after.reason,
            fields=differences(reader, before.benefit, after.benefit, naming=naming),
            attained_before=_attained(before.benefit, latest, unit=benefit.unit),
            attained_after=_attained(after.benefit, latest, unit=benefit.unit),
        )
        for before, after in pairwise(behind.versions.get(benefit.id, ()))
    )
    return tuple(reversed(tuple(found)))


def change_rows(
    reader: Reader, benefit: Benefit, behind: Background, *, naming: Naming
) -> Iterator[ChangeRow]:
    """Yield the same field by field, for a sheet."""
    for each in changes(reader, benefit, behind, naming=naming):
        for differs in each.fields:
            yield ChangeRow(
                benefit=benefit.id,
                title=benefit.title,
                at=each.at,
                by=each.by,
                reason=each.reason,
                field=differs.label,
                was=_written(differs.was),
                now=_written(differs.now),
                attained_before=each.attained_before,
                attained_after=each.attained_after,
            )


def _attained(benefit: Benefit, value: Decimal | None, *, unit: str) -> float | None:
    """Return how far a value had come by an earlier plan; nothing where that is in another unit than the value."""
    part = attainment(benefit, value if benefit.unit == unit else None).part
    return None if part is None else float(part)


def _written(value: object) -> Message:
    """Return what stands in a field as text in the reader's language, since a column of a sheet holds one kind of thing."""
    return Message(N_("{value}"), {"value": value})
