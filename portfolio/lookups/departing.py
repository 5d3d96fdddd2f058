"""Where what is recommended in a round departs from its order, or from an absolute requirement, and what explains it."""

from collections.abc import Iterator, Mapping

from portfolio.lookups.judging import judged, method_of, standings
from portfolio.lookups.steps import steps
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.recommendations import Departure, Recommendation, departs, departures
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.reading import Reader
from portfolio.store.versions import Version


def departing(reader: Reader, round_: Round, *, aside: frozenset[str] = frozenset()) -> tuple[Departure, ...]:
    """Return every departure in a round, as if what is `aside` were not in it.

    Those from the order come first, by place, and then those from an absolute requirement. A reason explains what it
    was asked for, and nothing else.
    """
    order = rank(method_of(round_), judged(reader, round_))
    places = {each.judged.proposal: each.place for each in order.placed}
    words = {each.proposal: each for each in reader.all(Recommendation, round=round_.id)}
    shown = {id: place for id, place in places.items() if id not in aside}
    return (
        *departures(shown, words, asked=_asked(reader, round_, shown, words)),
        *(each for each in _stopped(reader, round_, words) if each.proposal not in aside),
    )


def unsaid(reader: Reader, round_: Round) -> tuple[str, ...]:
    """Return the proposals that nobody has recommended anything on, in the round's order."""
    said = {each.proposal for each in reader.all(Recommendation, round=round_.id)}
    return tuple(each for each in round_.proposals if each not in said)


def _asked(
    reader: Reader, round_: Round, places: Mapping[str, int], words: Mapping[str, Recommendation]
) -> Mapping[str, frozenset[str]]:
    """Return which others each reason was asked for, of those that are out of order."""
    turned = [{each.proposal, *each.before} for each in departures(places, words, asked={})]
    reasoned = [
        words[id] for id in {id for each in turned for id in each} if id in words and words[id].reason
    ]
    ended = _ended(reader, round_)
    return {each.proposal: _asked_for(reader, each, places, since=ended) for each in reasoned}


def _asked_for(
    reader: Reader, word: Recommendation, places: Mapping[str, int], *, since: int
) -> frozenset[str]:
    """Return what was recorded and out of order with this when it was written, and not hidden from whoever wrote it."""
    kept = _written(reader, word, since=since)
    if kept is None:
        return frozenset()
    person = reader.numbered([kept.seq])[kept.seq].person
    declared = reader.all_as_of(Impartiality, kept.seq, round=word.round, member=person)
    others = reader.all_as_of(Recommendation, kept.seq, round=word.round)
    out = departs(
        word.outcome,
        proposal=word.proposal,
        places=places,
        others={each.proposal: each.outcome for each in others},
    )
    return frozenset(out) - {each.proposal for each in declared if each.aside}


def _stopped(reader: Reader, round_: Round, words: Mapping[str, Recommendation]) -> Iterator[Departure]:
    """Yield what is recommended though an absolute requirement is answered no."""
    stopped = [id for id, where in standings(reader, round_).items() if where is Standing.STOPPED]
    for word in (words[id] for id in stopped if id in words and words[id].outcome.is_yes):
        asked = word.reason and _written(reader, word, since=_ended(reader, round_))
        yield Departure(word.proposal, (), word.outcome, (word.reason,) if asked else ())


def _ended(reader: Reader, round_: Round) -> int:
    """Return the trace by which the assessment was last ended: what stands in the order is from then."""
    ended = [each for each in steps(reader, round_.id) if each.before is RoundPhase.SCORING and not each.back]
    return ended[-1].trace.seq if ended else 0


def _written(reader: Reader, word: Recommendation, *, since: int) -> Version[Recommendation] | None:
    """Return the last version of a recommendation, if it was written of the order that stands."""
    kept = reader.last_version(Recommendation, word.id)
    return kept if kept and kept.seq > since else None
