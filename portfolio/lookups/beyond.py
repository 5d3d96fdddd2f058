"""What would be contributed beyond what a project costs: not wrong, but worth a second look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.messages import N_, Message
from portfolio.money import NOTHING, Money, total
from portfolio.objections import Objection
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Beyond:
    """A project whose contributions of all years, less what has lapsed, would be more than it costs in all years."""

    reference: str
    given: Money
    cost: Money

    @property
    def told(self) -> Message:
        """What the contributions would come to, and what the project costs."""
        return Message(
            N_("The contributions would come to {given}, and the project costs {cost} in all years."),
            {"given": self.given, "cost": self.cost},
        )


class BeyondCost(Objection):
    """Contributions beyond what the project costs, and nobody has said that it is right."""


def beyond(reader: Reader, coming: Iterable[Entry], *, costs: Iterable[CostLine] = ()) -> tuple[Beyond, ...]:
    """Return the projects that new entries would take beyond their cost, in order of id; none that has no cost yet.

    Args:
        costs: those that are to be kept at the same time, in the place of what is stored.
    """
    added: dict[str, list[Entry]] = {}
    for entry in coming:
        added.setdefault(entry.proposal, []).append(entry)
    more = {proposal: new for proposal, new in added.items() if _standing(new) > NOTHING}
    cost = _costs(reader, more, costs)
    named = {each.id: each.reference for each in reader.all(Proposal, id=list(more))}
    found = (
        Beyond(
            named.get(proposal, proposal),
            _standing((*reader.all(Entry, proposal=proposal), *new)),
            total(cost.get(proposal, {}).values()),
        )
        for proposal, new in sorted(more.items())
    )
    return tuple(each for each in found if NOTHING < each.cost < each.given)


def let_go_beyond(reader: Reader, entry: Entry, *, sure: bool) -> None:
    """Let an entry be added unless it takes its project beyond the cost and nobody is sure.

    Raises:
        BeyondCost: it does.
    """
    for each in () if sure else beyond(reader, (entry,)):
        raise BeyondCost(
            N_(
                "The contributions would come to {given}, and the project costs {cost} in all years. Check the digits, and confirm it if it is right."
            ),
            about="amount",
            given=each.given,
            cost=each.cost,
        )


def _standing(entries: Iterable[Entry]) -> Money:
    """Return what stands of entries, less what has lapsed."""
    return total(each.amount for each in entries if each.stage is not Stage.LAPSED)


def _costs(
    reader: Reader, proposals: Iterable[str], coming: Iterable[CostLine]
) -> Mapping[str, Mapping[str, Money]]:
    """Return what each project is to cost by the id of the line."""
    cost: dict[str, dict[str, Money]] = {}
    for line in (*reader.all(CostLine, proposal=list(proposals)), *coming):
        cost.setdefault(line.proposal, {})[line.id] = line.amount
    return cost
