"""A round: the proposals that are judged together, by whom, with which version of the method."""

from enum import StrEnum

from portfolio.given import Given, Key, Line
from portfolio.messages import N_
from portfolio.objections import Objection


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


class NotOpen(Objection):
    """The round is not in the phase where this is done."""


class NotYours(Objection):
    """A proposal or a round that the person is not to mark."""


def let_assess(round_: Round, member: str) -> None:
    """Let a member go on if they sit in the round and it takes marks now.

    Raises:
        NotYours: the person is not a member of the round.
        NotOpen: the round does not take marks now.
    """
    if member not in round_.members:
        raise NotYours(N_("You are not among the members who assess in this round."))
    if not round_.open_for_marks:
        raise NotOpen(N_("The round is not open for assessment now."))
