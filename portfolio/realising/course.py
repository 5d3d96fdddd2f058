"""How a benefit stands against the path it should follow."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from portfolio.realising.attainment import attainment, expected
from portfolio.realising.benefits import Benefit

FAR_ENOUGH = Fraction(9, 10)
"""A benefit follows its path when it has come at least this part of the way it should have come by now.

Nine tenths is our own choice and stands in no rule; the council may have another. Nearer to one, an ordinary bad
month is called behind; further from one, a benefit slips for longer before anybody is told.
"""


class Course(StrEnum):
    """How a benefit stands against its path; the last two cannot be told."""

    ON_PATH = "on_path"
    BEHIND = "behind"
    OVERDUE = "overdue"
    UNMEASURED = "unmeasured"
    NO_BASELINE = "no_baseline"
    LEVEL = "level"


def course(benefit: Benefit, value: Decimal | None, *, on: date) -> Course:
    """Return how a value stands against the path on a day, such as the last of the period it was measured in.

    What is to be kept within its target follows its path as long as it is, and is behind once it is beyond.
    """
    path = expected(benefit, on=on)
    if path is None:
        return Course.NO_BASELINE
    if value is None:
        return Course.UNMEASURED
    if benefit.kept_within:
        return Course.ON_PATH if value <= benefit.target.value else Course.BEHIND
    come, planned = attainment(benefit, value).part, attainment(benefit, path).part
    if come is None or planned is None:
        return Course.LEVEL
    return Course.ON_PATH if come >= planned * FAR_ENOUGH else Course.BEHIND


def lasting(stood: Course, *, measured: bool, late: bool) -> Course:
    """Return what is left of how a benefit stood when it was last measured.

    Nothing is on its path that was not `measured` in the last period told of, or whose next measurement is `late`. What
    was behind is so until a value says otherwise, or to report nothing would mend it.
    """
    if stood is not Course.ON_PATH:
        return stood
    if not measured:
        return Course.UNMEASURED
    return Course.OVERDUE if late else stood
