"""The ledger, added to and never overwritten: where every krone stands, and which moves are legal."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.funding.stages import ONWARD, REACHED, Stage
from portfolio.given import Given, Key, OptionalLine
from portfolio.messages import N_
from portfolio.money import Money, total
from portfolio.objections import Objection
from portfolio.periods import Year


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


def number_of(entry: Entry) -> int:
    """Return the number an entry's id ends in: the order in which they were entered."""
    found = re.search(r"\d+$", entry.id)
    return int(found[0]) if found else 0


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in order of their day, and those of one day as they were entered."""
    return tuple(sorted(entries, key=lambda entry: (entry.on, number_of(entry), entry.id)))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the ledger: a project, a party and a budget year."""

    proposal: str
    party: str
    year: int


@dataclass(frozen=True, slots=True)
class Position:
    """What stands at each stage in one place, each krone once."""

    place: Place
    at: Mapping[Stage, Money]

    def reached(self, stage: Stage) -> Money:
        """Return what has come at least this far: paid is also agreed, promised and applied for."""
        return total(self.at.get(each, Money(0)) for each in REACHED[stage])


def positions(entries: Iterable[Entry]) -> tuple[Position, ...]:
    """Return the balance of every place in the ledger, in order of project, party and year."""
    balance: dict[Place, dict[Stage, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        balance[Place(entry.proposal, entry.party, entry.year)][entry.stage] += entry.amount.ore
    return tuple(
        Position(place, {stage: Money(ore) for stage, ore in stages.items()})
        for place, stages in sorted(balance.items())
    )


class MoreThanThereIs(Objection):
    """A move or correction of more than stands there."""


class WrongWay(Objection):
    """A move to a stage that does not follow."""


def move(
    position: Position, amount: Money, *, from_: Stage, to: Stage
) -> tuple[tuple[Stage, Money], tuple[Stage, Money]]:
    """Return the two ledger lines that take an amount onward, minus where it was and plus where it goes.

    Raises:
        WrongWay: the stage does not follow the one it stands at.
        MoreThanThereIs: the amount is not above zero, or more than stands there.
    """
    if to not in ONWARD[from_]:
        raise WrongWay(
            N_("An amount goes from applied to promised, agreed and paid, one step at a time, or lapses."),
            about="to",
        )
    within(amount, position.at.get(from_, Money(0)))
    return (from_, -amount), (to, amount)


def within(amount: Money, there: Money) -> None:
    """Let an amount be taken if it is above zero and no more than stands there.

    Raises:
        MoreThanThereIs: otherwise, with what stands there.
    """
    if amount <= Money(0):
        raise MoreThanThereIs(N_("Write an amount above zero."), about="amount")
    if amount > there:
        raise MoreThanThereIs(
            N_("Only {there} stands there. Write that amount or less."),
            about="amount",
            there=there,
        )
