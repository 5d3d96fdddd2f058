"""The rows of a filled-in sheet: found by their headings, and read cell by cell with every fault noted."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from openpyxl.utils import get_column_letter

from portfolio.given import LANGUAGES
from portfolio.messages import N_, Message
from portfolio.money import Money, NotAnAmount, read_amount
from portfolio.objections import Objection
from portfolio.sheets.filling.forms import Form, Heading
from portfolio.sheets.filling.safe import ErrorValue, Grid, NoValue, Value
from portfolio.words import words

HEADINGS_WITHIN = 15
"""The headings stand in one of the first so many rows."""
LONGEST_LINE = 200
LONGEST_PARAGRAPH = 10_000
R = TypeVar("R")


class Missing(Objection):
    """A sheet, column or value that must be there."""


class WrongCell(Objection):
    """A cell that holds something else than what belongs there."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the template as it came back: where each heading stands, and the rows under them."""

    form: Form
    title: str
    columns: dict[str, int]
    rows: tuple[tuple[int, Mapping[int, Value]], ...]

    def cell(self, field: str, row: int) -> str:
        """Return where a field of a row stands, as `Forslag!C7`."""
        return f"{self.title}!{get_column_letter(self.columns.get(field, 1))}{row}"


def sheet_of(form: Form, grids: Sequence[Grid]) -> Sheet | None:
    """Return the sheet with the form's title in any of the languages, in whatever order its columns stand.

    Raises:
        Missing: a heading that must be there is not.
    """
    titles = {folded(words(language)(form.title)) for language in LANGUAGES}
    grid = next((each for each in grids if folded(each.title) in titles), None)
    if grid is None:
        return None
    row, columns = _headings(form, grid)
    lacking = [each for each in form.headings if each.required and each.field not in columns]
    if lacking:
        raise Missing(
            N_("The column «{column}» is missing. Use the headings of the template."),
            about=f"{grid.title}!A{row or 1}",
            column=Message(lacking[0].text),
        )
    below = tuple((number, grid.rows[number]) for number in sorted(grid.rows) if number > row)
    return Sheet(form, grid.title, columns, below)


def _headings(form: Form, grid: Grid) -> tuple[int, dict[str, int]]:
    """Return the row with most of the form's headings, and where each of them stands."""
    known = {
        folded(words(language)(each.text)): each.field for each in form.headings for language in LANGUAGES
    }
    best: tuple[int, dict[str, int]] = (0, {})
    for number in sorted(grid.rows)[:HEADINGS_WITHIN]:
        found: dict[str, int] = {}
        for column, value in sorted(grid.rows[number].items()):
            field = known.get(folded(str(value))) if isinstance(value, str) else None
            if field:
                found.setdefault(field, column)
        if len(found) > len(best[1]):
            best = (number, found)
    return best


