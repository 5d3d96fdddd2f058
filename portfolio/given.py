"""The base of every record that comes from outside: it cannot exist unless it is valid, and its stable id."""

import hashlib
import re
import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from portfolio.messages import N_

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SHAPELESS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
"""Signs that Unicode counts among letters, marks and symbols, and that are drawn as nothing."""


_UNDRAWN = re.compile(
    "[\x80-\x84\x86-\x9f\u00ad\u034f\u061c\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What people bring along from elsewhere and nobody sees: signs of direction, of where a line may break, of shape, of tags."""
_DRAWN_AS_SPACE = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")


def blank(text: str) -> bool:
    """Say whether nothing of a text can be seen: it is empty, or all of it is spaces and signs without a shape.

    >>> blank(" \\u200b\\u00ad"), blank("–")
    (True, False)
    """
    return all(map(_unseen, text))


def _unseen(sign: str) -> bool:
    if sign.isascii():
        return sign < "!"
    return unicodedata.category(sign)[0] in "ZC" or sign in _SHAPELESS


def cleaned(text: str) -> str:
    """Return a text without signs that nobody sees: marks of direction and of where a line may break, and control signs.

    Letters are composed, and line breaks stand.

    >>> cleaned("20\\u200b27\\u202e"), cleaned("A\\u030as\\x07"), cleaned("Felles\\u3164kart\\ufe0f")
    ('2027', 'Ås', 'Felles kart')
    """
    plain = _UNDRAWN.sub("", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    return _DRAWN_AS_SPACE.sub(" ", plain)


def _printable(text: object) -> object:
    """Leave out what nobody can type or see, and that a database or a workbook refuses."""
    if not isinstance(text, str):
        return text
    return "" if blank(text) else _UNSEEN.sub("", text)


_Printable = BeforeValidator(_printable)

LONGEST_LINE, LONGEST_PARAGRAPH = 200, 10_000
"""The most signs in a line or an id, and in running text: a title that wraps twice, and some three pages."""

Key = Annotated[str, StringConstraints(pattern=rf"^[a-z0-9æøå][a-z0-9æøå:_./-]{{0,{LONGEST_LINE - 1}}}$")]
"""A stable id that people never type: lower case, digits, `-`, `_`, `.` and `:`."""
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE), _Printable
]
"""One line of text that must be there."""
OptionalLine = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_LINE), _Printable]
"""One line of text that may be empty."""
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_PARAGRAPH), _Printable]
"""Running text that may be empty."""

LONGEST_SLUG = 60
"""The most signs that a text gives to an id."""
WORDLESS = N_("Write at least one letter or digit.")
"""What is said to whoever calls something by signs only."""

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")


class Given(BaseModel):
    """A frozen record with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InLanguages(Given):
    """Authored text that carries its own three languages."""

    nb: Line | Paragraph
    nn: Line | Paragraph
    en: Line | Paragraph

    def in_(self, language: Language) -> str:
        """Return the text in the reader's language."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[language]

    def __str__(self) -> str:
        return self.nb


def wordless(text: str) -> bool:
    """Say whether a text is signs only, so that nobody can call anything by it.

    >>> wordless("..!"), wordless("Čáhci"), wordless("7")
    (True, False, False)
    """
    return not any(map(str.isalnum, text))


def slug(text: str) -> str:
    """Return a text as part of a stable id: where no letter of it may stand in one, or it is long, with a part of its digest.

    So two long texts that begin alike are told apart.

    >>> slug("Direktoratet for e-helse & Ålesund"), slug("Весна"), slug("..")
    ('direktoratet-for-e-helse-ålesund', 'x-320aa54e92', 'x')
    """
    kept = unicodedata.normalize("NFC", text).lower()
    plain = re.sub(r"[^a-z0-9æøå]+", "-", kept).strip("-")
    digest = hashlib.sha256(kept.encode()).hexdigest()[:10]
    if len(plain) > LONGEST_SLUG:
        return f"{plain[: LONGEST_SLUG - len(digest) - 1].strip('-')}-{digest}"
    return plain or ("x" if wordless(kept) else f"x-{digest}")
