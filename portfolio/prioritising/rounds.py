"""A round: the proposals that are judged together, by whom, with which version of the method."""

from enum import StrEnum

from portfolio.given import Given, Key, Line


class RoundPhase(StrEnum):
    """How far the round has come."""

    PREPARING = "preparing"
    SCORING = "scoring"
    MEETING = "meeting"
    CLOSED = "closed"


class Round(Given):
    """One round of assessment. `method` is `key/version` of a published method."""

    id: Key
    title: Line
    method: Key
    phase: RoundPhase
    proposals: tuple[Key, ...]
    members: tuple[Key, ...]
    example: bool = False
    revision: int = 1

    @property
    def open_for_marks(self) -> bool:
        """Whether members may give and change marks now."""
        return self.phase is RoundPhase.SCORING