class Row:
    """One row that somebody filled in. Faults are noted and the reading goes on."""

    def __init__(self, sheet: Sheet, number: int, cells: Mapping[int, Value]) -> None:
        self.sheet, self.number = sheet, number
        self.cells = cells
        self.faults: list[Objection] = []

    @property
    def where(self) -> str:
        """The sheet and row."""
        return f"{self.sheet.title}!A{self.number}"[:LONGEST_LINE]

    @property
    def blank(self) -> bool:
        """Whether nothing is written under any of the headings."""
        return not any(self._value(field) is not None for field in self.sheet.columns)

    def fault(self, field: str, why: type[Objection], text: str, **facts: object) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(why(text, about=self.sheet.cell(field, self.number), **facts))

    def note(self, field: str, read: Callable[[], R]) -> R | None:
        """Read something, or note at the cell why it cannot be read."""
        try:
            return read()
        except Objection as objection:
            message = objection.message
            self.fault(field, type(objection), message.text, **message.facts)
            return None

    def text(self, field: str, *, lines: bool = False) -> str:
        """Return a text without stray spaces, or nothing; a number is read as it is written.

        A long text keeps its line breaks, and so does any with `lines`.
        """
        value, heading = self._sound(field), self.sheet.form.names[field]
        if isinstance(value, date | bool):
            self.fault(
                field,
                WrongCell,
                N_(
                    "Excel has made a date or a truth value of this. Format the cell as text and write it again."
                ),
            )
            return ""
        long = lines or heading.format.value == "long"
        text = tidy(_written(value), lines=long)
        most = LONGEST_PARAGRAPH if long else LONGEST_LINE
        if len(text) > most:
            self.fault(
                field,
                WrongCell,
                N_("The text is too long. Shorten it to at most {most} characters."),
                most=most,
            )
            return ""
        if not text and heading.required and not self._faulty(field):
            self._lacks(field, heading)
        return text

    def year(self, field: str, *, around: int) -> int | None:
        """Return a budget year near this one."""
        value, heading = self._sound(field), self.sheet.form.names[field]
        if value is None:
            if heading.required and not self._faulty(field):
                self._lacks(field, heading)
            return None
        if isinstance(value, date):
            self.fault(field, WrongCell, N_("This is a date. Write only the year, for example 2027."))
            return None
        written = tidy(_written(value))
        if not re.fullmatch(r"\d{4}", written) or isinstance(value, bool):
            self.fault(
                field,
                WrongCell,
                N_("«{given}» is not a year. Write four digits, for example 2027."),
                given=written[:40],
            )
            return None
        year = int(written)
        if not around - 20 <= year <= around + 20:
            self.fault(
                field,
                WrongCell,
                N_("The year {given} is too far from now to be right. Check the digits."),
                given=written,
            )
            return None
        return year

    def money(self, field: str) -> Money | None:
        """Return an amount in kroner, exact to the øre and not below zero; None where nothing is written."""
        value, heading = self._sound(field), self.sheet.form.names[field]
        if value is None:
            if heading.required and not self._faulty(field):
                self._lacks(field, heading)
            return None
        if isinstance(value, date | bool):
            self.fault(
                field,
                WrongCell,
                N_("This is not a number. Format the cell as a number and write the amount."),
            )
            return None
        amount = self.note(field, lambda: _amount(value))
        if amount is not None and amount < Money(0):
            self.fault(field, WrongCell, N_("The amount is below zero. Write it without the minus sign."))
            return None
        return amount

    def _lacks(self, field: str, heading: Heading) -> None:
        self.fault(field, Missing, N_("Fill in «{column}»."), column=Message(heading.text))

    def _faulty(self, field: str) -> bool:
        return any(each.about == self.sheet.cell(field, self.number) for each in self.faults)

    def _value(self, field: str) -> Value | None:
        column = self.sheet.columns.get(field)
        return None if column is None else self.cells.get(column)

    def _sound(self, field: str) -> str | int | float | bool | date | None:
        """Return what a cell holds, unless it is a formula nobody has worked out or an error."""
        value = self._value(field)
        if isinstance(value, NoValue):
            self.fault(
                field,
                WrongCell,
                N_(
                    "The formula here has no stored value. Open the file in Excel, save it, and send it again."
                ),
            )
            return None
        if isinstance(value, ErrorValue):
            self.fault(
                field,
                WrongCell,
                N_("The cell shows {error}. Mend the formula, or write the value."),
                error=value.shown,
            )
            return None
        return None if isinstance(value, str) and not tidy(value) else value


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows that somebody has written in."""
    for number, cells in sheet.rows:
        row = Row(sheet, number, cells)
        if not row.blank:
            yield row


def tidy(text: str, *, lines: bool = False) -> str:
    """Return a text without stray, no-break or doubled spaces, on one line unless `lines`.

    >>> tidy("  0301\\u00a0 Oslo ")
    '0301 Oslo'
    """
    plain = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    if not lines:
        return " ".join(plain.split())
    return "\n".join(" ".join(line.split()) for line in plain.splitlines()).strip()


def folded(text: str) -> str:
    """Return a text as it is compared: in small letters, without stray spaces and the star of a heading.

    >>> folded(" Tittel * ")
    'tittel'
    """
    return tidy(text).casefold().strip("*: ")


def _written(value: object) -> str:
    """Return a number as people write it: 14.0 is 14."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _amount(value: str | float) -> Money:
    if isinstance(value, str):
        return read_amount(value)
    if not math.isfinite(value):
        raise NotAnAmount(N_("The amount is too large to be right. Check the number of digits."))
    exact = Fraction(repr(value))
    if (exact * 100).denominator != 1:
        raise NotAnAmount(
            N_("The amount {given} has parts of an øre. Round it to two decimals."), given=repr(value)
        )
    return Money(int(exact * 100))
