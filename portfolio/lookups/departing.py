"""Where what is recommended in a round departs from its order."""

from portfolio.lookups.judging import judged, method_of
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.recommendations import Departure, Recommendation, departures
from portfolio.prioritising.rounds import Round
from portfolio.store.reading import Reader


def departing(reader: Reader, round_: Round, *, aside: frozenset[str] = frozenset()) -> tuple[Departure, ...]:
    """Return every departure from the order in a round, by place, as if what is `aside` were not in it."""
    order = rank(method_of(round_), judged(reader, round_))
    return departures(
        {each.judged.proposal: each.place for each in order.placed if each.judged.proposal not in aside},
        {each.proposal: each for each in reader.all(Recommendation, round=round_.id)},
    )


def unsaid(reader: Reader, round_: Round) -> tuple[str, ...]:
    """Return the proposals that nobody has recommended anything on, in the round's order."""
    said = {each.proposal for each in reader.all(Recommendation, round=round_.id)}
    return tuple(each for each in round_.proposals if each not in said)
