"""How far money has come, summed by anything: a party, a county, a year."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from portfolio.money import Money, total

K = TypeVar("K")


class Amounted(Protocol):
    """Whatever tells how far money has come. Each amount holds the later ones."""

    @property
    def applied(self) -> Money:
        """What is applied for."""

    @property
    def promised(self) -> Money:
        """What is promised."""

    @property
    def agreed(self) -> Money:
        """What is agreed in writing."""

    @property
    def paid(self) -> Money:
        """What is paid."""


A = TypeVar("A", bound=Amounted)


@dataclass(frozen=True, slots=True)
class Amounts:
    """How far money has come: what is paid is also agreed, promised and applied for."""

    applied: Money
    promised: Money
    agreed: Money
    paid: Money


def together(rows: Iterable[Amounted]) -> Amounts:
    """Return the sums of all the rows."""
    listed = tuple(rows)
    return Amounts(
        applied=total(row.applied for row in listed),
        promised=total(row.promised for row in listed),
        agreed=total(row.agreed for row in listed),
        paid=total(row.paid for row in listed),
    )


def summed_by(rows: Iterable[A], by: Callable[[A], K]) -> dict[K, Amounts]:
    """Return the sums of the rows that have something in common, by what it is, in the order it first comes."""
    groups: dict[K, list[A]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return {common: together(own) for common, own in groups.items()}
