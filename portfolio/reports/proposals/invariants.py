"""What must always hold of the proposals."""

from collections.abc import Iterator

from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _costs(reader: Reader) -> Iterator[Message]:
    for line in reader.all(CostLine):
        if line.amount < Money(0):
            yield Message(N_("{id}: {amount}"), {"id": line.id, "amount": line.amount})


RULES = (Rule(N_("No cost is below zero"), _costs),)
