"""From what stands in a form's fields to a valid record, or to what each field lacks."""

from collections.abc import Mapping
from typing import TypeVar

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
    if error.get("input") in (None, "", ()):
        return NotFilledIn(N_("Fill this in."), about=about)
    return NotFilledIn(N_("This cannot be used. Check what stands here."), about=about)
