"""Benefits as people follow them: what is due, how far each has come, and the path it should take."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from portfolio.messages import Message
from portfolio.people import Person
from portfolio.periods import Period
from portfolio.proposals import Proposal
from portfolio.realising.benefits import Beneficiary, Benefit, BenefitKind
from portfolio.realising.readings import Certainty, Due, Reading, due, standing
from portfolio.realising.realisation import attainment, expected
from portfolio.store.database import Reading as Look


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading, with the value it corrects where it does."""

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


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit and how far it has come. `attainment` None goes with `note`, which says why."""

    id: str
    proposal: str
    reference: str
    project: str
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
    note: Message | str
    due: int
    late: int
    example: bool


@dataclass(frozen=True, slots=True)
class BenefitReport:
    """The register: every benefit, and every reading that holds."""

    on: date
    benefits: tuple[BenefitRow, ...]
    readings: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A point on the path a benefit should follow."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class BenefitStory:
    """One benefit whole: the record, its row, its path, its readings newest first, and what is due."""

    benefit: Benefit
    row: BenefitRow
    path: tuple[Step, ...]
    readings: tuple[ReadingRow, ...]
    standing: tuple[Reading, ...]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class MyBenefits:
    """What an owner has to report, the oldest first, and all they own."""

    due: tuple[Due, ...]
    rows: tuple[BenefitRow, ...]


def benefits(look: Look, *, on: date, proposal: str | None = None) -> BenefitReport:
    """Return the register of all projects, or of one."""
    only = {} if proposal is None else {"proposal": proposal}
    listed = look.all(Benefit, **only)
    known = _Known(look, listed)
    return BenefitReport(
        on=on,
        benefits=tuple(known.row(each, on=on) for each in listed),
        readings=tuple(row for each in listed for row in known.readings_of(each)),
    )


def mine(look: Look, *, owner: Person, on: date) -> MyBenefits:
    """Return what a person owns and what of it is due on the day."""
    listed = look.all(Benefit, owner=owner.id)
    known = _Known(look, listed)
    owed = [each for benefit in listed for each in due(benefit, known.readings[benefit.id], on=on)]
    return MyBenefits(
        due=tuple(sorted(owed, key=lambda each: (each.late_from, each.benefit.title))),
        rows=tuple(known.row(each, on=on) for each in listed),
    )


def benefit_story(look: Look, benefit_id: str, *, on: date) -> BenefitStory:
    """Return one benefit with its path and readings."""
    benefit = look.get(Benefit, benefit_id)
    known = _Known(look, (benefit,))
    readings = known.readings[benefit_id]
    return BenefitStory(
        benefit=benefit,
        row=known.row(benefit, on=on),
        path=_path(benefit),
        readings=tuple(reversed(known.readings_of(benefit))),
        standing=standing(readings),
        due=due(benefit, readings, on=on),
    )


class _Known:
    """The readings, projects and owners behind some benefits, read once."""

    def __init__(self, look: Look, listed: Iterable[Benefit]) -> None:
        own = tuple(listed)
        ids = [each.id for each in own]
        self.readings: dict[str, list[Reading]] = defaultdict(list)
        whole = len(ids) > MANY
        for reading in look.all(Reading) if whole else look.all(Reading, benefit=ids):
            self.readings[reading.benefit].append(reading)
        projects = {each.proposal for each in own}
        self.projects: Mapping[str, Proposal] = {
            each.id: each for each in look.all(Proposal) if each.id in projects
        }
        self.names = {each.id: each.name for each in look.all(Person)}

    def row(self, benefit: Benefit, *, on: date) -> BenefitRow:
        """Return how far a benefit has come."""
        holding = standing(self.readings[benefit.id])
        valued = [each for each in holding if each.value is not None]
        latest = valued[-1] if valued else None
        come = attainment(benefit, latest.value if latest else None)
        path = expected(benefit, on=latest.period.last if latest else on)
        owed = due(benefit, holding, on=on)
        return BenefitRow(
            id=benefit.id,
            proposal=benefit.proposal,
            reference=self.projects[benefit.proposal].reference,
            project=self.projects[benefit.proposal].title,
            title=benefit.title,
            kind=benefit.kind,
            beneficiary=benefit.beneficiary,
            owner=self.names.get(benefit.owner, ""),
            unit=benefit.unit,
            indicator=benefit.indicator,
            baseline=benefit.baseline.value if benefit.baseline else None,
            baseline_on=benefit.baseline.on if benefit.baseline else None,
            target=benefit.target.value,
            target_on=benefit.target.on,
            latest=latest.value if latest else None,
            latest_period=latest.period if latest else None,
            certainty=latest.certainty if latest else None,
            attainment=_float(come.part),
            expected=_float(path),
            note=come.why_not or "",
            due=len(owed),
            late=sum(each.late(on=on) for each in owed),
            example=benefit.example,
        )

    def readings_of(self, benefit: Benefit) -> tuple[ReadingRow, ...]:
        """Return the readings that hold, oldest period first."""
        return tuple(
            ReadingRow(
                benefit=benefit.id,
                title=benefit.title,
                period=each.period,
                certainty=each.certainty,
                value=each.value,
                unit=benefit.unit,
                comment=each.comment,
                reported_on=each.at.date(),
                by=self.names.get(each.by, ""),
                attainment=_float(attainment(benefit, each.value).part) if each.value is not None else None,
            )
            for each in standing(self.readings[benefit.id])
        )


MANY = 200
"""From so many benefits on, all readings are read at once instead of by a list of ids."""


def _path(benefit: Benefit) -> tuple[Step, ...]:
    if benefit.baseline is None:
        return ()
    return (
        Step(benefit.baseline.on, float(benefit.baseline.value)),
        Step(benefit.target.on, float(benefit.target.value)),
    )


def _float(part: Fraction | None) -> float | None:
    return None if part is None else float(part)
