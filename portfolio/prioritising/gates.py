"""Where a proposal stands before the marks: ready, waiting for the check, stopped by it, or on the statutory track."""

from collections.abc import Iterable
from enum import StrEnum

from portfolio.prioritising.assessments import Answer, GateAnswer
from portfolio.prioritising.methods import Gate, Method
from portfolio.proposals import Proposal


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
