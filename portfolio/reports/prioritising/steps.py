"""What has been done with a round, when, by whom and why: its steps, and what was changed in it with a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from portfolio.lookups.basis import texts_judged
from portfolio.lookups.steps import MOST, Step, steps
from portfolio.lookups.untold import OF_THE_ORDER
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.periods import day_in_norway
from portfolio.prioritising.basis import basis_id
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.impartiality import aside_from
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace

CHANGES: Mapping[str, str] = {
    "answer_gates": N_("The formal check was changed"),
    "recommend": N_("The recommendation was changed"),
    "record_decision": N_("KS's decision was changed"),
}
"""What is changed in a round with a reason of its own, by the action that does it."""

CAME, LEFT = N_("Came into the round"), N_("Was taken out of the round")
ANEW = N_("Was taken in anew, in the version that stood")


@dataclass(frozen=True, slots=True)
class StepRow:
    """One thing done with a round, or with a proposal in it (`reference` and `title`), and why."""

    seq: int
    at: datetime
    who: str
    what: Message
    reference: str
    title: str
    reason: str


def round_steps(reader: Reader, round_id: str, *, viewer: Person) -> tuple[StepRow, ...]:
    """Return what has been done with a round, the first first, but with what the viewer stands aside from."""
    round_ = seen(reader, round_id, viewer=viewer)
    aside = aside_from(reader, round_id, viewer=viewer)
    mine = [id for id in round_.proposals if id not in aside]
    changed = changes(reader, round_, *mine) if mine else ()
    rows = [*_made(reader, round_), *_taken(reader, round_), *_moved(reader, round_, but=aside), *changed]
    return tuple(sorted(rows, key=lambda each: each.seq))


def reopened(reader: Reader, round_id: str, *, viewer: Person) -> Message | None:
    """Return that the assessment of a round was opened again after its order was seen, and how many marks are others now.

    What stood when it was first ended is held against what stands now, mark by mark, once no mark can change any more,
    but for what the viewer stands aside from.
    """
    round_ = seen(reader, round_id, viewer=viewer)
    again = [each for each in steps(reader, round_id) if each.back and each.after is RoundPhase.SCORING]
    if not again:
        return None
    first = again[0].trace
    facts = {"day": day_in_norway(first.at), "reason": first.reason}
    if not round_.assessed:
        return Message(
            N_("The assessment was opened again {day}, after the order had been seen. Reason: {reason}"),
            facts,
        )
    aside = aside_from(reader, round_id, viewer=viewer)
    return Message(
        N_(
            "The assessment was opened again {day}, after the order had been seen. {count} mark is another now. Reason: {reason}"
        ),
        {**facts, "count": _differing(reader, round_, first.seq, but=aside)},
        plural=N_(
            "The assessment was opened again {day}, after the order had been seen. {count} marks are others now. Reason: {reason}"
        ),
    )


def changes(reader: Reader, round_: Round, *only: str, action: str | None = None) -> tuple[StepRow, ...]:
    """Return the changes with a reason of what is recorded on the proposals of a round, or on these, the first first.

    While marks can change nothing is told of what was recommended and decided before.
    """
    named, actions = texts_judged(reader, round_, *only), (action,) if action else tuple(CHANGES)
    traces = reader.traces(subjects=list(named), actions=actions, most=MOST)
    told = (each for each in reversed(traces) if round_.assessed or each.action not in OF_THE_ORDER)
    return tuple(row for trace in told for row in _told(reader, round_, trace, named[trace.subject]))


def _made(reader: Reader, round_: Round) -> Iterator[StepRow]:
    for trace in reader.traces(subject=round_.id, actions=("begin_round",)):
        yield _row(reader, trace, Message(N_("Made")))


def _taken(reader: Reader, round_: Round) -> Iterator[StepRow]:
    for step in steps(reader, round_.id):
        row = _row(reader, step.trace, _said(step))
        hidden = step.trace.action in OF_THE_ORDER and not round_.assessed
        yield replace(row, reason="") if hidden else row


def _moved(reader: Reader, round_: Round, *, but: frozenset[str]) -> Iterator[StepRow]:
    """Yield which proposals came into a round, left it, or were taken in anew, but those that are excepted."""
    kept = [(each.seq, each.record.proposals) for each in reader.versions(Round, round_.id) if each.record]
    for (_, before), (seq, after) in pairwise(kept):
        for id in (each for each in (*after, *before) if (each in after) != (each in before)):
            if id not in but:
                yield _about(reader, reader.numbered([seq])[seq], CAME if id in after else LEFT, id)
    ever = {id for _, listed in kept for id in listed} - but
    for trace in reader.traces(subjects=sorted(ever), actions=("take_in",), most=MOST) if ever else ():
        if f'"id":"{basis_id(round_.id, trace.subject)}"' in trace.changes:
            yield _about(reader, trace, ANEW, trace.subject)


def _about(reader: Reader, trace: Trace, said: str, proposal: str) -> StepRow:
    """Return what was done with a proposal, called as it was then."""
    then = next(iter(reader.each_as_of(Proposal, {proposal: trace.seq})), None)
    return _row(reader, trace, Message(said), then)


def _said(step: Step) -> Message:
    return Message(
        N_("Taken back to «{phase}»") if step.back else N_("Taken on to «{phase}»"), {"phase": step.after}
    )


def _told(reader: Reader, round_: Round, trace: Trace, proposal: Proposal) -> Iterator[StepRow]:
    if trace.reason and f'"id":"{round_.id}.{proposal.id}' in trace.changes:
        yield _row(reader, trace, Message(CHANGES[trace.action]), proposal)


def _differing(reader: Reader, round_: Round, seq: int, *, but: frozenset[str]) -> int:
    """Return how many marks are there now and were not, or were otherwise, after a trace; and how many are gone.

    Marks on the proposals that are excepted are not counted.
    """
    stood, stands = (
        {mark.id: mark.mark for mark in marks if mark.proposal not in but}
        for marks in (reader.all_as_of(Mark, seq, round=round_.id), reader.all(Mark, round=round_.id))
    )
    return sum(
        (id in stood) != (id in stands) or stood[id] != stands[id] for id in stood.keys() | stands.keys()
    )


def _row(reader: Reader, trace: Trace, what: Message, proposal: Proposal | None = None) -> StepRow:
    who, at = reader.who_and_when(trace)
    return StepRow(
        seq=trace.seq,
        at=at,
        who=who,
        what=what,
        reference=proposal.reference if proposal else "",
        title=proposal.title if proposal else "",
        reason=trace.reason,
    )
