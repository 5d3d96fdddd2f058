"""What stands in the way: raised when it stops us, listed when people should see them all."""

from collections.abc import Sequence
from typing import Self

from portfolio.messages import Message


class Objection(Exception):
    """A refusal that says what, why and what to do.

    Args:
        text: the sentence in English with named places, the msgid of its translations.
        about: the field, or sheet and cell, that it concerns; empty when it concerns the whole.
        facts: what goes into the places.
    """

    def __init__(self, text: str, *, about: str = "", **facts: object) -> None:
        super().__init__(text)
        self.message = Message(text, facts)
        self.about = about

    @classmethod
    def saying(cls, message: Message, *, about: str = "") -> Self:
        """Return an objection that says what a message says."""
        made = cls(message.text, about=about)
        made.message = message
        return made

    def __str__(self) -> str:
        return self.message.in_english()

    def __eq__(self, other: object) -> bool:
        return (
            type(other) is type(self)
            and isinstance(other, Objection)
            and (self.message, self.about) == (other.message, other.about)
        )

    def __hash__(self) -> int:
        return hash((type(self), self.message.text, self.about))


class Objections(Objection):
    """Several refusals at once, so that people can mend them all in one go."""

    def __init__(self, listed: Sequence[Objection]) -> None:
        super().__init__("; ".join(str(each) for each in listed))
        self.listed = tuple(listed)


def raise_any(listed: Sequence[Objection]) -> None:
    """Raise what is listed: nothing, the one, or all together."""
    if len(listed) == 1:
        raise listed[0]
    if listed:
        raise Objections(listed)
