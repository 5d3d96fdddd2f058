"""The gates (the requirements): what the secretariat answered, and where a proposal then stands before the marks."""

from collections.abc import Iterable
from enum import StrEnum

from portfolio.given import Given, Key, Paragraph
from portfolio.prioritising.methods import Gate, Method
from portfolio.proposals.proposal import Proposal


class Answer(StrEnum):
    """What the secretariat found at a gate."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def wants_reason(answer: Answer) -> bool:
    """Say whether an answer must have a reason: a yes may stand alone.

    >>> [wants_reason(each) for each in Answer]
    [False, True, True]
    """
    return answer is not Answer.YES


class GateAnswer(Given):
    """The answer to one gate for one proposal in a round, with the reason for it where it has one.

    `upon` is the trace after which the proposal was read as it was when this was answered.
    """

    id: Key
    round: Key
    proposal: Key
    gate: Key
    answer: Answer
    reason: Paragraph
    upon: int = 0
    revision: int = 1


def gate_answer_id(round_: str, proposal: str, gate: str) -> str:
    """Return the stable id of one gate answer."""
    return f"{round_}.{proposal}.{gate}"


class GateAnswers(Given):
    """The answers for one proposal in a round, or to one gate for all of them, as the whole that people see and save.

    `read` is the revision of the proposal that is judged, which they read to answer; of several, all of them together.
    """

    answers: tuple[GateAnswer, ...]
    read: int = 1

    @property
    def revision(self) -> int:
        """The revision of the whole: it rises whenever an answer is added or changed, or another version is judged."""
        return sum(each.revision for each in self.answers) + self.read - 1


class Standing(StrEnum):
    """Whether the council is to mark the proposal."""

    READY = "ready"
    WAITING = "waiting"
    STOPPED = "stopped"
    STATUTORY = "statutory"


def unanswered(method: Method, answers: Iterable[GateAnswer]) -> tuple[Gate, ...]:
    """Return the gates that nobody has answered yet."""
    answered = {each.gate for each in answers}
    return tuple(gate for gate in method.gates if gate.key not in answered)


def stopped_by(method: Method, answers: Iterable[GateAnswer]) -> tuple[Gate, ...]:
    """Return the absolute requirements that were answered no."""
    refused = {each.gate for each in answers if each.answer is Answer.NO}
    return tuple(gate for gate in method.gates if gate.stops and gate.key in refused)


def standing(method: Method, proposal: Proposal, answers: Iterable[GateAnswer]) -> Standing:
    """Return where the proposal stands, given the answers to its own gates."""
    listed = list(answers)
    if method.statutory_outside and proposal.statutory:
        return Standing.STATUTORY
    if stopped_by(method, listed):
        return Standing.STOPPED
    return Standing.WAITING if unanswered(method, listed) else Standing.READY
