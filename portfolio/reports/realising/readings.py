"""What is to be reported: what waits for an owner, and all that somebody must see to report one period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.messages import N_
from portfolio.people import Person
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.attainment import expected
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Due, coming, due_for
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import BenefitRow, ReadingRow, kept_by, mine
from portfolio.store.reading import Missing, Reader


@dataclass(frozen=True, slots=True)
class Owed:
    """A period of a benefit: the last day to report it in time, and how many days ago that was."""

    benefit: str
    title: str
    project: str
    unit: str
    period: Period
    deadline: date
    days_late: int


@dataclass(frozen=True, slots=True)
class Measuring:
    """What an owner owes, the late first; what comes next when nothing is owed; and all they own."""

    owed: tuple[Owed, ...]
    late: int
    coming: Owed | None
    rows: tuple[BenefitRow, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class ToMeasure:
    """One period of a benefit: the value before it, what the path expects of it, and what is reported of it.

    `keepers` may report it, besides the secretariat.
    """

    benefit: Benefit
    owed: Owed
    before: ReadingRow | None
    expected: float | None
    there: ReadingRow | None
    keepers: tuple[str, ...]


def measuring(reader: Reader, *, owner: Person, on: date) -> Measuring:
    """Return what waits for somebody to report on the day."""
    own, projects = mine(reader, owner=owner, on=on), {each.id: each for each in reader.all(Proposal)}
    owed = tuple(_owed(each, projects[each.benefit.proposal], on=on) for each in own.due)
    return Measuring(
        owed=owed,
        late=sum(each.days_late > 0 for each in owed),
        coming=_next(kept_by(reader, owner), projects, on=on),
        rows=own.rows,
        example=any(row.example for row in own.rows),
    )


def to_measure(reader: Reader, benefit_id: str, period: str, *, on: date) -> ToMeasure:
    """Return what somebody must see to report a period, given by its key, or to correct it.

    Raises:
        Missing: the benefit is not there, or the period is neither owed nor reported.
    """
    story, benefit = benefit_story(reader, benefit_id, on=on), reader.get(Benefit, benefit_id)
    reported = (due_for(benefit, row.period) for row in story.readings)
    chosen = next((each for each in (*story.due, *reported) if each.period.key == period), None)
    if chosen is None:
        raise Missing(N_("The period is not there to report. Choose one from the list."))
    path = expected(benefit, on=chosen.period.last)
    return ToMeasure(
        benefit=benefit,
        owed=_owed(chosen, reader.get(Proposal, benefit.proposal), on=on),
        before=_before(story.readings, chosen.period),
        expected=None if path is None else float(path),
        there=story.reading(chosen.period),
        keepers=story.keepers,
    )


def _owed(due: Due, project: Proposal, *, on: date) -> Owed:
    return Owed(
        benefit=due.benefit.id,
        title=due.benefit.title,
        project=project.title,
        unit=due.benefit.unit,
        period=due.period,
        deadline=due.deadline,
        days_late=due.days_late(on=on),
    )


def _next(benefits: Iterable[Benefit], projects: Mapping[str, Proposal], *, on: date) -> Owed | None:
    """Return the period of all these benefits that is over first."""
    next_ones = sorted((coming(each, on=on) for each in benefits), key=lambda each: each.period.until)
    return next((_owed(each, projects[each.benefit.proposal], on=on) for each in next_ones), None)


def _before(readings: Iterable[ReadingRow], period: Period) -> ReadingRow | None:
    """Return the last value before a period; the readings come newest first."""
    return next((each for each in readings if each.value is not None and each.period < period), None)
