"""A table sheet: title, headings, a row for each row of the report, and a total."""

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from portfolio.catalogue.exports.columns import Format, Plain, Share, SheetColumn
from portfolio.messages import N_
from portfolio.money import Money, share, total
from portfolio.sheets.writing.book import Book, CellArea, keep_heading, name_table
from portfolio.sheets.writing.cells import Cell, Formula, Ink
from portfolio.sheets.writing.layout import Laid, Layout, width
from portfolio.sheets.writing.styles import TO_THE_LEFT, Look

LINE_HEIGHT = 14.5
"""The height of a line of text, in points."""
TALLEST = 400
ROOM = 0.92
"""How many letters go in a unit of width, with room for a wide word."""


def add_table(book: Book, laid: Laid, layout: Layout) -> None:
    """Add a table to the book."""
    columns = laid.table.columns
    sheet = book.sheet(laid.title, widths=[width(each) for each in columns])
    keep_heading(sheet, laid.heading, columns=laid.table.freeze)
    headings = [layout.words.authored(each.heading) for each in columns]
    name_table(sheet, _name(laid.title), headings, CellArea(laid.heading, laid.last, len(columns)))
    totalled = any(each.total for each in columns) and bool(laid.rows)
    area = CellArea(1, laid.last + totalled, len(columns))
    sheet.print_area = str(CellArea(1, area.last, _printed(laid)))
    book.fill(_rows(book.ink, laid, layout, headings), area=area, digits_as_text=_digits(laid))


def titled(ink: Ink, title: str, lead: str) -> Iterator[str]:
    """Yield the two rows that say what a sheet is."""
    yield ink.row(1, [Cell(title, Look.TITLE)], height=28)
    yield ink.row(2, [Cell(lead, Look.LEAD)], height=18)


def headed(ink: Ink, row: int, headings: Sequence[tuple[str, Format, float]]) -> str:
    """Return a heading row, tall enough for the longest heading."""
    cells = [Cell(text, Look.HEADER, shown) for text, shown, _ in headings]
    most = max(lines(text, wide - 2) for text, _, wide in headings)
    return ink.row(row, cells, height=LINE_HEIGHT * most + 8)


def lines(text: str, wide: float) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(max(1, math.ceil(len(line) * ROOM / wide)) for line in text.split("\n"))


def _printed(laid: Laid) -> int:
    """Return how many columns are printed: ids at the end are for the screen and for other programs."""
    shown = [each.format is not Format.ID for each in laid.table.columns]
    return len(shown) - shown[::-1].index(True) if True in shown and not laid.table.tidy else len(shown)


def _name(title: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in f"Tabell {title}").split())


def _rows(ink: Ink, laid: Laid, layout: Layout, headings: Sequence[str]) -> Iterator[str]:
    columns = laid.table.columns
    if not laid.table.tidy:
        lead = layout.words.authored(laid.table.lead)
        yield from titled(ink, laid.title, f"{layout.banner} · {lead}" if layout.banner else lead)
    shown = [(text, each.format, width(each)) for text, each in zip(headings, columns, strict=True)]
    yield headed(ink, laid.heading, shown)
    yield from _body(ink, laid, layout)
    if any(each.total for each in columns) and laid.rows:
        yield _total_row(ink, laid, layout)


def _body(ink: Ink, laid: Laid, layout: Layout) -> Iterator[str]:
    look = Look.DATA if laid.table.tidy else Look.BODY
    writers = [_writer(ink, laid, layout, each, look) for each in laid.table.columns]
    for number, row in enumerate(laid.rows, laid.first):
        cells = "".join([write(number, row) for write in writers])
        tall = "" if laid.table.tidy else _height(ink, laid.table.columns, row)
        yield f'<row r="{number}"{tall}>{cells}</row>'


def _writer(
    ink: Ink, laid: Laid, layout: Layout, column: SheetColumn, look: Look
) -> Callable[[int, object], str]:
    """Return what writes the cells of a column; the stored value is always the report's own."""
    letter, field, shown = laid.letter(column.field), column.field, column.format
    rule = layout.rule(laid, column)
    if rule is None:
        return lambda number, row: ink.cell(f"{letter}{number}", getattr(row, field), look, shown)
    return lambda number, row: ink.cell(
        f"{letter}{number}", Formula(rule.format(row=number), getattr(row, field)), look, shown
    )


def _height(ink: Ink, columns: Sequence[SheetColumn], row: object) -> str:
    """Return the height of a row whose texts need more than one line."""
    most = max(
        (
            lines(ink.said(getattr(row, each.field)), width(each))
            for each in columns
            if each.format in TO_THE_LEFT and getattr(row, each.field) is not None
        ),
        default=1,
    )
    return f' ht="{min(TALLEST, LINE_HEIGHT * most + 2):g}" customHeight="1"' if most > 1 else ""


def _total_row(ink: Ink, laid: Laid, layout: Layout) -> str:
    number = laid.last + 1
    cells = [Cell(_sum(laid, layout, each, number), Look.TOTAL, each.format) for each in laid.table.columns]
    if cells[0].value is None:
        cells[0] = Cell(layout.words(N_("Sum")), Look.TOTAL)
    return ink.row(number, cells, height=20)


def _sum(laid: Laid, layout: Layout, column: SheetColumn, number: int) -> Formula | None:
    """Return the total of a column: of the rows that a filter leaves in view."""
    if not column.total:
        return None
    if isinstance(column, Share):
        rule = layout.rule(laid, column) or ""
        return Formula(rule.format(row=number), _share_of_totals(laid, column))
    visible = f"SUBTOTAL(109,{laid.here(column.field)})"
    if column.format is Format.MONEY:
        visible = f"ROUND({visible},2)"
    return Formula(visible, summed(laid.rows, column.field))


def summed(rows: Sequence[object], field: str) -> object:
    """Return the exact sum of a field over rows."""
    values = [value for row in rows if (value := getattr(row, field)) is not None]
    if values and isinstance(values[0], Money):
        return total(values)
    return sum(values)


def _share_of_totals(laid: Laid, column: Share) -> Fraction | None:
    part, whole = (total(getattr(row, name) for row in laid.rows) for name in (column.part, column.whole))
    return share(part, whole)


def _digits(laid: Laid) -> str:
    """Return the cells where digits are meant as text, such as municipality numbers."""
    texts = [each for each in laid.table.columns if isinstance(each, Plain) and each.format in TO_THE_LEFT]
    return " ".join(laid.here(each.field) for each in texts)
