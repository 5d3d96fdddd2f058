"""What the council recommends, and where a recommendation departs from the order."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from portfolio.given import Given, Key, Paragraph
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
    """What the council recommends KS to do with a proposal in a round, on which conditions and why."""

    id: Key
    round: Key
    proposal: Key
    outcome: Outcome
    conditions: Paragraph = ""
    reason: Paragraph = ""
    revision: int = 1


def recommendation_id(round_: str, proposal: str) -> str:
    """Return the stable id of the council's recommendation on a proposal in a round."""
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
    if proposal not in places:
        return ()
    return tuple(
        other
        for other, theirs in others.items()
        if other != proposal
        and other in places
        and _turned(places[other] - places[proposal], STRENGTH[theirs] - STRENGTH[outcome])
    )


def unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool = False
) -> tuple[Objection, ...]:
    """Return what the recommendation must say and does not.

    Args:
        passed_by: the proposals it is out of order with.
        stopped: whether an absolute requirement was answered no.
    """
    return tuple(_unexplained(recommendation, passed_by, stopped=stopped))


def _turned(further_down: int, stronger: int) -> bool:
    """Say whether the other stands above with a weaker word, or below with a stronger one."""
    return (further_down < 0 and stronger < 0) or (further_down > 0 and stronger > 0)


def _unexplained(
    recommendation: Recommendation, passed_by: tuple[str, ...], *, stopped: bool
) -> Iterator[Unexplained]:
    strongest = STRENGTH[recommendation.outcome] == max(STRENGTH.values())
    if stopped and strongest and not recommendation.reason:
        yield Unexplained(
            N_("An absolute requirement is answered no. Write why the proposal is recommended all the same."),
            about="reason",
        )
    if recommendation.outcome is Outcome.WITH_CONDITIONS and not recommendation.conditions:
        yield Unexplained(N_("Write the conditions."), about="conditions")
    if passed_by and not recommendation.reason:
        yield Unexplained(
            N_(
                "This departs from the order, compared with other proposals ({count}). Write the reason, so that everyone can see why."
            ),
            about="reason",
            count=len(passed_by),
        )
