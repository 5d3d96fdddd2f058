"""How a benefit stands, in words: on the path or not, by which plan, and whether its project is stopped."""

from collections.abc import Iterator

from portfolio.reports.realising.rows import BenefitRow
from portfolio.words import Words


def state(words: Words, row: BenefitRow) -> str:
    """Return how a benefit stands, with the marks that say what that rests on."""
    return " · ".join((_stands(words, row), *_marks(words, row)))


def _stands(words: Words, row: BenefitRow) -> str:
    """Return how it stands, with the day where that is another than the one it is asked: what is expected by now is of today."""
    if row.latest_period is None or row.course_on != row.latest_period.last:
        return words.name(row.course)
    return words("{state} as of {day}", state=row.course, day=words.short_day(row.course_on))


def _marks(words: Words, row: BenefitRow) -> Iterator[str]:
    if row.late:
        yield words("measurement late")
    if row.moved:
        yield words("the plan is moved")
    if row.moved and row.first_course is not row.course:
        yield words("by what was first promised: {state}", state=words.name(row.first_course))
    if row.stopped:
        yield words("the project is stopped")
