"""What must always hold of the proposals."""

from collections.abc import Iterator

from portfolio.catalogue.strategy import goals
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _costs(reader: Reader) -> Iterator[Message]:
    """Yield the lines of cost that are below zero."""
    for line in reader.all(CostLine):
        if line.amount < Money(0):
            yield Message(N_("{id}: {amount}"), {"id": line.id, "amount": line.amount})


def _pointing_nowhere(reader: Reader) -> Iterator[Message]:
    """Yield the goals and partners of a proposal that are not there."""
    known = {each.key for each in goals()} | {each.id for each in reader.all(Party)}
    for proposal in reader.all(Proposal):
        for lost in sorted({*proposal.goals, *proposal.partners} - known):
            yield Message(N_("{proposal} points at {id}"), {"proposal": proposal.id, "id": lost})


RULES = (
    Rule(N_("No cost is below zero"), _costs),
    Rule(N_("Every proposal points at goals and partners that are there"), _pointing_nowhere),
)
