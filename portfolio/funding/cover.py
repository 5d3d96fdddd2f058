"""What covers a cost: the amount from each side, and the gap that is left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portfolio.money import Money, share, total
from portfolio.parties import Side


@dataclass(frozen=True, slots=True)
class Cover:
    """What covers a cost: the amount by side, the gap that is left, and each side's share of what covers."""

    cost: Money
    by_side: Mapping[Side, Money]

    @property
    def covered(self) -> Money:
        """All that covers the cost."""
        return total(self.by_side.values())

    @property
    def gap(self) -> Money:
        """What nothing covers yet; negative where more is promised than it costs."""
        return self.cost - self.covered

    def share_of(self, side: Side) -> Fraction | None:
        """Return the side's share of what covers the cost, None where nothing does."""
        return share(self.by_side.get(side, Money(0)), self.covered)


def cover(cost: Money, amounts: Iterable[tuple[Side, Money]]) -> Cover:
    """Return how a cost is covered by amounts from each side."""
    by_side = {side: Money(0) for side in Side}
    for side, amount in amounts:
        by_side[side] = by_side[side] + amount
    return Cover(cost, by_side)
