"""What KS decides on a proposal, apart from what the council recommends."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from portfolio.given import Given, Key, Line, OptionalLine
from portfolio.prioritising.recommendations import Outcome


class Resolution(StrEnum):
    """What KS decided."""

    APPROVED = "approved"
    APPROVED_IN_PART = "approved_in_part"
    POSTPONED = "postponed"
    REJECTED = "rejected"


FOLLOWS: Mapping[Outcome, frozenset[Resolution]] = {
    Outcome.RECOMMENDED: frozenset({Resolution.APPROVED, Resolution.APPROVED_IN_PART}),
    Outcome.WITH_CONDITIONS: frozenset({Resolution.APPROVED, Resolution.APPROVED_IN_PART}),
    Outcome.LOOK_FURTHER: frozenset({Resolution.POSTPONED}),
    Outcome.NOT_RECOMMENDED: frozenset({Resolution.REJECTED, Resolution.POSTPONED}),
}
"""The decisions that follow what was recommended; all others are otherwise."""


class Decision(Given):
    """KS's own decision on a proposal in a round: what, in which case, and on which day."""

    id: Key
    round: Key
    proposal: Key
    resolution: Resolution
    case: Line
    on: date
    note: OptionalLine = ""
    revision: int = 1


def follows(resolution: Resolution, outcome: Outcome) -> bool:
    """Say whether KS decided as the council recommended.

    >>> follows(Resolution.APPROVED_IN_PART, Outcome.RECOMMENDED), follows(Resolution.APPROVED, Outcome.LOOK_FURTHER)
    (True, False)
    """
    return resolution in FOLLOWS[outcome]


def decision_id(round_: str, proposal: str) -> str:
    """Return the stable id of KS's decision on a proposal in a round."""
    return f"{round_}.{proposal}"
