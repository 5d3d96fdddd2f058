"""How far a benefit has come: attainment from baseline to target, and the path it should follow."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from portfolio.messages import N_, Message
from portfolio.realising.benefits import Benefit


@dataclass(frozen=True, slots=True)
class Attainment:
    """How far a value has come: `part` is 0 at the baseline and 1 at the target, below and above where it goes beyond.

    Where it cannot be told, `part` is None and `why_not` says why.
    """

    part: Fraction | None
    why_not: Message | None = None


def attainment(benefit: Benefit, value: Decimal | Fraction | None) -> Attainment:
    """Return (measured − baseline) / (target − baseline), exactly and without a unit: `value` is in the benefit's.

    Source: Prosjektportalen 365, gevinstoppfølging. KommIT's formula of 2013 ignores the baseline, so that
    no change at all can look like half the way; it is not used here. More of what gets worse is no way come.
    """
    if benefit.baseline is None:
        return Attainment(None, Message(N_("No baseline, so attainment cannot be told.")))
    if benefit.kept_within:
        said = N_("It is to be kept within the target, and there is no way to go towards it.")
        return Attainment(None, Message(said))
    if value is None:
        return Attainment(None, Message(N_("Nothing measured yet.")))
    reach = Fraction(benefit.target.value) - Fraction(benefit.baseline.value)
    if not reach:
        return Attainment(None, Message(N_("The target equals the baseline, so attainment cannot be told.")))
    return Attainment((Fraction(value) - Fraction(benefit.baseline.value)) / reach)


def expected(benefit: Benefit, *, on: date) -> Fraction | None:
    """Return the value on the straight path from baseline to target, in the benefit's unit; None without a baseline.

    Before the baseline it is the baseline, after the target date the target. What is to be kept within its target may be as much
    as that on any day.
    """
    if benefit.baseline is None:
        return None
    if benefit.kept_within:
        return Fraction(benefit.target.value)
    start, end = Fraction(benefit.baseline.value), Fraction(benefit.target.value)
    days = (benefit.target.on - benefit.baseline.on).days
    gone = min(max((on - benefit.baseline.on).days, 0), days)
    return start + (end - start) * Fraction(gone, days)
