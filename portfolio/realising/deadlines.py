"""Which periods a benefit owes a value for, and when each falls due: what was owed stays owed when the plan is changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from portfolio.periods import Period, ended
from portfolio.realising.benefits import Benefit, Rhythm
from portfolio.realising.readings import Reading, before_baseline, holding
from portfolio.realising.standing import Stood

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
    """A period that a benefit owes a value for, from the day after it ended; late from `late_from`.

    `plan_until` is the day on which the plan that asks for it was changed to one that does not.
    """

    benefit: Benefit
    period: Period
    late_from: date
    plan_until: date | None = None

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


def due(
    benefit: Benefit,
    readings: Iterable[Reading],
    *,
    on: date,
    versions: Sequence[Stood] = (),
    released: Collection[Period] = (),
) -> tuple[Due, ...]:
    """Return the ended periods that are asked for, and neither reported nor released, oldest first.

    A reading answers for its own period. Only one from before anything was known of the versions, of a period that no
    version asks for, also answers for those it reaches into: whoever changed the rhythm then does not owe the past anew.
    """
    told = {each.period for each in holding(readings)}
    listed = asked(benefit, told, on=on, versions=versions)
    older = told - {each.period for each in listed}
    known = versions[0].since if versions else on
    return tuple(
        each
        for each in listed
        if each.period not in told
        and each.period not in released
        and not (each.period.until <= known and _meets(each.period, older))
    )


def asked(
    benefit: Benefit, told: Collection[Period], *, on: date, versions: Sequence[Stood] = ()
) -> tuple[Due, ...]:
    """Return the ended periods that a plan asks for, oldest first: each version for those that ended while it stood.

    The present plan also asks for what is past, where no plan before it did and nothing is told of it: a benefit that
    is to be reported from an earlier day, or month by month in a quarter that had not ended.
    """
    earlier = list(_earlier(benefit, versions, on=on))
    since = versions[-1].since if versions else date.min
    taken = [each.period for each in earlier]
    planned = [
        due_for(benefit, period)
        for period in _plan(benefit, on=on)
        if period.until > since or period in told or not _meets(period, [*taken, *told])
    ]
    found = {each.period: each for each in (*earlier, *planned)}
    return tuple(sorted(found.values(), key=lambda each: (each.period.until, each.period.first)))


def coming(benefit: Benefit, *, on: date) -> Due:
    """Return the period that is not over yet, and falls due the day after it ends."""
    return due_for(benefit, Period.holding(max(on, benefit.reported_from), months=MONTHS[benefit.rhythm]))


def due_for(benefit: Benefit, period: Period, *, plan_until: date | None = None) -> Due:
    """Return when a period of a benefit falls due, by how long it is."""
    lasts = next((each for each, months in MONTHS.items() if months == period.months), benefit.rhythm)
    return Due(benefit, period, period.until + GRACE[lasts], plan_until)


def _earlier(benefit: Benefit, versions: Sequence[Stood], *, on: date) -> Iterator[Due]:
    """Yield the periods that ended while an earlier version stood, each asked for by that version."""
    since, now = date.min, set(_plan(benefit, on=on)) if versions else set()
    for before, after in pairwise(versions):
        until = min(after.since, on)
        for period in _plan(before.benefit, on=until):
            if period.until > since:
                yield due_for(benefit, period, plan_until=None if period in now else after.since)
        since = until


def _plan(benefit: Benefit, *, on: date) -> Iterator[Period]:
    """Yield the ended periods that a version asks for by itself; what ended before its baseline cannot be reported."""
    for period in ended(benefit.reported_from, months=MONTHS[benefit.rhythm], on=on):
        if not before_baseline(benefit, period):
            yield period


def _meets(period: Period, others: Iterable[Period]) -> bool:
    return any(period.first < each.until and each.first < period.until for each in others)
