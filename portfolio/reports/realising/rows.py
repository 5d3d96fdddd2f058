"""The rows people see: one benefit and how far it has come, and one reading of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

from portfolio.lookups.benefits import Background
from portfolio.messages import Message
from portfolio.periods import Period, day_in_norway
from portfolio.proposals.proposal import Phase
from portfolio.realising.attainment import attainment, expected
from portfolio.realising.benefits import Beneficiary, Benefit, BenefitKind
from portfolio.realising.course import Course, course, lasting
from portfolio.realising.readings import Certainty, Reading, holding


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit and how far it has come. `attainment` None goes with `note`, which says why.

    `expected` is where the path is on the day it is asked. `course` is how it stood on the last day of the latest period
    with a value, as far as that lasts, and `course_on` the day it is of: that one, or the day it is asked where nothing
    lasts; None where it cannot be told. What begins with `first` is by what was first promised, which is today's plan
    where that has not been changed since; a value in another unit is not held to it. `phase` is where the project stands.
    """

    id: str
    proposal: str
    reference: str
    project: str
    phase: Phase
    title: str
    kind: BenefitKind
    beneficiary: Beneficiary
    owner: str
    unit: str
    indicator: str
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal
    target_on: date
    latest: Decimal | None
    latest_period: Period | None
    certainty: Certainty | None
    attainment: float | None
    expected: float | None
    course: Course
    course_on: date | None
    note: Message | str
    due: int
    late: int
    example: bool
    first_baseline: Decimal | None
    first_baseline_on: date | None
    first_target: Decimal
    first_target_on: date
    first_unit: str
    first_attainment: float | None
    first_course: Course

    @property
    def moved(self) -> bool:
        """Whether what the benefit is measured by is another than was first promised."""
        first = (self.first_baseline, self.first_baseline_on, self.first_target, self.first_target_on)
        now = (self.baseline, self.baseline_on, self.target, self.target_on)
        return (*first, self.first_unit) != (*now, self.unit)

    @property
    def stopped(self) -> bool:
        """Whether the project that was to give it is stopped."""
        return self.phase is Phase.STOPPED


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading; `earlier` are those it corrects, the newest first.

    `attainment` is by the plan of today, `attainment_then` by the one that stood when it was reported.
    """

    benefit: str
    title: str
    period: Period
    certainty: Certainty
    value: Decimal | None
    unit: str
    comment: str
    reported_on: date
    by: str
    attainment: float | None
    attainment_then: float | None
    id: str = ""
    earlier: tuple["ReadingRow", ...] = ()


def benefit_row(benefit: Benefit, behind: Background, *, on: date) -> BenefitRow:
    """Return how far a benefit has come by its latest value, and how many periods it owes on the day."""
    held, project = holding(behind.readings[benefit.id]), behind.project(benefit)
    latest = next((each for each in reversed(held) if each.value is not None), None)
    value, then = (latest.value, latest.period.last) if latest else (None, on)
    come, owed = attainment(benefit, value), behind.due(benefit, on=on)
    first, late = behind.promised(benefit), sum(each.late(on=on) for each in owed)
    lasts = partial(lasting, measured=not held or held[-1] is latest, late=late > 0)
    stands = lasts(course(benefit, value, on=then))
    then_held = value if first.unit == benefit.unit else None
    return BenefitRow(
        id=benefit.id,
        proposal=benefit.proposal,
        reference=project.reference,
        project=project.title,
        phase=project.phase,
        title=benefit.title,
        kind=benefit.kind,
        beneficiary=benefit.beneficiary,
        owner=behind.names.get(benefit.owner, ""),
        unit=benefit.unit,
        indicator=benefit.indicator,
        baseline=benefit.baseline.value if benefit.baseline else None,
        baseline_on=benefit.baseline.on if benefit.baseline else None,
        target=benefit.target.value,
        target_on=benefit.target.on,
        latest=value,
        latest_period=latest.period if latest else None,
        certainty=latest.certainty if latest else None,
        attainment=_float(come.part),
        expected=_float(expected(benefit, on=on)),
        course=stands,
        course_on=_of_day(stands, then=then, on=on),
        note=come.why_not or "",
        due=len(owed),
        late=late,
        example=benefit.example,
        first_baseline=first.baseline.value if first.baseline else None,
        first_baseline_on=first.baseline.on if first.baseline else None,
        first_target=first.target.value,
        first_target_on=first.target.on,
        first_unit=first.unit,
        first_attainment=_float(attainment(first, then_held).part),
        first_course=lasts(course(first, then_held, on=then)),
    )


def reading_rows(benefit: Benefit, behind: Background) -> tuple[ReadingRow, ...]:
    """Return the readings of a benefit that hold, oldest period first, each with those it corrects."""
    told = behind.readings[benefit.id]
    by_id = {each.id: each for each in told}
    return tuple(
        _reading_row(benefit, each, behind, earlier=_corrected(each, by_id)) for each in holding(told)
    )


def _corrected(reading: Reading, by_id: Mapping[str, Reading]) -> Iterator[Reading]:
    """Yield what a reading corrects, what that one corrected, and so on."""
    while reading.corrects:
        reading = by_id[reading.corrects]
        yield reading


def _reading_row(
    benefit: Benefit, reading: Reading, behind: Background, *, earlier: Iterable[Reading] = ()
) -> ReadingRow:
    return ReadingRow(
        benefit=benefit.id,
        title=benefit.title,
        period=reading.period,
        certainty=reading.certainty,
        value=reading.value,
        unit=benefit.unit,
        comment=reading.comment,
        reported_on=day_in_norway(reading.at),
        by=behind.names.get(reading.by, ""),
        attainment=_float(attainment(benefit, reading.value).part),
        attainment_then=_float(attainment(behind.stood_at(benefit, reading.at), reading.value).part),
        id=reading.id,
        earlier=tuple(_reading_row(benefit, each, behind) for each in earlier),
    )


def _of_day(stands: Course, *, then: date, on: date) -> date | None:
    """Return the day that a benefit stands so: what a value was last held to is of its own day, what is lacking of today."""
    if stands in (Course.ON_PATH, Course.BEHIND):
        return then
    return on if stands in (Course.OVERDUE, Course.UNMEASURED) else None


def _float(part: Fraction | None) -> float | None:
    return None if part is None else float(part)
