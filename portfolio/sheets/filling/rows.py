"""The rows of a filled-in sheet, and all that is found wrong with each."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from portfolio.given import LONGEST_LINE
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.sheets.filling.examples import untouched
from portfolio.sheets.filling.forms import Heading
from portfolio.sheets.filling.safe import ErrorValue, NoValue, Value
from portfolio.sheets.filling.sheet import FilledSheet, LeftOut
from portfolio.sheets.filling.texts import tidy

R = TypeVar("R")


class WrongCell(Objection):
    """A cell that holds something else than what belongs there."""


class Row:
    """One row that somebody filled in. Faults are noted and the reading goes on."""

    def __init__(self, sheet: FilledSheet, number: int, cells: Mapping[int, Value]) -> None:
        self.sheet, self.number = sheet, number
        self.faults: list[Objection] = []
        self._cells = cells

    @property
    def where(self) -> str:
        """The sheet and row."""
        return f"{self.sheet.title}!A{self.number}"[:LONGEST_LINE]

    @property
    def blank(self) -> bool:
        """Whether nothing is written under any of the headings."""
        return not any(self._value(field) is not None for field in self.sheet.columns)

    @property
    def example(self) -> bool:
        """Whether it is the row of the template that only shows how it is done, and nobody has touched it."""
        return untouched(self.sheet.form, self._value)

    def format(self, field: str) -> str:
        """Return the number format of a cell, where it may show something else than the cell holds."""
        return self.sheet.grid.formats.get((self.number, self.sheet.columns.get(field, 0)), "")

    def fault(self, field: str, why: type[Objection], text: str, **facts: object) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(why(text, about=self.sheet.cell(field, self.number), **facts))

    def faulty(self, field: str) -> bool:
        """Say whether something is wrong with a cell."""
        return any(each.about == self.sheet.cell(field, self.number) for each in self.faults)

    def note(self, field: str, read: Callable[[], R]) -> R | None:
        """Read something, or note at the cell why it cannot be read."""
        try:
            return read()
        except Objection as objection:
            message = objection.message
            self.fault(field, type(objection), message.text, **message.facts)
            return None

    def sound(self, field: str) -> str | int | float | bool | date | None:
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

    def need(self, heading: Heading) -> None:
        """Note that a cell is empty, where it must be filled in and nothing else is wrong with it."""
        if heading.required and not self.faulty(heading.field):
            self.fault(heading.field, LeftOut, N_("Fill in «{column}»."), column=Message(heading.text))

    def _value(self, field: str) -> Value | None:
        column = self.sheet.columns.get(field)
        return None if column is None else self._cells.get(column)


def rows(sheet: FilledSheet) -> Iterator[Row]:
    """Yield the rows that somebody has written in, the untouched example among them."""
    for number, cells in sheet.rows:
        row = Row(sheet, number, cells)
        if not row.blank:
            yield row
