"""Which periods a benefit owes a value for, and when each falls due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio.periods import Period, ended
from portfolio.realising.benefits import Benefit, Rhythm
from portfolio.realising.readings import Reading, before_baseline, holding

MONTHS: Mapping[Rhythm, int] = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12}
GRACE: Mapping[Rhythm, timedelta] = {
    Rhythm.MONTHLY: timedelta(days=5),
    Rhythm.QUARTERLY: timedelta(days=7),
    Rhythm.YEARLY: timedelta(days=10),
}
"""How long after the period's end a reading is due before it is late.

These days are our own choice and stand in no rule; the secretariat may have others. A longer period has more to be
gathered, and so more days. Fewer days call late what is only on its way, more days let a missing value go unseen.
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A period that a benefit owes a value for, from the day after it ended; late from `late_from`."""

    benefit: Benefit
    period: Period
    late_from: date

    @property
    def deadline(self) -> date:
        """The last day on which it is in time."""
        return self.late_from - timedelta(days=1)

    def late(self, *, on: date) -> bool:
        """Say whether the grace has run out."""
        return on >= self.late_from

    def days_late(self, *, on: date) -> int:
        """Return how many days the deadline is past; none while it is not."""
        return max((on - self.deadline).days, 0)


def due(benefit: Benefit, readings: Iterable[Reading], *, on: date) -> tuple[Due, ...]:
    """Return the ended periods that no reading speaks of, from the first reported one, oldest first.

    A period that ends before the baseline is not owed, since it cannot be reported. Nor is one that a reading
    of another length reaches into: whoever changes the rhythm does not owe the past anew.
    """
    told = [each.period for each in holding(readings)]
    return tuple(
        due_for(benefit, period)
        for period in ended(benefit.reported_from, months=MONTHS[benefit.rhythm], on=on)
        if not before_baseline(benefit, period) and not any(_meet(period, each) for each in told)
    )


def coming(benefit: Benefit, *, on: date) -> Due:
    """Return the period that is not over yet, and falls due the day after it ends."""
    return due_for(benefit, Period.holding(max(on, benefit.reported_from), months=MONTHS[benefit.rhythm]))


def due_for(benefit: Benefit, period: Period) -> Due:
    """Return when a period of a benefit falls due."""
    return Due(benefit, period, period.until + GRACE[benefit.rhythm])


def _meet(one: Period, other: Period) -> bool:
    return one.first < other.until and other.first < one.until
