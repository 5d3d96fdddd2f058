"""A line of a page: text that people wrote, with ways to other pages in it, written as Markdown or as HTML."""

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from portfolio.pages.desk.texts import plain

_STROKES = re.compile(r"(?<!\w)\d+(?:-\d+)+(?!\w)")
"""Figures with strokes between, such as a reference: a browser would break a line after a stroke."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a page of ours, under a name that people may have written. As text it is Markdown."""

    text: str
    address: str

    def __str__(self) -> str:
        return f"[{plain(self.text)}]({self.address})"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are to be seen first."""

    text: str


@dataclass(frozen=True, slots=True)
class Struck:
    """Words that count no more."""

    text: str


Piece = str | Link | Strong | Struck
Line = Piece | tuple[Piece, ...]


def link(text: object, page: str, /, **query: str) -> Link:
    """Return the way to a page of ours.

    >>> str(link("Felles *kart*", "forslag", id="a"))
    '[Felles \\\\*kart\\\\*](/forslag?id=a)'
    """
    asked = "&".join(f"{key}={quote(value, safe=':')}" for key, value in query.items())
    return Link(str(text), f"/{page}{'?' + asked if asked else ''}")


def as_markdown(line: Line) -> str:
    """Return a line as Markdown in which what people wrote stays text."""
    return "".join(map(_markdown, line if isinstance(line, tuple) else (line,)))


def as_html(line: Line) -> str:
    """Return a line as HTML in which what people wrote stays text.

    >>> as_html(("<b> & ", Link("A", "/b?c=d&e=f")))
    '&lt;b&gt; &amp; <a href="/b?c=d&amp;e=f" target="_blank">A</a>'
    >>> as_html("2026-001")
    '<span class="whole">2026-001</span>'
    """
    return "".join(map(_html, line if isinstance(line, tuple) else (line,)))


def as_text(line: Line) -> str:
    """Return the words of a line alone."""
    pieces = line if isinstance(line, tuple) else (line,)
    return "".join(each if isinstance(each, str) else each.text for each in pieces)


def _markdown(piece: Piece) -> str:
    match piece:
        case Link():
            return str(piece)
        case Strong(text):
            return f"**{plain(text)}**"
        case Struck(text):
            return f"~~{plain(text)}~~"
    before, after = piece[: len(piece) - len(piece.lstrip(" "))], piece[len(piece.rstrip(" ")) :]
    return f"{before}{plain(piece)}{after}" if piece.strip(" ") else piece


def _html(piece: Piece) -> str:
    match piece:
        case Link(text, address):
            return f'<a href="{escape(address)}" target="_blank">{_written(text)}</a>'
        case Strong(text):
            return f"<strong>{_written(text)}</strong>"
        case Struck(text):
            return f"<s>{_written(text)}</s>"
    return _written(piece)


def _written(text: str) -> str:
    """Return text letter for letter, each reference in it in one piece."""
    return _STROKES.sub(r'<span class="whole">\g<0></span>', escape(text))
