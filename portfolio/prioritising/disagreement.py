"""How far the council's members are from each other on a proposal."""

from collections.abc import Iterable, Sequence
from fractions import Fraction


def disagreement(marks_by_criterion: Iterable[Sequence[int]]) -> Fraction | None:
    """Return how many steps two members differ on average, over the criteria with two marks or more.

    Gini's mean difference: 0 when all agree. None when no criterion has two marks, since one mark can
    neither agree nor disagree. Source: Gini, C. (1912), Variabilità e mutabilità.

    >>> disagreement([[3, 3, 3], [1, 5]])
    Fraction(2, 1)
    """
    distances = [_mean_difference(marks) for marks in marks_by_criterion if len(marks) > 1]
    return sum(distances, Fraction(0)) / len(distances) if distances else None


def _mean_difference(marks: Sequence[int]) -> Fraction:
    ordered, count = sorted(marks), len(marks)
    pairs = count * (count - 1) // 2
    apart = sum((2 * place - count + 1) * mark for place, mark in enumerate(ordered))
    return Fraction(apart, pairs)
