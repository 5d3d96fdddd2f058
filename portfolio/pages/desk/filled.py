"""From what stands in a form's fields to a valid record, or to what each field lacks."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection, Objections

G = TypeVar("G", bound=Given)


class NotFilledIn(Objection):
    """A field that lacks something, or holds what it cannot."""


def made(noun: type[G], fields: Mapping[str, object]) -> G:
    """Return the record that the fields make.

    Raises:
        Objections: what each field lacks, by its name.
    """
    try:
        return noun.model_validate(dict(fields))
    except ValidationError as wrong:
        raise Objections([_objection(each) for each in wrong.errors()]) from wrong


def _objection(error: ErrorDetails) -> Objection:
    about = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] in ("string_too_long", "too_long"):
        return NotFilledIn(N_("This is too long. Shorten it."), about=about)
    if error["type"] == "string_too_short" or error.get("input") in (None, "", ()):
        return NotFilledIn(N_("Fill this in."), about=about)
    return NotFilledIn(N_("This cannot be used. Check what stands here."), about=about)


def as_kept(value: Any) -> str | None:
    """Return a field's value as a draft keeps it: text, a list on lines of its own, nothing as None."""
    if value is None or (isinstance(value, str) and not isinstance(value, StrEnum)):
        return value
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "value", getattr(value, "id", value)))


def told(raw: Any, written: Callable[[Any], str]) -> str:
    """Return a stored value as people read it: by the name its option has, or a dash where there is none."""
    if raw is None or raw in ("", []):
        return "–"
    return ", ".join(map(written, raw)) if isinstance(raw, list) else written(as_kept(raw))
