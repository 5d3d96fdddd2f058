"""A member's marks on one proposal."""

from collections.abc import Mapping

from portfolio.actions.prioritising.basis import unmoved
from portfolio.lookups.judging import holding, method_of, standings
from portfolio.messages import N_
from portfolio.objections import raise_any
from portfolio.people import Stamp, Verb
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.marks import Mark, mark_id, off_scale, unmarked
from portfolio.prioritising.rounds import NotYours, Round, let_assess, let_be_in
from portfolio.store.database import Database
from portfolio.store.writing import Writer


def assess(
    database: Database,
    round_: str,
    proposal: str,
    *,
    marks: Mapping[str, int | None],
    reasons: Mapping[str, str],
    seen: int | None = None,
    stamp: Stamp,
) -> None:
    """Record a member's whole assessment of a proposal: a mark or «don't know» on every criterion.

    They are given on the version that the round holds, and confirm what was given on one before.

    Args:
        seen: the revision of what the round held when the member read it, where they have.

    Raises:
        NotOpen: the round does not take marks now.
        NotInRound: the proposal is not in it.
        NotYours: the member has not confirmed impartiality, stands aside, or is not to mark this one.
        Stale: the round has taken in another version since.
        OutsideTheScale, NotAnswered: what is wrong, one objection a criterion.
    """
    with database.write(stamp, Verb.ASSESS) as writer:
        current = writer.get(Round, round_)
        let_assess(current, writer.stamp.person.id)
        _may_mark(writer, current, proposal)
        held = unmoved(writer, current, proposal, seen=seen)
        method = method_of(current)
        raise_any([*off_scale(method, marks), *unmarked(method, marks)])
        for criterion in method.criteria:
            key = criterion.key
            mark = Mark(
                id=mark_id(current.id, proposal, writer.stamp.person.id, key),
                round=current.id,
                proposal=proposal,
                member=writer.stamp.person.id,
                criterion=key,
                mark=marks[key],
                reason=reasons.get(key, ""),
                upon=held.seq,
            )
            writer.put(mark)
        writer.trace("assess", proposal)


def _may_mark(writer: Writer, round_: Round, proposal: str) -> None:
    let_be_in(round_, proposal)
    declared = holding(writer, round_, member=writer.stamp.person.id)
    if proposal not in declared:
        raise NotYours(N_("Confirm first, for the whole list, which proposals you stand aside from."))
    if declared[proposal].aside:
        raise NotYours(N_("You stand aside from this proposal, so you give it no marks."))
    if standings(writer, round_).get(proposal) is not Standing.READY:
        raise NotYours(N_("This proposal is not ready for marks. The secretariat checks it first."))
