"""One period of a benefit: all that somebody must see to report it, or to correct what is reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portfolio.messages import N_
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.attainment import expected
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import due_for
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.letting_off import LetOff
from portfolio.reports.realising.readings import DueRow, due_row
from portfolio.reports.realising.rows import ReadingRow
from portfolio.store.reading import Missing, Reader


@dataclass(frozen=True, slots=True)
class ToReport:
    """One period of a benefit: the value before it, what the path expects of it, what is reported of it, and that it was let off."""

    benefit: Benefit
    project: Proposal
    due: DueRow
    before: ReadingRow | None
    expected: float | None
    there: ReadingRow | None
    let_off: LetOff | None


def to_report(reader: Reader, benefit_id: str, period: str, *, on: date) -> ToReport:
    """Return what somebody must see to report a period, given by its key, or to correct it.

    Raises:
        Missing: the benefit is not there, or the period is neither due, let off nor reported.
    """
    story = benefit_story(reader, benefit_id, on=on)
    periods = (*(row.period for row in story.readings), *(row.period for row in story.let_off))
    others = (due_for(story.benefit, each) for each in periods)
    chosen = next((each for each in (*story.due, *others) if each.period.key == period), None)
    if chosen is None:
        raise Missing(N_("The period is not there to report. Choose one from the list."))
    path = expected(story.benefit, on=chosen.period.last)
    return ToReport(
        benefit=story.benefit,
        project=story.project,
        due=due_row(chosen, story.project, on=on),
        before=_before(story.readings, chosen.period),
        expected=None if path is None else float(path),
        there=story.reading(chosen.period),
        let_off=next((each for each in story.let_off if each.period == chosen.period), None),
    )


def _before(readings: Iterable[ReadingRow], period: Period) -> ReadingRow | None:
    """Return the last value before a period; the readings come newest first."""
    return next((each for each in readings if each.value is not None and each.period < period), None)
