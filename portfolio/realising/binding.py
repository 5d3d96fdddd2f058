"""From when a benefit is held to what it says, once anything is reported or owed of it, and what it promised then."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import asked
from portfolio.realising.readings import Reading
from portfolio.realising.standing import Stood


def bound(benefit: Benefit, readings: Iterable[Reading], *, on: date, versions: Sequence[Stood] = ()) -> bool:
    """Say whether a benefit is held to what it says: something is reported, or has been owed by the day.

    What was let go of was owed too.
    """
    return any(True for _ in readings) or bool(asked(benefit, (), on=on, versions=versions))


def promised(versions: Sequence[Stood], readings: Iterable[Reading], *, now: Benefit) -> Benefit:
    """Return what was first promised: how the benefit stood when it was first held to what it says.

    Until then its owner shapes it alone, and nobody waits for it; from then on it moves by another's yes. What has not
    been changed since promises what it says now.
    """
    return next((before.benefit for before, _ in moves(versions, readings)), now)


def moves(versions: Sequence[Stood], readings: Iterable[Reading]) -> Iterator[tuple[Stood, Stood]]:
    """Yield each version that was held to when the next took its place, with the next."""
    told = tuple(readings)
    for count, (before, after) in enumerate(pairwise(versions), start=1):
        reported = (each for each in told if each.at < after.at)
        if bound(before.benefit, reported, on=after.since, versions=versions[:count]):
            yield before, after
