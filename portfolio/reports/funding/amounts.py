"""How far money has come, summed by anything: a party, a county, a year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from portfolio.funding.stages import STAGES
from portfolio.money import Money, total

K = TypeVar("K")


class Amounted(Protocol):
    """Whatever tells how far money has come: an amount for each of the `STAGES`, which holds the later ones.

    The rows we hand over have each as a column of their own, in the order people read them; all others stand on
    `Amounts`.
    """

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


def by_stage(row: Amounted) -> Mapping[str, Money]:
    """Return how far the money of a row has come, by each of the `STAGES`."""
    return {stage: getattr(row, stage) for stage in STAGES}


def together(rows: Iterable[Amounted]) -> Amounts:
    """Return the sums of all the rows."""
    listed = tuple(map(by_stage, rows))
    return Amounts(**{stage: total(row[stage] for row in listed) for stage in STAGES})


def summed_by(rows: Iterable[A], by: Callable[[A], K]) -> dict[K, Amounts]:
    """Return the sums of the rows that have something in common, by what it is, in the order it first comes."""
    groups: dict[K, list[A]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return {common: together(own) for common, own in groups.items()}
