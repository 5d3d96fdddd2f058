"""KS's own decision on a proposal, recorded apart from what the council recommends."""

from portfolio.messages import N_
from portfolio.people import Stamp, Verb, allow
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.rounds import Round, RoundPhase, TooEarly, let_record
from portfolio.store.database import Database


def record_decision(database: Database, decision: Decision, *, stamp: Stamp) -> Decision:
    """Record KS's own decision with its case number and day, seen at `decision.revision`.

    Raises:
        TooEarly: the council has not met on the round, or the day is in the future.
        Stale: somebody recorded another in between.
    """
    allow(stamp, Verb.RECORD_DECISION)
    with database.write(stamp) as writer:
        current = writer.get(Round, decision.round)
        let_record(current, decision.proposal, RoundPhase.MEETING, RoundPhase.CLOSED)
        if decision.on > stamp.at.date():
            raise TooEarly(N_("The day of the decision is in the future."), about="on")
        kept = writer.keep(decision)
        writer.trace("record_decision", decision.proposal)
    return kept
