"""From marks to points: the council's mean on each criterion, and what each contributes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from portfolio.prioritising.methods import Band, Method, WeightedMean

FULL = 100
"""The points of a weighted mean with the highest mark on everything, as people are used to from per cent."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one criterion contributes: `mean` mark, `weight`, and `points` of the total."""

    criterion: str
    mean: Fraction
    weight: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """What the marks amount to. `points` is exact; `published` is what people see and ranks rest on.

    `lacking` names the criteria without a single mark: the score then rests on the others alone.
    """

    terms: tuple[Term, ...]
    points: Fraction
    published: Decimal
    lacking: tuple[str, ...]

    @property
    def mean(self) -> Fraction:
        """The weighted mean mark of the criteria that have marks."""
        weight = sum(term.weight for term in self.terms)
        return sum((term.mean * term.weight for term in self.terms), Fraction(0)) / weight


def score(method: Method, means: Mapping[str, Fraction]) -> Score | None:
    """Return what mean marks amount to by the method; None where nobody has marked anything.

    A weighted mean runs from 0 (every mark the lowest) to 100 (every mark the highest). Criteria without
    marks are left out and the weights of the rest carry the whole, so that «don't know» never counts as
    zero. A weighted sum keeps the scale of the whole method in the same way.

    Args:
        means: the mean mark per criterion, only for those with at least one mark.
    """
    marked = [each for each in method.criteria if each.key in means and each.weight]
    if not marked:
        return None
    carried = sum(each.weight for each in marked)
    terms = tuple(
        Term(each.key, means[each.key], each.weight, _points(method, means[each.key], each.weight, carried))
        for each in marked
    )
    points = sum((term.points for term in terms), Fraction(0))
    return Score(
        terms=terms,
        points=points,
        published=published(points, decimals=method.decimals),
        lacking=tuple(each.key for each in method.criteria if each.key not in means),
    )


def mean(marks: Sequence[int]) -> Fraction:
    """Return the exact mean of at least one mark.

    >>> mean([3, 4])
    Fraction(7, 2)
    """
    return Fraction(sum(marks), len(marks))


def published(points: Fraction, *, decimals: int) -> Decimal:
    """Return points rounded half up to the decimals that the method publishes.

    >>> published(Fraction(125, 1000), decimals=2)
    Decimal('0.13')
    """
    scaled = points * 10**decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    rounded = whole + (2 * rest >= scaled.denominator)
    return Decimal(rounded if points >= 0 else -rounded).scaleb(-decimals)


def band(method: Method, points: Decimal) -> Band | None:
    """Return the band that published points fall in: the highest one they reach; None below the lowest.

    >>> from portfolio.given import InLanguages
    >>> from portfolio.prioritising.methods import Method
    >>> def named(key, least):
    ...     return Band(key=key, name=InLanguages(nb=key, nn=key, en=key), at_least=Decimal(least))
    >>> method = Method.model_construct(bands=(named("kan", "8.1"), named("bør", "16.1")))
    >>> [found.key if (found := band(method, Decimal(at))) else "-" for at in ("8.0", "16.0", "16.1")]
    ['-', 'kan', 'bør']
    """
    return next((each for each in reversed(method.bands) if each.at_least <= points), None)


def _points(method: Method, average: Fraction, weight: int, carried: int) -> Fraction:
    if isinstance(method.points, WeightedMean):
        reach = method.highest - method.lowest
        return (average - method.lowest) * FULL * weight / (reach * carried)
    return average * weight * Fraction(method.weight, carried)
