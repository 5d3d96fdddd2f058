"""The secretariat's answers to the gates, before anyone gives a mark."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from portfolio.given import blank
from portfolio.lookups.aside import let_act
from portfolio.lookups.basis import bases, texts_judged, version_judged
from portfolio.lookups.judging import gate_answers, gate_as_whole, method_of
from portfolio.messages import N_
from portfolio.objections import raise_any
from portfolio.people import Stamp, Verb
from portfolio.prioritising.gates import Answer, GateAnswer, GateAnswers, gate_answer_id, wants_reason
from portfolio.prioritising.marks import Mark, NotAnswered
from portfolio.prioritising.rounds import NeedsReason, NotOpen, Round, let_be_in
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer

Answered = tuple[Answer | None, str]
"""What is answered at a gate, and the reason for it; neither where it is left for later."""
CHANGED_BY = ("answer_gates", "take_in", "revise_proposal")
"""The acts by which what somebody reads, or the answers to it, become others."""


def answer_gates(
    database: Database,
    round_: str,
    proposal: str,
    *,
    answers: Mapping[str, Answered],
    seen: int,
    stamp: Stamp,
    why: str = "",
) -> None:
    """Record the secretariat's answers to a proposal's gates, with a reason for each that is not a yes.

    Args:
        answers: the answer and the reason by gate; a gate with neither is left for later.
        seen: the revision of the answers as a whole, and of what they are about, as the person began.
        why: why an answer is changed that members have marked by, which is kept with the trace.

    Raises:
        NotOpen: the marks are already closed.
        NotInRound: the proposal is not in it.
        Forbidden: the person stands aside from it.
        NotAnswered: an answer other than yes has no reason, or a reason no answer, by its field.
        NeedsReason: an answer is changed under marks, and it is not said why.
        Stale: a colleague answered in between, or another version of the proposal is judged now.
    """
    with database.write(stamp, Verb.ANSWER_GATES) as writer:
        current = _open(writer, round_, proposal)
        read = texts_judged(writer, current, proposal)[proposal].revision
        stored = GateAnswers(answers=writer.all(GateAnswer, round=round_, proposal=proposal), read=read)
        _unchanged(writer, (proposal,), stored, seen=seen)
        raise_any([gap for gate, answered in answers.items() for gap in _half(gate, *answered)])
        turned = _turned(stored, answers) and writer.count(Mark, round=round_, proposal=proposal) > 0
        if turned and blank(why):
            raise NeedsReason(
                N_("Members have given marks by the answer that stands. Write why it is changed."),
                about="why",
            )
        _record(writer, current, proposal, answers)
        writer.trace("answer_gates", proposal, reason=why if turned else "")


def answer_gate(
    database: Database,
    round_: str,
    gate: str,
    *,
    answers: Mapping[str, Answered],
    seen: int,
    stamp: Stamp,
    over: Collection[str] = (),
) -> None:
    """Record the secretariat's answers to one gate for several proposals that it is not answered for yet.

    Args:
        answers: the answer and the reason by proposal; one with neither is left for later.
        seen: the revision of the answers to the gate as a whole, and of what they are about, as the person began.
        over: the proposals that are answered already, where the person has seen by whom and answers otherwise all the same.

    Raises:
        NotOpen: the marks are already closed.
        NotInRound: a proposal is not in it.
        Forbidden: the person stands aside from one of them.
        NotAnswered: an answer other than yes has no reason, or a reason no answer, by its field.
        NeedsReason: an answer that stands would be another, but those put over; or one that members have marked by.
        Stale: a colleague answered in between, or another version of a proposal is judged now.
    """
    with database.write(stamp, Verb.ANSWER_GATES) as writer:
        current = _open(writer, round_, *answers)
        stored = gate_as_whole(writer, current, gate, person=writer.stamp.person)
        _unchanged(writer, current.proposals, stored, seen=seen)
        raise_any([gap for proposal, answered in answers.items() for gap in _half(proposal, *answered)])
        for proposal, answered in answers.items():
            _still_asked(writer, current, proposal, gate, answered, over=proposal in over)
            _record(writer, current, proposal, {gate: answered})
            writer.trace("answer_gates", proposal)


def _open(writer: Writer, round_: str, *proposals: str) -> Round:
    """Return a round whose gates somebody may answer for these proposals."""
    current = writer.get(Round, round_)
    if not current.open_for_gates:
        raise NotOpen(N_("The assessment is over, so the check can no longer be changed."))
    for proposal in proposals:
        let_be_in(current, proposal)
    let_act(writer, round_, *proposals, person=writer.stamp.person)
    return current


def _still_asked(
    writer: Writer, round_: Round, proposal: str, gate: str, answered: Answered, *, over: bool
) -> None:
    """See that an answer that stands, or that members have marked by, is not made another among many."""
    if answered[0] is None:
        return
    holds = any(each.gate == gate for each in gate_answers(writer, round_).get(proposal, ()))
    marked = writer.count(Mark, round=round_.id, proposal=proposal) > 0
    stood = GateAnswers(answers=writer.all(GateAnswer, round=round_.id, proposal=proposal, gate=gate))
    if (holds and not over) or (marked and _turned(stood, {gate: answered})):
        raise NeedsReason(
            N_("It is answered already. Change the answer under the proposal, where you can write why."),
            about=proposal,
        )


def _record(writer: Writer, round_: Round, proposal: str, answers: Mapping[str, Answered]) -> None:
    """Put the answers to the gates that the method has in their place."""
    upon = version_judged(writer, proposal, basis=bases(writer, round_).get(proposal))
    for gate in method_of(round_).gates:
        answer, reason = answers.get(gate.key, (None, ""))
        if answer is not None:
            _put(writer, round_.id, proposal, gate.key, answer, reason, upon=upon)


def _turned(stored: GateAnswers, answers: Mapping[str, Answered]) -> bool:
    """Say whether an answer that stands would become another; its reason may be put otherwise."""
    return any(answers.get(each.gate, (None, ""))[0] not in (None, each.answer) for each in stored.answers)


def _unchanged(writer: Writer, proposals: Sequence[str], stored: GateAnswers, *, seen: int) -> None:
    if stored.revision != seen:
        traces = [each for id in proposals for each in writer.traces(subject=id, actions=CHANGED_BY, most=1)]
        last = max(traces, key=lambda each: each.seq, default=None)
        by, at = writer.who_and_when(last) if last else ("", None)
        raise Stale(stored, by=by, at=at)


def _half(gate: str, answer: Answer | None, reason: str) -> Iterator[NotAnswered]:
    if answer is not None and wants_reason(answer) and blank(reason):
        yield NotAnswered(N_("Write the reason for the answer."), about=f"reason.{gate}")
    if answer is None and not blank(reason):
        yield NotAnswered(N_("Choose yes, no or not clarified."), about=gate)


def _put(
    writer: Writer, round_: str, proposal: str, gate: str, answer: Answer, reason: str, *, upon: int
) -> None:
    writer.put(
        GateAnswer(
            id=gate_answer_id(round_, proposal, gate),
            round=round_,
            proposal=proposal,
            gate=gate,
            answer=answer,
            reason=reason,
            upon=upon,
        )
    )
