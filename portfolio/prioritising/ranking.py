"""The order of the proposals, on published points, with shared places where nothing settles a tie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from portfolio.prioritising.methods import Method, Tie, TieBreak
from portfolio.prioritising.points import Score, mean, score

FEW = Fraction(1, 2)
"""A place that rests on a smaller part of the opinions than this rests on few: most of the council is silent."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with the marks the council gave it: per criterion, members' marks without «don't know».

    `given` counts members' answers, marks and «don't know» alike; `expected` is how many could be given: one on each
    criterion from each member who is to mark.
    """

    proposal: str
    marks: Mapping[str, Sequence[int]]
    given: int
    expected: int

    @property
    def coverage(self) -> Fraction:
        """How many of the opinions that could be given are given, as a part of one; 0 where none could.

        «Don't know» is no opinion.
        """
        return self._part(sum(map(len, self.marks.values())))

    @property
    def answered(self) -> Fraction:
        """How many of the answers expected are in, as a part of one, «don't know» among them; 0 where none is."""
        return self._part(self.given)

    def _part(self, count: int) -> Fraction:
        return Fraction(count, self.expected) if self.expected else Fraction(0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal's place. Equal places are shared: 1, 2, 2, 4."""

    place: int
    judged: Judged
    score: Score


@dataclass(frozen=True, slots=True)
class Ranking:
    """The proposals in order, and those nobody has marked yet, which have no place."""

    placed: tuple[Placed, ...]
    unmarked: tuple[str, ...]


def rank(method: Method, judged: Sequence[Judged]) -> Ranking:
    """Place proposals by published points, then by the method's tie-break, then side by side.

    Within a shared place they stand in the order given, which says nothing about them.
    """
    scored = [(each, score(method, _means(each))) for each in judged]
    keyed = [(_key(method, each, points), each, points) for each, points in scored if points is not None]
    keyed.sort(key=lambda row: row[0], reverse=True)
    placed: list[Placed] = []
    for _, tied in groupby(keyed, key=lambda row: row[0]):
        place = len(placed) + 1
        placed.extend(Placed(place, each, points) for _, each, points in tied)
    return Ranking(tuple(placed), tuple(each.proposal for each, points in scored if points is None))


def settles(tie: Tie, judged: Judged, points: Score) -> Fraction:
    """Return what a proposal brings to one tie-break; more is better.

    Where nobody has marked the criterion, the mean of the proposal's other criteria stands in, just as
    they carry its weight in the points: «don't know» is never a low mark.
    """
    if tie.by is TieBreak.COVERAGE:
        return judged.answered
    if tie.by is TieBreak.OPINIONS:
        return judged.coverage
    marks = judged.marks.get(tie.criterion or "")
    return mean(marks) if marks else points.mean


def _means(judged: Judged) -> dict[str, Fraction]:
    return {key: mean(marks) for key, marks in judged.marks.items() if marks}


def _key(method: Method, judged: Judged, points: Score) -> tuple[Fraction, ...]:
    return (Fraction(points.published), *(settles(tie, judged, points) for tie in method.ties))
