"""What a value is held against before it is believed: the range that was seen and planned for so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading, holding

TENFOLD = 8
"""From how many times as much or as little on a value is taken for a slip of a digit.

Our own choice, and may be changed here: ten times as much is seldom exactly that once a month has gone by. A smaller
number asks of what is only a good month.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest of some values, in the benefit's unit, and the `nearest` that was measured, if any."""

    least: Decimal
    greatest: Decimal
    nearest: Decimal | None = field(default=None, compare=False)

    def far_outside(self, value: Decimal) -> bool:
        """Say whether a value lies further out than the span is wide; one value alone spans as far as zero.

        Once the width is our own choice, and may be changed here: a lost decimal comma is asked about, a month
        that went backwards is not. A wider margin lets slips of the finger in, a narrower one asks so often that
        people say yes without looking.

        >>> Span(Decimal(12), Decimal(21)).far_outside(Decimal(125))
        True
        >>> Span(Decimal(12), Decimal(21)).far_outside(Decimal("12.5"))
        False
        """
        width = self.greatest - self.least or abs(self.greatest) or Decimal(1)
        return not self.least - width <= value <= self.greatest + width

    def slipped(self, value: Decimal) -> bool:
        """Say whether a value is about ten times as much as the nearest that was measured, or a tenth of it.

        A digit too many or too few may well lie between the baseline and a target far away. Zero is no slip.

        >>> Span(Decimal(0), Decimal(18), nearest=Decimal("7.9")).slipped(Decimal("0.79"))
        True
        >>> Span(Decimal(0), Decimal(18), nearest=Decimal("7.9")).slipped(Decimal("2.5"))
        False
        """
        if not (self.nearest and value):
            return False
        less, more = sorted((abs(value), abs(self.nearest)))
        return more >= less * TENFOLD


def span(benefit: Benefit, readings: Iterable[Reading], *, but: Period) -> Span:
    """Return the span of the baseline, the target and every reading that holds, other than of one period.

    The nearest is the last before that period, or the first after it where there is none before.
    """
    held = [each for each in holding(readings) if each.value is not None and each.period != but]
    seen = [each.value for each in held if each.value is not None]
    before = [each.value for each in held if each.until <= but.until]
    nearest = next(iter([*reversed(before), *seen]), None)
    planned = [benefit.target.value, *([benefit.baseline.value] if benefit.baseline else [])]
    return Span(min(seen + planned), max(seen + planned), nearest)
