"""What a value is held against before it is believed: the range that was seen and planned for so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading, holding


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest of some values, in the benefit's unit."""

    least: Decimal
    greatest: Decimal

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


def span(benefit: Benefit, readings: Iterable[Reading], *, but: Period) -> Span:
    """Return the span of the baseline, the target and every reading that holds, other than of one period."""
    seen = [each.value for each in holding(readings) if each.value is not None and each.period != but]
    planned = [benefit.target.value, *([benefit.baseline.value] if benefit.baseline else [])]
    return Span(min(seen + planned), max(seen + planned))
