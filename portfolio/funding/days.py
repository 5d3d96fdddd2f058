"""Where the ledger stood on each day: an amount goes onward no earlier than it came to where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.periods import EARLIEST


@dataclass(frozen=True, slots=True)
class Short:
    """The first day on which less than nothing stood at a stage of a place, and how much."""

    place: Place
    stage: Stage
    on: date
    amount: Money


def there_since(entries: Iterable[Entry], stage: Stage, amount: Money) -> date | None:
    """Return the day from which this much has stood at a stage without a break; None where it does not stand there now.

    Args:
        entries: all of one place.
    """
    since: date | None = EARLIEST if amount <= Money(0) else None
    for day, ore in _daily(entries).get(stage, {}).items():
        since = None if ore < amount.ore else since or day
    return since


def shorts(entries: Iterable[Entry]) -> Iterator[Short]:
    """Yield each stage of a place at which less than nothing stood on some day, in order of place."""
    gathered: dict[Place, list[Entry]] = defaultdict(list)
    for entry in entries:
        gathered[Place(entry.proposal, entry.party, entry.year)].append(entry)
    for place, of_place in sorted(gathered.items()):
        for stage, days in _daily(of_place).items():
            first = next(((day, ore) for day, ore in days.items() if ore < 0), None)
            if first:
                yield Short(place, stage, first[0], Money(first[1]))


def _daily(entries: Iterable[Entry]) -> Mapping[Stage, Mapping[date, int]]:
    """Return the øre at each stage at the end of each day on which it changed, the days in order.

    A correction counts from the day of what it corrects: what was entered wrong was never so.
    """
    listed = list(entries)
    days = {entry.id: entry.on for entry in listed}
    changed: dict[Stage, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for entry in listed:
        changed[entry.stage][days.get(entry.corrects, entry.on)] += entry.amount.ore
    return {
        stage: dict(zip(sorted(by_day), accumulate(by_day[day] for day in sorted(by_day)), strict=True))
        for stage, by_day in changed.items()
    }
