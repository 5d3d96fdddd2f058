"""Why one proposal stands above the next: in one sentence, from the numbers."""

from fractions import Fraction

from portfolio.messages import N_, Message
from portfolio.prioritising.methods import Method, TieBreak
from portfolio.prioritising.ranking import Placed
from portfolio.prioritising.scoring import mean


def because(method: Method, above: Placed, below: Placed) -> Message:
    """Return the sentence that says why `above` stands where it does and not after `below`."""
    if above.place == below.place:
        return Message(N_("Shares the place with the next: same points, and no tie-break settles it."))
    if above.score.published == below.score.published:
        return _by_tie_break(method, above, below)
    gaps = _gaps(above, below)
    ahead = max(gaps, key=lambda key: gaps[key])
    behind = min(gaps, key=lambda key: gaps[key])
    facts: dict[str, object] = {
        "points": above.score.published - below.score.published,
        "criterion": method.criterion(ahead).name,
        "ahead": _rounded(gaps[ahead]),
    }
    if gaps[behind] >= 0:
        return Message(N_("{points} points ahead of the next, most of all on {criterion} (+{ahead})."), facts)
    return Message(
        N_(
            "{points} points ahead of the next: stronger on {criterion} (+{ahead}), weaker on {other} (−{lost})."
        ),
        facts | {"other": method.criterion(behind).name, "lost": _rounded(-gaps[behind])},
    )


def _gaps(above: Placed, below: Placed) -> dict[str, Fraction]:
    over = {term.criterion: term.points for term in above.score.terms}
    under = {term.criterion: term.points for term in below.score.terms}
    return {key: over.get(key, Fraction(0)) - under.get(key, Fraction(0)) for key in over | under}


def _rounded(points: Fraction) -> float:
    return round(float(points), 1)


def _by_tie_break(method: Method, above: Placed, below: Placed) -> Message:
    for tie in method.ties:
        if tie.by is TieBreak.COVERAGE and above.judged.coverage != below.judged.coverage:
            return Message(N_("Same points as the next; stands above because more marks are in."))
        if tie.criterion and _mark(above, tie.criterion) != _mark(below, tie.criterion):
            return Message(
                N_("Same points as the next; stands above because it is stronger on {criterion}."),
                {"criterion": method.criterion(tie.criterion).name},
            )
    return Message(N_("Shares the place with the next: same points, and no tie-break settles it."))


def _mark(placed: Placed, criterion: str) -> Fraction | None:
    marks = placed.judged.marks.get(criterion)
    return mean(marks) if marks else None
