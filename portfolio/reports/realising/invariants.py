"""What must always hold of the readings."""

from collections.abc import Iterator

from portfolio.lookups.benefits import background
from portfolio.messages import N_, Message
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import holding
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _one_for_each_period(reader: Reader) -> Iterator[Message]:
    """Yield each benefit that has a period with two readings, neither of which corrects the other."""
    listed = reader.all(Benefit)
    for id, readings in background(reader, listed).readings.items():
        held = holding(readings)
        if len({each.period for each in held}) != len(held):
            yield Message(N_("Benefit {id} has a period with two"), {"id": id})


RULES = (Rule(N_("A period has one reading that holds"), _one_for_each_period),)
"""What must always hold in this wing."""
