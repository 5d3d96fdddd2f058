"""The council's recommendation, and KS's own decision, each recorded by itself."""

from portfolio.lookups.judging import judged, method_of, standings
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.people import Forbidden, Stamp, Verb, allow
from portfolio.prioritising.decisions import Decision, Recommendation, departs, unexplained
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.ranking import rank
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class TooEarly(Objection):
    """A word that comes before its time in the round."""


def recommend(database: Database, recommendation: Recommendation, *, stamp: Stamp) -> Recommendation:
    """Record the council's recommendation on a proposal, seen at `recommendation.revision`.

    Raises:
        TooEarly: the round is not in the meeting phase.
        Unexplained: it departs from the order, or from an absolute requirement, without a reason; or has
            conditions without words.
        Stale: somebody recorded another in between.
    """
    allow(stamp, Verb.RECOMMEND)
    with database.write(stamp) as writer:
        current = _at(writer, recommendation.round, RoundPhase.MEETING)
        _within(current, recommendation.proposal)
        _may_recommend(writer, current, recommendation.proposal)
        passed_by = _passed_by(writer, current, recommendation)
        stopped = standings(writer, current)[recommendation.proposal] is Standing.STOPPED
        raise_any(unexplained(recommendation, passed_by, stopped=stopped))
        kept = writer.keep(recommendation)
        writer.trace("recommend", recommendation.proposal)
    return kept


def record_decision(database: Database, decision: Decision, *, stamp: Stamp) -> Decision:
    """Record KS's own decision with its case number and day, seen at `decision.revision`.

    Raises:
        TooEarly: the council has not met on the round.
        Stale: somebody recorded another in between.
    """
    allow(stamp, Verb.RECORD_DECISION)
    with database.write(stamp) as writer:
        current = _at(writer, decision.round, RoundPhase.MEETING, RoundPhase.CLOSED)
        _within(current, decision.proposal)
        if decision.on > stamp.at.date():
            raise TooEarly(N_("The day of the decision is in the future."), about="on")
        kept = writer.keep(decision)
        writer.trace("record_decision", decision.proposal)
    return kept


def _at(writer: Writer, round_: str, *phases: RoundPhase) -> Round:
    current = writer.get(Round, round_)
    if current.phase not in phases:
        raise TooEarly(
            N_("The round is «{phase}». This is recorded when the council meets on it."),
            phase=current.phase,
        )
    return current


def _within(round_: Round, proposal: str) -> None:
    if proposal not in round_.proposals:
        raise TooEarly(N_("The proposal is not in this round."), about="proposal")


def _may_recommend(writer: Writer, round_: Round, proposal: str) -> None:
    """Let the secretariat write for the council, and the round's own members who are impartial."""
    person = writer.stamp.person
    if person.may(Verb.RUN_ROUNDS):
        return
    words = writer.all(Impartiality, round=round_.id, proposal=proposal, member=person.id)
    if person.id not in round_.members or any(word.interest for word in words):
        raise Forbidden(
            N_(
                "You are not in this round, or you stand aside from this proposal. Another member, or the secretariat, records it."
            ),
            about="outcome",
        )


def _passed_by(writer: Writer, round_: Round, recommendation: Recommendation) -> tuple[str, ...]:
    ranking = rank(method_of(round_), judged(writer, round_))
    others = {
        each.proposal: each.outcome
        for each in writer.all(Recommendation, round=round_.id)
        if each.proposal != recommendation.proposal
    }
    return departs(
        recommendation.outcome,
        proposal=recommendation.proposal,
        places={each.judged.proposal: each.place for each in ranking.placed},
        others=others,
    )
