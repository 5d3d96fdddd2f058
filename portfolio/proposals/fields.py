"""A field as people meet it, declared once beside what it holds, and read by every door that asks for it or shows it."""

from dataclasses import KW_ONLY, dataclass, replace
from enum import StrEnum

from portfolio.given import Given


class Kind(StrEnum):
    """What a field asks for. Each door has one way with each kind."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    YEAR = "year"
    MONEY = "money"
    PHASE = "phase"
    GOALS = "goals"
    OWNER = "owner"
    """One body that answers alone, so never the municipalities together."""
    PARTY = "party"
    PARTIES = "parties"
    PARTY_KIND = "party_kind"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Field:
    """What a field is called, what to write there, and what kind of field it is.

    It is declared as `Annotated[Line, Field(N_("Title"), ...)]`; `key` and `required` are then read from the record.
    """

    name: str
    hint: str = ""
    kind: Kind = Kind.LINE
    _: KW_ONLY
    heading: str = ""
    """What the template calls it, where that is something else."""
    label: str = ""
    """What the form calls it, where that is something else."""
    help: str = ""
    """What the form explains."""
    width: float = 18
    """How wide its column of the template is, in characters."""
    fixed: bool = False
    """Whether it is only asked for while the record is new."""
    page: bool = True
    """Whether the page lists it."""
    key: str = ""
    required: bool = False

    @property
    def on_template(self) -> str:
        """What the template calls it."""
        return self.heading or self.name

    @property
    def on_form(self) -> str:
        """What the form calls it."""
        return self.label or self.name


def fields(noun: type[Given]) -> tuple[Field, ...]:
    """Return the fields of a record that people are asked for, in the order they are declared.

    >>> from typing import Annotated
    >>> class Note(Given):
    ...     id: str
    ...     text: Annotated[str, Field("What happened")]
    >>> [(field.key, field.name, field.required) for field in fields(Note)]
    [('text', 'What happened', True)]
    """
    return tuple(
        replace(declared, key=key, required=info.is_required())
        for key, info in noun.model_fields.items()
        for declared in info.metadata
        if isinstance(declared, Field)
    )


def named(record: Given, field: Field) -> tuple[str, ...]:
    """Return the ids of the bodies, or of the person, that a field of a record names."""
    if field.kind not in (Kind.OWNER, Kind.PARTY, Kind.PARTIES, Kind.PERSON):
        return ()
    held = getattr(record, field.key)
    return (held,) if isinstance(held, str) else tuple(held or ())
