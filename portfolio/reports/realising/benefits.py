"""Benefits as people follow them: the register, how far each has come, and what is due."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo

from portfolio.messages import Message
from portfolio.people import Person
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.attainment import attainment, expected
from portfolio.realising.benefits import Beneficiary, Benefit, BenefitKind
from portfolio.realising.readings import Certainty, Due, Reading, due, standing
from portfolio.store.reading import Reader

NORWAY = ZoneInfo("Europe/Oslo")
ON_PATH = 0.9
"""A benefit follows its path when it has come at least this part of the way it should have come by now."""


class Course(StrEnum):
    """How a benefit stands against its path; the last two cannot be told."""

    ON_PATH = "on_path"
    BEHIND = "behind"
    UNMEASURED = "unmeasured"
    NO_BASELINE = "no_baseline"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading; `earlier` are those it corrects, the newest first."""

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
    id: str = ""
    earlier: tuple["ReadingRow", ...] = ()


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

    @property
    def course(self) -> Course:
        """How it stands against its path on the last day of the latest measured period."""
        if self.baseline is None:
            return Course.NO_BASELINE
        if self.latest is None or self.expected is None:
            return Course.UNMEASURED
        if self.attainment is None:
            return Course.LEVEL
        planned = (self.expected - float(self.baseline)) / float(self.target - self.baseline)
        return Course.ON_PATH if self.attainment >= planned * ON_PATH else Course.BEHIND


@dataclass(frozen=True, slots=True)
class BenefitReport:
    """The register: every benefit, and every reading that holds."""

    on: date
    benefits: tuple[BenefitRow, ...]
    readings: tuple[ReadingRow, ...]

    def only(
        self,
        *,
        proposal: str | None = None,
        kind: BenefitKind | None = None,
        beneficiary: Beneficiary | None = None,
        course: Course | None = None,
        late: bool = False,
    ) -> tuple[BenefitRow, ...]:
        """Return the benefits that are all this, those of one kind together."""
        order = list(BenefitKind)
        found = (
            row
            for row in self.benefits
            if proposal in (None, row.proposal)
            and kind in (None, row.kind)
            and beneficiary in (None, row.beneficiary)
            and course in (None, row.course)
            and (row.late or not late)
        )
        return tuple(sorted(found, key=lambda row: (order.index(row.kind), row.reference, row.id)))


@dataclass(frozen=True, slots=True)
class MyBenefits:
    """What an owner has to report, the oldest first, and all they own."""

    due: tuple[Due, ...]
    rows: tuple[BenefitRow, ...]


def benefits(reader: Reader, *, on: date, proposal: str | None = None) -> BenefitReport:
    """Return the register of all projects, or of one."""
    only = {} if proposal is None else {"proposal": proposal}
    listed = reader.all(Benefit, **only)
    known = Known(reader, listed)
    return BenefitReport(
        on=on,
        benefits=tuple(known.row(each, on=on) for each in listed),
        readings=tuple(row for each in listed for row in known.readings_of(each)),
    )


def kept_by(reader: Reader, person: Person) -> tuple[Benefit, ...]:
    """Return the benefits a person owns, and those of the projects they own."""
    projects = [each.id for each in reader.all(Proposal, owner_person=person.id)]
    kept = {each.id: each for each in reader.all(Benefit, owner=person.id)}
    kept |= {each.id: each for each in reader.all(Benefit, proposal=projects)}
    return tuple(kept[id] for id in sorted(kept))


def mine(reader: Reader, *, owner: Person, on: date) -> MyBenefits:
    """Return what a person keeps and what of it is due on the day."""
    listed = kept_by(reader, owner)
    known = Known(reader, listed)
    owed = [each for benefit in listed for each in due(benefit, known.readings[benefit.id], on=on)]
    return MyBenefits(
        due=tuple(sorted(owed, key=lambda each: (each.late_from, each.benefit.title))),
        rows=tuple(known.row(each, on=on) for each in listed),
    )


class Known:
    """The readings, projects and owners behind some benefits, read once for all of them."""

    def __init__(self, reader: Reader, listed: Iterable[Benefit]) -> None:
        own = tuple(listed)
        ids = [each.id for each in own]
        self.readings: dict[str, list[Reading]] = defaultdict(list)
        whole = len(ids) > MANY
        for reading in reader.all(Reading) if whole else reader.all(Reading, benefit=ids):
            self.readings[reading.benefit].append(reading)
        projects = {each.proposal for each in own}
        self.projects: Mapping[str, Proposal] = {
            each.id: each for each in reader.all(Proposal) if each.id in projects
        }
        self.names = {each.id: each.name for each in reader.all(Person)}

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
        told = self.readings[benefit.id]
        by_id = {each.id: each for each in told}
        return tuple(
            self._reading(benefit, each, earlier=tuple(_corrected(each, by_id))) for each in standing(told)
        )

    def _reading(self, benefit: Benefit, each: Reading, *, earlier: Iterable[Reading] = ()) -> ReadingRow:
        come = attainment(benefit, each.value) if each.value is not None else None
        return ReadingRow(
            benefit=benefit.id,
            title=benefit.title,
            period=each.period,
            certainty=each.certainty,
            value=each.value,
            unit=benefit.unit,
            comment=each.comment,
            reported_on=each.at.astimezone(NORWAY).date(),
            by=self.names.get(each.by, ""),
            attainment=_float(come.part) if come else None,
            id=each.id,
            earlier=tuple(self._reading(benefit, one) for one in earlier),
        )


def _corrected(reading: Reading, by_id: Mapping[str, Reading]) -> Iterator[Reading]:
    """Yield what a reading corrects, what that one corrected, and so on."""
    while reading.corrects:
        reading = by_id[reading.corrects]
        yield reading


MANY = 200
"""From so many benefits on, all readings are read at once instead of by a list of ids."""


def _float(part: Fraction | None) -> float | None:
    return None if part is None else float(part)
