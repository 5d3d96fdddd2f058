"""What KS decides on a proposal, apart from what the council recommends."""

from datetime import date
from enum import StrEnum

from portfolio.given import Given, Key, Line, OptionalLine


class Resolution(StrEnum):
    """What KS decided."""

    APPROVED = "approved"
    APPROVED_IN_PART = "approved_in_part"
    POSTPONED = "postponed"
    REJECTED = "rejected"


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


def decision_id(round_: str, proposal: str) -> str:
    """Return the stable id of KS's decision on a proposal in a round."""
    return f"{round_}.{proposal}"
