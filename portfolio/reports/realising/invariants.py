"""What must always hold of the readings."""

from collections.abc import Iterator

from portfolio.messages import N_, Message
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading, standing
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _readings(reader: Reader) -> Iterator[Message]:
    readings: dict[str, list[Reading]] = {}
    for reading in reader.all(Reading):
        readings.setdefault(reading.benefit, []).append(reading)
    for benefit in reader.all(Benefit):
        holding = standing(readings.get(benefit.id, []))
        if len({each.period for each in holding}) != len(holding):
            yield Message(N_("Benefit {id} has a period with two"), {"id": benefit.id})


RULES = (Rule(N_("A period has one reading that holds"), _readings),)
