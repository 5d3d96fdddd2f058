"""The council's recommendation on a proposal, as its members or the secretariat record it."""

from portfolio.given import blank
from portfolio.lookups.aside import apart, let_act, may_recommend
from portfolio.lookups.basis import texts_judged
from portfolio.lookups.judging import judged, method_of, standings
from portfolio.lookups.steps import from_before
from portfolio.messages import N_
from portfolio.objections import raise_any
from portfolio.people import Forbidden, Stamp, Verb
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.recommendations import Recommendation, departs, recommendation_id, unexplained
from portfolio.prioritising.rounds import NeedsReason, Round, RoundPhase, let_record
from portfolio.store.database import Database
from portfolio.store.writing import Writer


def recommend(
    database: Database, recommendation: Recommendation, *, stamp: Stamp, why: str = ""
) -> Recommendation:
    """Record the council's recommendation on a proposal, seen at `recommendation.revision`, whatever id it comes with.

    Args:
        why: why one from before the round was opened again is changed, which is kept with the trace.

    Raises:
        NeedsReason: the round has been opened again since it was recorded, and it is not said why it is changed.
        NotOpen: the council does not meet on the round now.
        NotInRound: the proposal is not in it.
        Forbidden: the person stands aside from the proposal, is not in the round, or has not said that they are impartial.
        Unexplained: it departs from the order, or from an absolute requirement, without a reason; or has
            conditions without words.
        Stale: somebody recorded another in between.
    """
    with database.write(stamp, Verb.RECOMMEND) as writer:
        current = writer.get(Round, recommendation.round)
        let_record(current, recommendation.proposal, RoundPhase.MEETING)
        _may_recommend(writer, current, recommendation.proposal)
        passed_by = _passed_by(writer, current, recommendation)
        stopped = standings(writer, current)[recommendation.proposal] is Standing.STOPPED
        raise_any(unexplained(recommendation, passed_by, stopped=stopped))
        own = recommendation.model_copy(
            update={"id": recommendation_id(recommendation.round, recommendation.proposal)}
        )
        stood, earlier = writer.find(Recommendation, own.id), from_before(writer, own)
        kept = writer.keep(own)
        if earlier and kept != stood and blank(why):
            raise NeedsReason(
                N_("This was recommended before the round was opened again. Write why it is changed."),
                about="why",
            )
        writer.trace("recommend", recommendation.proposal, reason=why)
    return kept


def _may_recommend(writer: Writer, round_: Round, proposal: str) -> None:
    """Let those who write for the council do so, and the round's own members who are impartial."""
    person = writer.stamp.person
    let_act(writer, round_.id, proposal, person=person)
    if not may_recommend(writer, round_, proposal, person=person):
        raise Forbidden(
            N_(
                "You are not in this round, or have not said that you are impartial to the proposal as it is judged. Another member, or the secretariat, records it."
            ),
            about="outcome",
        )


def _passed_by(writer: Writer, round_: Round, recommendation: Recommendation) -> tuple[str, ...]:
    """Return the references of those it is out of order with, of what is recorded already.

    What the person stands aside from is left out, since it would tell where it stands. It is asked about when the
    round is concluded.
    """
    aside = apart(writer, viewer=writer.stamp.person)
    ranking = rank(method_of(round_), judged(writer, round_))
    others = {
        each.proposal: each.outcome
        for each in writer.all(Recommendation, round=round_.id)
        if each.proposal != recommendation.proposal
    }
    passed = departs(
        recommendation.outcome,
        proposal=recommendation.proposal,
        places={each.judged.proposal: each.place for each in ranking.placed},
        others=others,
    )
    named = texts_judged(writer, round_)
    return tuple(named[each].reference for each in passed if (round_.id, each) not in aside)
