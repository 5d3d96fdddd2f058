"""How a benefit stands, in words: on the path or not, by which plan, and whether its project is stopped."""

from collections.abc import Iterator

from portfolio.reports.realising.rows import BenefitRow
from portfolio.words import Words


def state(words: Words, row: BenefitRow) -> str:
    """Return how a benefit stands, with the marks that say what that rests on."""
    return " · ".join((words.name(row.course), *_marks(words, row)))


def _marks(words: Words, row: BenefitRow) -> Iterator[str]:
    if row.late:
        yield words("measurement late")
    if row.moved:
        yield words("the plan is moved")
    if row.moved and row.first_course is not row.course:
        yield words("by what was first promised: {state}", state=words.name(row.first_course))
    if row.stopped:
        yield words("the project is stopped")
