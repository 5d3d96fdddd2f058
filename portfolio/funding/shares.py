"""What each municipality carries of a joint contribution, and each side of a project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portfolio.funding.contributions import Sharing
from portfolio.messages import N_
from portfolio.money import Money, share, split, total
from portfolio.objections import Objection
from portfolio.parties import Side


class NoInhabitants(Objection):
    """A municipality whose inhabitants on the stated day are not known."""


def shares(amount: Money, sharing: Sharing, *, inhabitants: Mapping[str, int]) -> Mapping[str, Money]:
    """Return what each of the municipalities carries, to the øre; the parts sum to the amount.

    Args:
        inhabitants: by party id, on the sharing's day.

    Raises:
        NoInhabitants: one of them had no inhabitants known on that day.
    """
    strangers = [member for member in sharing.members if member not in inhabitants]
    if strangers:
        raise NoInhabitants(
            N_(
                "{count} of the municipalities have no known population on {on}. Choose another date or take them out."
            ),
            about="on",
            count=len(strangers),
            on=sharing.on,
        )
    return split(amount, {member: inhabitants[member] for member in sorted(sharing.members)})


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
