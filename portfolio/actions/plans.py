"""What an upload would do, field by field, before anything is saved."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from portfolio.given import Given
from portfolio.lookups.beyond import Beyond
from portfolio.lookups.paid import Undercut
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.proposals.fields import fields
from portfolio.proposals.intake import CostIn, ProposalIn

COST = "cost"
"""What a change of a cost in a year is called, beside the fields of the rows."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row that would change, from what to what; an amount is of a year, and of a party if any."""

    where: str
    reference: str
    field: str
    before: object
    after: object
    year: int | None = None
    party: str = ""

    @property
    def called(self) -> StrEnum | Message:
        """What people call that which changes: the stage of the money, or the words of the template."""
        return self.field if isinstance(self.field, StrEnum) else Message(_CALLED[self.field])


@dataclass(frozen=True, slots=True)
class Fresh:
    """A proposal that is not stored yet, with what its rows say that it costs and is applied for in all."""

    where: str
    reference: str
    title: str
    owner_party: str
    cost: Money
    applied: Money


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upload would do, before anything is saved.

    `added` and `revised` are the records to write; `fresh` and `changes` are what people read; `faults` stop
    it all. `new`, `changed` and `alike` are the references of the proposals. `asks` are the costs that would be lowered
    below what is paid of them, which need a reason; `beyond` the projects that would be given more than they cost.
    """

    added: tuple[Given, ...] = ()
    revised: tuple[Given, ...] = ()
    changes: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    fresh: tuple[Fresh, ...] = ()
    changed: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    asks: tuple[Undercut, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    faults: tuple[Objection, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.added and not self.revised

    @property
    def digest(self) -> str:
        """The seal on the records to write, for the yes: another as soon as any of them is."""
        sealed = hashlib.sha256()
        for record in (*self.added, *self.revised):
            sealed.update(type(record).__name__.encode() + record.model_dump_json().encode())
        return sealed.hexdigest()


_CALLED: Mapping[str, str] = {COST: N_("Cost")} | {
    each.key: each.on_template for noun in (CostIn, ProposalIn) for each in fields(noun)
}
