"""How far the council's members are from each other on a proposal, and what that is called."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

CLOSE, APART = Fraction(1, 2), Fraction(1)
"""Fewer steps apart than the first is agreement: most pairs give the same mark. As many as the second or more is
disagreement: two members differ, on average, by a whole step of the scale. Both are our own choice and stand in no rule."""


class Agreement(StrEnum):
    """Whether the members see a proposal alike."""

    CLOSE = "close"
    BETWEEN = "between"
    APART = "apart"


def disagreement(marks_by_criterion: Iterable[Sequence[int]]) -> Fraction | None:
    """Return how many steps two members differ on average, over the criteria with two marks or more.

    Gini's mean difference: 0 when all agree. None when no criterion has two marks, since one mark can
    neither agree nor disagree. Source: Gini, C. (1912), Variabilità e mutabilità.

    >>> disagreement([[3, 3, 3], [1, 5]])
    Fraction(2, 1)
    """
    distances = [_mean_difference(marks) for marks in marks_by_criterion if len(marks) > 1]
    return sum(distances, Fraction(0)) / len(distances) if distances else None


def agreement(steps: Fraction | Decimal) -> Agreement:
    """Return what so many steps of disagreement are called.

    >>> [agreement(Decimal(steps)).value for steps in ("0.49", "0.50", "0.99", "1")]
    ['close', 'between', 'between', 'apart']
    """
    if steps < CLOSE:
        return Agreement.CLOSE
    return Agreement.BETWEEN if steps < APART else Agreement.APART


def _mean_difference(marks: Sequence[int]) -> Fraction:
    ordered, count = sorted(marks), len(marks)
    pairs = count * (count - 1) // 2
    apart = sum((2 * place - count + 1) * mark for place, mark in enumerate(ordered))
    return Fraction(apart, pairs)
