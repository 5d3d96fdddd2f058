"""Why a proposal in a round gets no marks, and what the check remarked on it."""

from collections.abc import Mapping, Sequence

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.prioritising.gates import Answer, GateAnswer, Standing
from portfolio.prioritising.methods import Method

WHY_NOT: Mapping[Standing, str] = {
    Standing.WAITING: N_("The secretariat has not checked it yet."),
    Standing.STOPPED: N_("It does not meet a must-have requirement."),
    Standing.STATUTORY: N_("It is statutory and cannot be chosen away."),
}
"""Why a proposal gets no marks."""


def remarks(desk: Desk, method: Method, answers: Sequence[GateAnswer]) -> list[str]:
    """Return what the check found that was not a plain yes: the requirement, the answer and the reason."""
    names = {gate.key: gate.name for gate in method.gates}
    return [
        f"{desk.words.put(names[each.gate])}: {desk.words.name(each.answer)}. {each.reason}"
        for each in answers
        if each.answer is not Answer.YES and each.gate in names
    ]
