"""What covers a cost: the amount from each side, what is lacking, and what is beyond the cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portfolio.money import NOTHING, Money, share, total
from portfolio.parties import Side


@dataclass(frozen=True, slots=True)
class Cover:
    """What covers a cost: the amount by side, what is lacking or beyond, and each side's share of what covers.

    >>> short, over = cover(Money(100), [(Side.STATE, Money(80))]), cover(Money(100), [(Side.STATE, Money(101))])
    >>> short.lacking.ore, short.beyond.ore, over.lacking.ore, over.beyond.ore
    (20, 0, 0, 1)
    """

    cost: Money
    by_side: Mapping[Side, Money]

    @property
    def covered(self) -> Money:
        """All that covers the cost."""
        return total(self.by_side.values())

    @property
    def gap(self) -> Money:
        """Cost less what covers it: `lacking` less `beyond`, and so below zero where more is promised than it costs."""
        return self.cost - self.covered

    @property
    def lacking(self) -> Money:
        """What nothing covers yet, never below zero."""
        return max(self.gap, NOTHING)

    @property
    def beyond(self) -> Money:
        """What is promised beyond the cost, never below zero. It does not cover what is lacking elsewhere."""
        return max(-self.gap, NOTHING)

    def share_of(self, side: Side) -> Fraction | None:
        """Return the side's share of what covers the cost, None where nothing does."""
        return share(self.by_side.get(side, NOTHING), self.covered)


def cover(cost: Money, amounts: Iterable[tuple[Side, Money]]) -> Cover:
    """Return how a cost is covered by amounts from each side."""
    by_side = dict.fromkeys(Side, NOTHING)
    for side, amount in amounts:
        by_side[side] = by_side[side] + amount
    return Cover(cost, by_side)
