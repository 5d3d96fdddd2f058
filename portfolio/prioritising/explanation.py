"""Why one proposal stands above the next: in one sentence that the numbers bear out."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from portfolio.messages import N_, Message
from portfolio.prioritising.methods import Method, TieBreak
from portfolio.prioritising.points import published
from portfolio.prioritising.ranking import Placed, settles


def because(method: Method, above: Placed, below: Placed) -> Message:
    """Return the sentence that says why `above` stands where it does and not after `below`.

    `points` in it is the difference people see, between published points. Criteria are compared on exact
    points, and only where the same ones are marked.
    """
    if above.place == below.place:
        return Message(N_("Shares the place with the next: same points, and no tie-break settles it."))
    if above.score.published == below.score.published:
        return _by_tie_break(method, above, below)
    lead = {"points": above.score.published - below.score.published}
    unlike = _marked(above) ^ _marked(below)
    if unlike:
        return _by_unlike(method, unlike, lead)
    exact = above.score.points - below.score.points
    if not published(exact, decimals=method.decimals):
        return Message(
            N_("{points} points ahead of the next after rounding; before it the difference is {exact}."),
            {**lead, "exact": _shown(exact, method)},
        )
    return _by_criteria(method, _gaps(above, below), lead)


def _marked(placed: Placed) -> set[str]:
    return {term.criterion for term in placed.score.terms}


def _by_unlike(method: Method, unlike: set[str], lead: Mapping[str, Decimal]) -> Message:
    if len(unlike) > 1:
        return Message(
            N_(
                "{points} points ahead of the next. {count} criteria have marks for only one of the two; the others carry their weight."
            ),
            {**lead, "count": len(unlike)},
        )
    return Message(
        N_(
            "{points} points ahead of the next. Only one of the two has marks on {criterion}; for the other, the rest carry its weight."
        ),
        {**lead, "criterion": method.criterion(*unlike).name},
    )


def _gaps(above: Placed, below: Placed) -> dict[str, Fraction]:
    under = {term.criterion: term.points for term in below.score.terms}
    return {term.criterion: term.points - under[term.criterion] for term in above.score.terms}


def _by_criteria(method: Method, gaps: Mapping[str, Fraction], lead: Mapping[str, Decimal]) -> Message:
    ahead, behind = max(gaps, key=lambda key: gaps[key]), min(gaps, key=lambda key: gaps[key])
    facts = {**lead, "criterion": method.criterion(ahead).name, "ahead": _shown(gaps[ahead], method)}
    if gaps[behind] < 0:
        lost = _shown(-gaps[behind], method)
        others = any(gap for key, gap in gaps.items() if key not in (ahead, behind))
        return _both_ways({**facts, "other": method.criterion(behind).name, "lost": lost}, others=others)
    stronger = [gap for gap in gaps.values() if gap > 0]
    if len(stronger) == 1:
        return Message(N_("{points} points ahead of the next, because of {criterion}."), facts)
    if stronger.count(gaps[ahead]) == 1:
        return Message(N_("{points} points ahead of the next, most of all on {criterion} (+{ahead})."), facts)
    return Message(
        N_("{points} points ahead of the next: stronger on {count} criteria and weaker on none."),
        {**lead, "count": len(stronger)},
    )


def _both_ways(facts: dict[str, object], *, others: bool) -> Message:
    """Name the most won and the most lost, and what the others come to, so that the sum is the lead."""
    points, ahead, lost = (Decimal(str(facts[key])) for key in ("points", "ahead", "lost"))
    rest = points - ahead + lost if others else Decimal(0)
    if rest > 0:
        text = N_(
            "{points} points ahead of the next: stronger on {criterion} (+{ahead}), weaker on {other} (−{lost}), and the others together +{rest}."
        )
    elif rest < 0:
        text = N_(
            "{points} points ahead of the next: stronger on {criterion} (+{ahead}), weaker on {other} (−{lost}), and the others together −{rest}."
        )
    else:
        text = N_(
            "{points} points ahead of the next: stronger on {criterion} (+{ahead}), weaker on {other} (−{lost})."
        )
    return Message(text, {**facts, "rest": abs(rest)} if rest else facts)


def _shown(gap: Fraction, method: Method) -> Decimal:
    """Round a gap above zero as points are, with more decimals where it would come out as none."""
    decimals = max(method.decimals, 1)
    while not published(gap, decimals=decimals):
        decimals += 1
    return published(gap, decimals=decimals)


def _by_tie_break(method: Method, above: Placed, below: Placed) -> Message:
    tie = next(
        each
        for each in method.ties
        if settles(each, above.judged, above.score) != settles(each, below.judged, below.score)
    )
    if tie.by is TieBreak.OPINIONS:
        return Message(
            N_("Same points as the next; stands above because a larger share of the opinions is given.")
        )
    if tie.by is TieBreak.COVERAGE or not tie.criterion:
        return Message(
            N_("Same points as the next; stands above because a larger share of the answers is in.")
        )
    name = {"criterion": method.criterion(tie.criterion).name}
    if not (above.judged.marks.get(tie.criterion) and below.judged.marks.get(tie.criterion)):
        return Message(
            N_(
                "Same points as the next; {criterion} settles it. Without marks there, the mean of the other criteria stands in."
            ),
            name,
        )
    return Message(N_("Same points as the next; stands above because it is stronger on {criterion}."), name)
