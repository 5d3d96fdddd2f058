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


class Said(Protocol):
    """Something that was said of a proposal in a round, on the version that was read."""

    @property
    def upon(self) -> int:
        """The trace after which the proposal was read."""


def upon(said: Said, basis: Basis | None) -> bool:
    """Say whether something was said of the version that a round holds."""
    return said.upon == (basis.seq if basis else 0)
