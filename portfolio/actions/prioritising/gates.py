"""The formal check: the secretariat's answers to the requirements, before anyone gives a mark."""

from collections.abc import Iterator, Mapping

from portfolio.given import Given
from portfolio.lookups.judging import method_of
from portfolio.messages import N_
from portfolio.objections import raise_any
from portfolio.people import Person, Stamp, Verb, allow
from portfolio.prioritising.gates import Answer, GateAnswer, gate_answer_id
from portfolio.prioritising.marks import NotAnswered
from portfolio.prioritising.rounds import NotOpen, Round, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer


class Check(Given):
    """The formal check of a proposal as a whole: its revision is the sum of its answers' revisions."""

    revision: int


def answer_gates(
    database: Database,
    round_: str,
    proposal: str,
    *,
    answers: Mapping[str, tuple[Answer | None, str]],
    seen: int,
    stamp: Stamp,
) -> None:
    """Record the secretariat's answers to a proposal's gates, each with its reason.

    Args:
        answers: the answer and the reason by gate; a gate with neither is left for later.
        seen: the sum of the revisions of the answers that were there when the person began.

    Raises:
        NotOpen: the marks are already closed.
        NotAnswered: an answer has no reason, or a reason no answer, by its field.
        Stale: a colleague answered in between.
    """
    allow(stamp, Verb.ANSWER_GATES)
    with database.write(stamp) as writer:
        current = writer.get(Round, round_)
        if current.phase not in (RoundPhase.PREPARING, RoundPhase.SCORING):
            raise NotOpen(N_("The assessment is over, so the check can no longer be changed."))
        stored = {each.gate: each for each in writer.all(GateAnswer, round=round_, proposal=proposal)}
        _unchanged(writer, proposal, sum(each.revision for each in stored.values()), seen)
        raise_any([gap for gate, given in answers.items() for gap in _half(gate, *given)])
        for gate in method_of(current).gates:
            answer, reason = answers.get(gate.key, (None, ""))
            if answer is not None:
                writer.keep(
                    GateAnswer(
                        id=gate_answer_id(round_, proposal, gate.key),
                        round=round_,
                        proposal=proposal,
                        gate=gate.key,
                        answer=answer,
                        reason=reason,
                        revision=stored[gate.key].revision if gate.key in stored else 1,
                    )
                )
        writer.trace("answer_gates", proposal)


def _unchanged(writer: Writer, proposal: str, revision: int, seen: int) -> None:
    if revision != seen:
        traces = [each for each in writer.traces(subject=proposal) if each.action == "answer_gates"]
        by = writer.get(Person, traces[0].person).name if traces else ""
        raise Stale(Check(revision=revision), by=by, at=traces[0].at if traces else None)


def _half(gate: str, answer: Answer | None, reason: str) -> Iterator[NotAnswered]:
    if answer is not None and not reason.strip():
        yield NotAnswered(N_("Write the reason for the answer."), about=f"reason.{gate}")
    if answer is None and reason.strip():
        yield NotAnswered(N_("Choose yes, no or not clarified."), about=gate)
