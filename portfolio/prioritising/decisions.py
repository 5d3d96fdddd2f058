"""What the council recommends, what KS decides, and where a recommendation departs from the order."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph
from portfolio.messages import N_
from portfolio.objections import Objection


class Outcome(StrEnum):
    """What the council may recommend; `STRENGTH` says which is stronger."""

    RECOMMENDED = "recommended"
    WITH_CONDITIONS = "with_conditions"
    LOOK_FURTHER = "look_further"
    NOT_RECOMMENDED = "not_recommended"


STRENGTH: Mapping[Outcome, int] = {
    Outcome.NOT_RECOMMENDED: 0,
    Outcome.LOOK_FURTHER: 1,
    Outcome.WITH_CONDITIONS: 2,
    Outcome.RECOMMENDED: 2,
}
"""Recommended with conditions is still recommended."""


class Recommendation(Given):
    """The council's word on a proposal in a round."""

    id: Key
    round: Key
    proposal: Key
    outcome: Outcome
    conditions: Paragraph = ""
    reason: Paragraph = ""
    revision: int = 1


class Resolution(StrEnum):
    """What KS decided."""

    APPROVED = "approved"
    APPROVED_IN_PART = "approved_in_part"
    POSTPONED = "postponed"
    REJECTED = "rejected"


class Decision(Given):
    """KS's own decision, apart from the recommendation: case number, day and outcome."""

    id: Key
    round: Key
    proposal: Key
    resolution: Resolution
    case: Line
    on: date
    note: OptionalLine = ""
    revision: int = 1


def outcome_id(round_: str, proposal: str) -> str:
    """Return the stable id of the recommendation, or the decision, on a proposal in a round."""
    return f"{round_}.{proposal}"


class Unexplained(Objection):
    """A recommendation that needs a reason or a condition and has none."""


def departs(
    outcome: Outcome, *, proposal: str, places: Mapping[str, int], others: Mapping[str, Outcome]
) -> tuple[str, ...]:
    """Return the proposals that this outcome is out of order with.

    Those placed better with a weaker outcome, and those placed worse with a stronger one. A proposal
    without a place (statutory, or stopped by a requirement) departs from nothing.

    Args:
        places: the place of every ranked proposal.
        others: the outcomes recorded for the other proposals.
    """
    mine = places.get(proposal)
    if mine is None:
        return ()
    return tuple(
        other
        for other, theirs in others.items()
        if other != proposal
        and other in places
        and (
            (places[other] < mine and STRENGTH[theirs] < STRENGTH[outcome])
            or (places[other] > mine and STRENGTH[theirs] > STRENGTH[outcome])
        )
    )


def unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool = False
) -> tuple[Objection, ...]:
    """Return what the recommendation must say and does not.

    Args:
        passed_by: the proposals it is out of order with.
        stopped: whether an absolute requirement was answered no.
    """
    gaps = []
    if stopped and STRENGTH[recommendation.outcome] == max(STRENGTH.values()) and not recommendation.reason:
        gaps.append(
            Unexplained(
                N_(
                    "An absolute requirement is answered no. Write why the proposal is recommended all the same."
                ),
                about="reason",
            )
        )
    if recommendation.outcome is Outcome.WITH_CONDITIONS and not recommendation.conditions:
        gaps.append(Unexplained(N_("Write the conditions."), about="conditions"))
    if passed_by and not recommendation.reason:
        gaps.append(
            Unexplained(
                N_(
                    "This departs from the order, compared with other proposals ({count}). Write the reason, so that everyone can see why."
                ),
                about="reason",
                count=len(passed_by),
            )
        )
    return tuple(gaps)
