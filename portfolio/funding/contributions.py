"""What parties contribute: entries in a ledger that is added to and never overwritten."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from portfolio.given import Given, Key, OptionalLine
from portfolio.money import Money
from portfolio.proposals import Year


class Stage(StrEnum):
    """How far an amount has come. Every krone stands at exactly one stage."""

    APPLIED = "applied"
    PROMISED = "promised"
    AGREED = "agreed"
    PAID = "paid"
    LAPSED = "lapsed"


REACHED: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.APPLIED: tuple(Stage),
    Stage.PROMISED: (Stage.PROMISED, Stage.AGREED, Stage.PAID),
    Stage.AGREED: (Stage.AGREED, Stage.PAID),
    Stage.PAID: (Stage.PAID,),
    Stage.LAPSED: (Stage.LAPSED,),
}
"""An amount that is paid has also been applied for, promised and agreed."""

ONWARD: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.APPLIED: (Stage.PROMISED, Stage.LAPSED),
    Stage.PROMISED: (Stage.AGREED, Stage.LAPSED),
    Stage.AGREED: (Stage.PAID, Stage.LAPSED),
    Stage.PAID: (),
    Stage.LAPSED: (),
}
"""Where an amount may go from here."""

JOINT = "kommunene"
"""The party id of a project's municipalities taken together; the sharing key says who they are."""


class Entry(Given):
    """One line of the ledger: an amount put at a stage, or taken from it when negative.

    A new contribution is one entry; a move is two with the same `move`, minus at the old stage and plus at
    the new; a correction is an entry that names what it `corrects`.
    """

    id: Key
    proposal: Key
    party: Key
    year: Year
    stage: Stage
    amount: Money
    on: date
    note: OptionalLine = ""
    move: OptionalLine = ""
    corrects: OptionalLine = ""


def entry_id(proposal: str, number: int) -> str:
    """Return the stable id of a project's ledger line with this number, counted from 1."""
    return f"bidrag:{proposal}.{number}"


class Sharing(Given):
    """How a project's municipalities share what they contribute together.

    By inhabitants on `on`, among `members` (party ids); the øre left over go by largest remainder, and
    among equal remainders to the lowest municipality number.
    """

    id: Key
    proposal: Key
    on: date
    members: tuple[Key, ...] = Field(min_length=1)
    revision: int = 1

    @model_validator(mode="after")
    def _each_once(self) -> "Sharing":
        if len(set(self.members)) != len(self.members):
            raise ValueError("a municipality is named twice")
        return self
