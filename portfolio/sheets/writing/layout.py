"""Where everything will stand in a workbook, known before the first cell is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from openpyxl.utils import get_column_letter

from portfolio.catalogue.exports.columns import (
    Difference,
    Format,
    Lack,
    Share,
    SheetColumn,
    Sum,
    SumOver,
    Where,
    needs,
)
from portfolio.catalogue.exports.sheets import Checks, Table
from portfolio.catalogue.exports.workbooks import WorkbookSpec
from portfolio.sheets.writing.fit import member
from portfolio.sheets.writing.styles import WIDTHS
from portfolio.words import Words

HEADING_ROW = 4
"""Where the headings of a table stand: below its title, a sentence and an empty row."""
VERDICT = "$B$3"


def quoted(title: str) -> str:
    """Return a sheet's title as formulas write it."""
    return "'" + title.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Laid:
    """A table in its place: the heading row, and the first and last row under it."""

    table: Table
    title: str
    heading: int
    rows: Sequence[object]

    @property
    def first(self) -> int:
        """The first row under the heading."""
        return self.heading + 1

    @property
    def last(self) -> int:
        """The last row of the table; one is kept empty where there is nothing."""
        return self.heading + max(1, len(self.rows))

    def letter(self, field: str) -> str:
        """Return the column that a field stands in."""
        return get_column_letter([each.field for each in self.table.columns].index(field) + 1)

    def here(self, field: str) -> str:
        """Return the cells of a field, as formulas on the same sheet write them."""
        letter = self.letter(field)
        return f"{letter}{self.first}:{letter}{self.last}"

    def span(self, field: str) -> str:
        """Return the cells of a field, as formulas on any sheet write them."""
        letter = self.letter(field)
        return f"{quoted(self.title)}!${letter}${self.first}:${letter}${self.last}"


@dataclass(frozen=True, slots=True)
class Layout:
    """A spec and a report brought together in one language."""

    spec: WorkbookSpec
    report: object
    words: Words
    laid: Mapping[str, Laid]

    @property
    def banner(self) -> str:
        """The word at the top of every page, if any."""
        banner = self.spec.banner
        return self.words.authored(banner.text) if banner and self.value(banner.field) else ""

    def value(self, way: str) -> object:
        """Return a field of the report, or of what it holds."""
        return attrgetter(way)(self.report)

    def verdict(self, key: str) -> str:
        """Return the cell that says whether the checks on a sheet hold."""
        sheet = next(each for each in self.spec.sheets if isinstance(each, Checks) and each.key == key)
        return f"{quoted(self.words.authored(sheet.title))}!{VERDICT}"

    def rule(self, laid: Laid, column: SheetColumn) -> str | None:
        """Return a column's formula with `{row}` where the row number goes; None for a plain field."""
        cells = {name: f"${laid.letter(name)}{{row}}" for name in needs(column)}
        if isinstance(column, SumOver):
            return _rounded(column, self._sum_over(column, cells))
        if isinstance(column, Sum):
            return _rounded(column, "+".join(cells[name] for name in column.of))
        if isinstance(column, Difference):
            return _rounded(column, f"{cells[column.of[0]]}-{cells[column.of[1]]}")
        if isinstance(column, Lack):
            return _rounded(column, f"MAX(0,{cells[column.of[0]]}-{cells[column.of[1]]})")
        if isinstance(column, Share):
            part, whole = cells[column.part], cells[column.whole]
            return f'IF({whole}=0,"",{part}/{whole})'
        return None

    def _sum_over(self, column: SumOver, cells: Mapping[str, str]) -> str:
        over = self.laid[column.over]
        pairs = [(over.span(each.column), self._sought(over, each, cells)) for each in column.where]
        matches = ",".join(f"{span},{sought}" for span, sought in pairs)
        return f"SUMIFS({over.span(column.column)},{matches})"

    def _sought(self, over: Laid, where: Where, cells: Mapping[str, str]) -> str:
        if where.same_as is not None:
            return cells[where.same_as]
        if isinstance(where.equals, int):
            return str(where.equals)
        value = member(type(self.report), over.table.rows, where.column, where.equals or "")
        text = self.words.put(value).replace('"', '""')
        return '"' + text.replace("{", "{{").replace("}", "}}") + '"'


def lay_out(spec: WorkbookSpec, report: object, words: Words) -> Layout:
    """Return where everything will stand."""
    laid = {
        key: Laid(
            table,
            words.authored(table.title),
            1 if table.tidy else HEADING_ROW,
            getattr(report, table.rows),
        )
        for key, table in spec.tables.items()
    }
    return Layout(spec, report, words, laid)


def width(column: SheetColumn) -> float:
    """Return how wide a column is, in characters."""
    return column.width or WIDTHS[column.format]


def _rounded(column: SheetColumn, formula: str) -> str:
    return f"ROUND({formula},2)" if column.format is Format.MONEY else formula
