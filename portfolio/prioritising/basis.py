"""What a round holds of each proposal that is judged in it: all of it as it stood after a certain trace."""

from typing import Protocol

from portfolio.given import Given, Key


class Basis(Given):
    """What a proposal is judged on in a round: the whole of it as it stood after the trace with the number `seq`."""

    id: Key
    round: Key
    proposal: Key
    seq: int
    revision: int = 1


def basis_id(round_: str, proposal: str) -> str:
    """Return the stable id of what a round holds of a proposal."""
    return f"{round_}.{proposal}"


class Held(Given):
    """What a round holds of all its proposals, as the whole that somebody reads before they answer to it."""

    bases: tuple[Basis, ...]

    @property
    def revision(self) -> int:
        """Which whole it is: it rises whenever a proposal comes in, or a new version of one is taken in."""
        return max((each.seq for each in self.bases), default=0)

    def since(self, seen: int) -> tuple[Basis, ...]:
        """Return what is held otherwise than in an earlier whole, or was not held then."""
        return tuple(each for each in self.bases if each.seq > seen)


class Said(Protocol):
    """Something that was said of a proposal in a round, on the version that was read."""

    @property
    def upon(self) -> int:
        """The trace after which the proposal was read."""


def upon(said: Said, basis: Basis | None) -> bool:
    """Say whether something was said of the version that a round holds."""
    return said.upon == (basis.seq if basis else 0)
