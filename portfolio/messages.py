"""What the domain says to people: an English sentence with facts, put into words by the doors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

NO_FACTS: Mapping[str, object] = MappingProxyType({})


class Sentence(str):
    """A sentence whose English says one thing in several places, and the context that tells this place.

    It is a plain `str` everywhere else, so it goes wherever a sentence goes: into `words(...)`, a message, an
    objection, a constant or a name. Only where another language needs other words is there need of one.

    >>> N_("Promised", context="template").context
    'template'
    """

    __slots__ = ("context",)
    context: str

    def __new__(cls, text: str, context: str = "") -> Self:
        """Return the sentence with its context."""
        made = super().__new__(cls, text)
        made.context = context
        return made


def N_(text: str, *, context: str = "") -> str:
    """Mark a sentence for translation, and return it: as it is, or with the context that tells it apart."""
    return Sentence(text, context) if context else text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, and what goes in them.

    `text` is the msgid (str.format style, English); `facts` may hold numbers, `Money`, days,
    `InLanguages`, plain text, other messages, or a tuple of such. With `plural`, `facts["count"]` chooses the form. The
    `context` comes with a text that has one.

    >>> Message("{count} of {all} done", {"count": 3, "all": 9}).in_english()
    '3 of 9 done'
    """

    text: str
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)
    plural: str | None = None
    context: str = field(init=False, default="")

    def __post_init__(self) -> None:
        if isinstance(self.text, Sentence):
            object.__setattr__(self, "context", self.text.context)

    def in_english(self) -> str:
        """Return the sentence as the log and the tests read it."""
        return self.text.format_map({key: _in_english(fact) for key, fact in self.facts.items()})


def _in_english(fact: object) -> object:
    if isinstance(fact, tuple):
        return "; ".join(str(_in_english(each)) for each in fact)
    return fact.in_english() if isinstance(fact, Message) else fact
