"""One benefit whole: its record, the path it should take, and everything that was reported of it."""

from dataclasses import dataclass
from datetime import date

from portfolio.lookups.benefits import background
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import Due
from portfolio.reports.naming import Naming
from portfolio.reports.realising.changes import Change, changes
from portfolio.reports.realising.letting_off import LetOff, let_off
from portfolio.reports.realising.readings import DueRow, due_row
from portfolio.reports.realising.rows import BenefitRow, ReadingRow, benefit_row, reading_rows
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A point on the path a benefit should follow; `value` is in the benefit's unit."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class BenefitStory:
    """One benefit whole: the record, its project and who owns that, its row, its path, and its readings newest first.

    It is `bound` once it is held to what it says. What is `due` is told again in `owed` as people read it; `let_off` is what it was let off,
    and `changes` stand newest first.
    """

    benefit: Benefit
    project: Proposal
    project_owner: str
    row: BenefitRow
    bound: bool
    path: tuple[Waypoint, ...]
    readings: tuple[ReadingRow, ...]
    due: tuple[Due, ...]
    owed: tuple[DueRow, ...]
    let_off: tuple[LetOff, ...]
    changes: tuple[Change, ...]

    def reading(self, period: Period) -> ReadingRow | None:
        """Return the reading of a period that holds."""
        return next((each for each in self.readings if each.period == period), None)


def benefit_story(reader: Reader, benefit_id: str, *, on: date) -> BenefitStory:
    """Return one benefit with its path and readings."""
    benefit = reader.get(Benefit, benefit_id)
    behind = background(reader, (benefit,))
    project, owed = behind.project(benefit), behind.due(benefit, on=on)
    return BenefitStory(
        benefit=benefit,
        project=project,
        project_owner=behind.names.get(project.owner_person or "", ""),
        row=benefit_row(benefit, behind, on=on),
        bound=behind.bound(benefit, on=on),
        path=_path(benefit),
        readings=tuple(reversed(reading_rows(benefit, behind))),
        due=owed,
        owed=tuple(due_row(each, project, on=on) for each in owed),
        let_off=let_off(reader, (benefit,), behind),
        changes=changes(reader, benefit, behind, naming=Naming(reader)),
    )


def _path(benefit: Benefit) -> tuple[Waypoint, ...]:
    """Return both ends of the path, which is straight; nothing without a baseline."""
    if benefit.baseline is None:
        return ()
    start = benefit.target if benefit.kept_within else benefit.baseline
    return (
        Waypoint(benefit.baseline.on, float(start.value)),
        Waypoint(benefit.target.on, float(benefit.target.value)),
    )
