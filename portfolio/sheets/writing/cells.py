"""What goes into a cell, written so that text stays text and every øre is kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from portfolio.catalogue.exports.columns import Format
from portfolio.given import InLanguages
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.periods import NORWAY, Period
from portfolio.sheets.writing.styles import Look, Styles
from portfolio.words import Words

LONGEST_TEXT = 32_767
"""UTF-16 units that a cell holds."""
MOST_ORE = 10**15
"""Excel shows fifteen digits; an amount of more øre would not be exact."""
FIRST_DAY = date(1899, 12, 30)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""The signs that make Excel run a text as a formula, where it stands first."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TooLargeForASheet(Objection):
    """An amount that a spreadsheet could not hold to the øre."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and the value that it comes to by our own reckoning."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and how it looks."""

    value: object
    look: Look = Look.BODY
    format: Format = Format.TEXT


class Ink:
    """Writes cells of one workbook as XML, each text kept once."""

    def __init__(self, words: Words, styles: Styles) -> None:
        self.words = words
        self._styles = styles
        self._texts: dict[str, int] = {}
        self._known: dict[str, tuple[int, bool]] = {}
        self._said: dict[object, str] = {}
        self._letters = [get_column_letter(number) for number in range(1, 201)]

    def row(
        self, number: int, cells: Iterable[Cell | None], *, height: float | None = None, first: int = 1
    ) -> str:
        """Return a row; None is a cell that is not there."""
        written = "".join(
            self.cell(f"{self._letters[index]}{number}", cell.value, cell.look, cell.format)
            for index, cell in enumerate(cells, first - 1)
            if cell is not None
        )
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        return f'<row r="{number}"{tall}>{written}</row>'

    def cell(self, at: str, value: object, look: Look, shown: Format) -> str:
        """Return one cell."""
        if type(value) is str:
            return self._text_cell(at, value, look, shown)
        if isinstance(value, Formula):
            kind, result = self._result(value.value)
            style = self._style(look, shown, value.value)
            return f'<c r="{at}" s="{style}"{kind}><f>{escape(value.text)}</f><v>{result}</v></c>'
        if value is None:
            return f'<c r="{at}" s="{self._styles.plain[look, shown]}"/>'
        number = _number(value)
        if number is not None:
            return f'<c r="{at}" s="{self._style(look, shown, value)}"><v>{number}</v></c>'
        return self._text_cell(at, self.said(value), look, shown)

    def said(self, value: object) -> str:
        """Return a value that is not a number as text."""
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return value
        if isinstance(value, StrEnum | bool):
            key = (type(value), value)
            if key not in self._said:
                self._said[key] = self.words.put(value)
            return self._said[key]
        if isinstance(value, tuple):
            return ", ".join(self.said(each) for each in value)
        if isinstance(value, Message | InLanguages | Period):
            return self.words.put(value)
        return str(value)

    def shared_strings(self) -> bytes:
        """Return all the texts in the order they were written."""
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._texts)
        count = len(self._texts)
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'uniqueCount="{count}">{items}</sst>'
        ).encode()

    def _text_cell(self, at: str, text: str, look: Look, shown: Format) -> str:
        known = self._known.get(text)
        if known is None:
            index = self._texts.setdefault(self._clean(text), len(self._texts))
            known = self._known[text] = (index, text.startswith(DANGEROUS))
        styles = self._styles.quoted if known[1] else self._styles.plain
        return f'<c r="{at}" s="{styles[look, shown]}" t="s"><v>{known[0]}</v></c>'

    def _clean(self, text: str) -> str:
        return clean(text, cut=self.words(N_("… [cut here: the text is too long for a cell]")))

    def _result(self, value: object) -> tuple[str, str]:
        """Return the cell type and the stored value of a formula."""
        if value is None:
            return ' t="str"', ""
        number = _number(value)
        return ("", number) if number is not None else (' t="str"', escape(self._clean(self.said(value))))

    def _style(self, look: Look, shown: Format, value: object) -> int:
        """Return the style; a decimal number without decimals is shown as a whole one."""
        if shown is Format.NUMBER and isinstance(value, Decimal | float | int) and value == int(value):
            shown = Format.INTEGER
        return self._styles.plain[look, shown]


def clean(text: str, *, cut: str) -> str:
    """Return a text as a cell can hold it: characters it cannot are `�`, and one cut short says so.

    >>> clean("a\\x00b _x0041_", cut="…")
    'a�b _x005F_x0041_'
    """
    seen = _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(seen) > LONGEST_TEXT:
        seen = _shortened(seen, LONGEST_TEXT - _units(cut)) + cut
    return _ESCAPED.sub("_x005F_", seen)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _shortened(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")


def _number(value: object) -> str | None:
    """Return a number as it stands in the file, exactly; None where it is not one."""
    if isinstance(value, Money):
        return _kroner(value.ore)
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction):
        value = float(value)
    if isinstance(value, float | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else repr(value)
    if isinstance(value, date):
        return _serial(value)
    return None


def _kroner(ore: int) -> str:
    if abs(ore) >= MOST_ORE:
        raise TooLargeForASheet(
            N_("The amount {amount} is too large for a workbook. Check the number of digits."),
            amount=Money(ore),
        )
    whole, rest = divmod(abs(ore), 100)
    sign = "-" if ore < 0 else ""
    return f"{sign}{whole}.{rest:02}" if rest else f"{sign}{whole}"


def _serial(day: date) -> str:
    """Return a day, or a moment in Norwegian time, as Excel counts them."""
    if not isinstance(day, datetime):
        return str((day - FIRST_DAY).days)
    local = day.astimezone(NORWAY)
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return repr((local.date() - FIRST_DAY).days + seconds / 86_400)
