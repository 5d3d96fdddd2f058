"""One benefit whole: its record, the path it should take, and everything that was reported of it."""

from dataclasses import dataclass
from datetime import date

from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Due, due
from portfolio.reports.realising.benefits import BenefitRow, Known, ReadingRow
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Step:
    """A point on the path a benefit should follow."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class BenefitStory:
    """One benefit whole: the record, its row, its path, its readings newest first, and what is due.

    `keepers` may change it, besides the secretariat.
    """

    benefit: Benefit
    row: BenefitRow
    path: tuple[Step, ...]
    readings: tuple[ReadingRow, ...]
    due: tuple[Due, ...]
    keepers: tuple[str, ...]

    def reading(self, period: Period) -> ReadingRow | None:
        """Return the reading of a period that holds."""
        return next((each for each in self.readings if each.period == period), None)


def benefit_story(reader: Reader, benefit_id: str, *, on: date) -> BenefitStory:
    """Return one benefit with its path and readings."""
    benefit = reader.get(Benefit, benefit_id)
    known = Known(reader, (benefit,))
    readings = known.readings[benefit_id]
    return BenefitStory(
        benefit=benefit,
        row=known.row(benefit, on=on),
        path=_path(benefit),
        readings=tuple(reversed(known.readings_of(benefit))),
        due=due(benefit, readings, on=on),
        keepers=tuple(filter(None, (benefit.owner, known.projects[benefit.proposal].owner_person))),
    )


def _path(benefit: Benefit) -> tuple[Step, ...]:
    if benefit.baseline is None:
        return ()
    return (
        Step(benefit.baseline.on, float(benefit.baseline.value)),
        Step(benefit.target.on, float(benefit.target.value)),
    )
