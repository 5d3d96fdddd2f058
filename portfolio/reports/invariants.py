"""Something that must always hold of the stored data; each wing says its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portfolio.messages import N_, Message
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
        """Return whether it holds of the stored data. What cannot be read is itself a place where it does not."""
        faults: list[Message] = []
        try:
            for fault in self.find(reader):
                faults.append(fault)  # noqa: PERF402 (what was found before it stopped is to be kept)
        except Exception as trouble:
            faults.append(_unanswered(trouble))
        return Invariant(Message(self.name), tuple(faults))


def _unanswered(trouble: Exception) -> Message:
    """Return that somebody has put something there which stops us; not what, which may be for few to see."""
    said = N_("This could not be looked through: something that stands there cannot be read ({kind})")
    return Message(said, {"kind": type(trouble).__name__})
