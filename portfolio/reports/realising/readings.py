"""What somebody has to report: what is due, what comes next, and the benefits it is due for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portfolio.alphabet import alphabetical
from portfolio.lookups.benefits import Background, background, kept_by
from portfolio.people import Person
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import Due, coming
from portfolio.reports.realising.rows import BenefitRow, benefit_row
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class DueRow:
    """A period of a benefit to report: the last day to do it in time, and how many days ago that was.

    `plan_until` is the day on which the plan that asks for it was changed to one that does not.
    """

    benefit: str
    title: str
    project: str
    unit: str
    period: Period
    deadline: date
    days_late: int
    plan_until: date | None = None


@dataclass(frozen=True, slots=True)
class MyReadings:
    """What somebody has due, the longest late first; what comes next, also when nothing is due; and all they keep."""

    due: tuple[DueRow, ...]
    coming: DueRow | None
    rows: tuple[BenefitRow, ...]

    @property
    def late(self) -> int:
        """How many are past their deadline."""
        return sum(each.days_late > 0 for each in self.due)

    @property
    def example(self) -> bool:
        """Whether any of it is invented."""
        return any(row.example for row in self.rows)


def my_readings(reader: Reader, *, owner: Person, on: date) -> MyReadings:
    """Return what waits for somebody to report on the day."""
    kept = kept_by(reader, owner)
    behind = background(reader, kept)
    owed = [each for benefit in kept for each in behind.due(benefit, on=on)]
    oldest_first = sorted(owed, key=lambda each: (each.late_from, alphabetical(each.benefit.title)))
    return MyReadings(
        due=tuple(due_row(each, behind.project(each.benefit), on=on) for each in oldest_first),
        coming=_next(kept, behind, on=on),
        rows=tuple(benefit_row(each, behind, on=on) for each in kept),
    )


def due_row(due: Due, project: Proposal, *, on: date) -> DueRow:
    """Return what falls due as it stands on the day."""
    return DueRow(
        benefit=due.benefit.id,
        title=due.benefit.title,
        project=project.title,
        unit=due.benefit.unit,
        period=due.period,
        deadline=due.deadline,
        days_late=due.days_late(on=on),
        plan_until=due.plan_until,
    )


def _next(benefits: Iterable[Benefit], behind: Background, *, on: date) -> DueRow | None:
    """Return the period of all these benefits that is over first."""
    first = min((coming(each, on=on) for each in benefits), key=lambda each: each.period.until, default=None)
    return due_row(first, behind.project(first.benefit), on=on) if first else None
