"""Something that must always hold of the stored data; each wing says its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portfolio.messages import Message
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Invariant:
    """One thing that must hold, and each place where it does not."""

    name: Message
    faults: tuple[Message, ...]

    @property
    def holds(self) -> bool:
        """Whether it holds everywhere."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold, as people read it, and what finds each place where it does not."""

    name: str
    find: Callable[[Reader], Iterator[Message]]

    def hold(self, reader: Reader) -> Invariant:
        """Return whether it holds of the stored data."""
        return Invariant(Message(self.name), tuple(self.find(reader)))
