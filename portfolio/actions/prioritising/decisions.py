"""KS's own decision on a proposal, recorded apart from what the council recommends."""

from portfolio.given import blank
from portfolio.lookups.aside import let_act
from portfolio.messages import N_
from portfolio.people import Stamp, Verb
from portfolio.periods import let_have_come
from portfolio.prioritising.decisions import Decision, decision_id
from portfolio.prioritising.rounds import NeedsReason, Round, RoundPhase, let_record
from portfolio.store.database import Database


def record_decision(database: Database, decision: Decision, *, stamp: Stamp, why: str = "") -> Decision:
    """Record KS's own decision with its case number and day, seen at `decision.revision`, whatever id it comes with.

    Args:
        why: why a decision that is recorded already is changed, which is kept with the trace.

    Raises:
        NeedsReason: one is recorded already, and it is not said why it is changed.
        NotOpen: the council has not met on the round.
        NotInRound: the proposal is not in it.
        Forbidden: the person stands aside from it.
        InTheFuture: the day has not come.
        Stale: somebody recorded another in between.
    """
    with database.write(stamp, Verb.RECORD_DECISION) as writer:
        current = writer.get(Round, decision.round)
        let_record(current, decision.proposal, RoundPhase.MEETING, RoundPhase.CLOSED)
        let_act(writer, current.id, decision.proposal, person=writer.stamp.person)
        let_have_come(decision.on, at=stamp.at)
        own = decision_id(decision.round, decision.proposal)
        stood = writer.find(Decision, own)
        kept = writer.keep(decision.model_copy(update={"id": own}))
        if stood not in (None, kept) and blank(why):
            raise NeedsReason(N_("A decision is recorded already. Write why it is changed."), about="why")
        writer.trace("record_decision", decision.proposal, reason=why)
    return kept
