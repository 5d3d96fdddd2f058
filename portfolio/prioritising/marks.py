"""What a council member says of a proposal: marks, don't know, and a short reason."""

from collections.abc import Mapping

from portfolio.given import Given, Key, Paragraph
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.prioritising.methods import Method


class Mark(Given):
    """One member's mark on one criterion; `mark` is None for «don't know», which is never zero.

    `upon` is which version it was given on: the `seq` of what the round then held of the proposal.
    """

    id: Key
    round: Key
    proposal: Key
    member: Key
    criterion: Key
    mark: int | None
    reason: Paragraph = ""
    upon: int = 0
    revision: int = 1


def mark_id(round_: str, proposal: str, member: str, criterion: str) -> str:
    """Return the stable id of one member's mark."""
    return f"{round_}.{proposal}.{member}.{criterion}"


class OutsideTheScale(Objection):
    """A mark that the method's scale does not have."""


class NotAnswered(Objection):
    """A criterion, a gate or a proposal that still waits for an answer."""


def off_scale(method: Method, marks: Mapping[str, int | None]) -> tuple[Objection, ...]:
    """Return what is wrong with a set of marks, one objection a criterion."""
    known = {each.key for each in method.criteria}
    return tuple(
        OutsideTheScale(
            N_("Choose a step from {lowest} to {highest}, or «don't know»."),
            about=key,
            lowest=method.lowest,
            highest=method.highest,
        )
        for key, mark in marks.items()
        if key not in known or (mark is not None and not method.lowest <= mark <= method.highest)
    )


def unmarked(method: Method, marks: Mapping[str, int | None]) -> tuple[Objection, ...]:
    """Return the criteria that have neither a mark nor «don't know»."""
    return tuple(
        NotAnswered(
            N_("Choose a step, or «don't know», for {criterion}."),
            about=each.key,
            criterion=each.name,
        )
        for each in method.criteria
        if each.key not in marks
    )
