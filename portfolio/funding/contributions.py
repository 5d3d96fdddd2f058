"""What parties contribute: entries in a ledger that is added to and never overwritten."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from portfolio.given import Given, Key, OptionalLine
from portfolio.money import Money
from portfolio.periods import Year


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
