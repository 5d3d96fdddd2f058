"""What the domain says to people: an English sentence with facts, put into words by the doors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})


def N_(text: str) -> str:
    """Mark a sentence for translation, and return it as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, and what goes in them.

    `text` is the msgid (str.format style, English); `facts` may hold numbers, `Money`, days,
    `InLanguages`, plain text or other messages. With `plural`, `facts["count"]` chooses the form.

    >>> Message("{count} of {all} done", {"count": 3, "all": 9}).in_english()
    '3 of 9 done'
    """

    text: str
    facts: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    plural: str | None = None

    def in_english(self) -> str:
        """Return the sentence as the log and the tests read it."""
        return self.text.format_map(
            {k: v.in_english() if isinstance(v, Message) else v for k, v in self.facts.items()}
        )
