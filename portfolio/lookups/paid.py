"""What is paid of each project in each year, and the costs that would fall below it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.given import blank
from portfolio.messages import N_, Message
from portfolio.money import NOTHING, Money
from portfolio.objections import Objection, raise_any
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader

Costs = Mapping[tuple[str, int], Money]
"""What projects are to cost, by project and year."""


@dataclass(frozen=True, slots=True)
class Undercut:
    """A cost that would be lowered below what is paid of it; the project by its id, and by what people know it by."""

    proposal: str
    reference: str
    year: int
    paid: Money
    cost: Money

    @property
    def told(self) -> Message:
        """What is paid, and what the cost would be."""
        return Message(
            N_("{paid} is paid in {year}. The cost would be {cost}."),
            {"paid": self.paid, "year": str(self.year), "cost": self.cost},
        )


class BelowPaid(Objection):
    """A cost below what is paid of it, without a word on why."""


def undercut(reader: Reader, costs: Costs, *, coming: Iterable[Entry] = ()) -> tuple[Undercut, ...]:
    """Return the costs that would be lowered, and to less than what is paid of them, in order of project and year.

    One that is below already and is not lowered is let be, and so is one below what is only promised: a promise may lapse.

    Args:
        coming: what is to be entered in the ledger at the same time.
    """
    projects = {proposal for proposal, _ in costs}
    stands = {(each.proposal, each.year): each.amount for each in reader.all(CostLine, proposal=projects)}
    references = {each.id: each.reference for each in reader.all(Proposal, id=projects)}
    paid: Counter[tuple[str, int]] = Counter()
    for entry in (*reader.all(Entry, proposal=projects, stage=Stage.PAID), *coming):
        paid[entry.proposal, entry.year] += entry.amount.ore if entry.stage is Stage.PAID else 0
    return tuple(
        Undercut(
            proposal=place[0],
            reference=references[place[0]],
            year=place[1],
            paid=Money(paid[place]),
            cost=cost,
        )
        for place, cost in sorted(costs.items())
        if cost < min(stands.get(place, NOTHING), Money(paid[place]))
    )


def undercut_of(reader: Reader, proposal: str, costs: tuple[tuple[int, Money], ...]) -> tuple[Undercut, ...]:
    """Return which of these costs of a project, by year, would be lowered below what is paid; a year left out costs nothing."""
    stored = {(proposal, each.year): NOTHING for each in reader.all(CostLine, proposal=proposal)}
    return undercut(reader, {**stored, **{(proposal, year): cost for year, cost in costs}})


def let_undercut(found: Sequence[Undercut], *, reason: str) -> None:
    """Let costs be lowered below what is paid if it is said why.

    Raises:
        BelowPaid: it is not said, for each of them by its field.
    """
    if not blank(reason):
        return
    raise_any(
        [
            BelowPaid(
                N_("{what} Mend the cost, or write why it is less than what is paid."),
                about=f"cost.{each.year}",
                what=each.told,
            )
            for each in found
        ]
    )
