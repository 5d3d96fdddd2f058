"""What stands in a workbook and is not read, and what is read but may be meant otherwise: said before anybody says yes."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter, range_boundaries

from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.sheets.filling.forms import LISTS, README
from portfolio.sheets.filling.rows import WrongCell, rows
from portfolio.sheets.filling.safe import Grid, Value
from portfolio.sheets.filling.sheet import FilledSheet, is_called, known_headings
from portfolio.sheets.filling.texts import folded, tidy, written

LONGEST_HEADING = 60
"""So much is shown of what somebody has written as a heading."""


class Unread(Objection):
    """Something that stands in the file and is not read."""


class Noted(Objection):
    """Something to know of, that stops nobody."""


class Doubtful(Objection):
    """Something that is read, and that may be meant otherwise."""


def unread_sheets(grids: Sequence[Grid], read: Sequence[FilledSheet]) -> Iterator[Objection]:
    """Yield the sheets that hold something and are not read, but those with advice and lists."""
    for grid in grids:
        if not grid.rows or _is_of_the_template(grid):
            continue
        if any(each.grid is grid for each in read):
            continue
        said = N_(
            "The sheet «{sheet}» is not read: the template has no such sheet. Move what is to be read to the sheets of the template."
        )
        instead = next((each for each in read if is_called(grid, each.form.title)), None)
        if instead is None:
            yield Unread(said, about=grid.title, sheet=grid.title)
        else:
            yield Unread(
                N_("The sheet «{sheet}» is not read, since «{other}» is the same sheet. Put them together."),
                about=grid.title,
                sheet=grid.title,
                other=instead.title,
            )


def _is_of_the_template(grid: Grid) -> bool:
    """Say whether a sheet is that of advice or of lists: neither has a number in it, until somebody writes one there."""
    held = (value for row in grid.rows.values() for value in row.values())
    return any(is_called(grid, each) for each in (README, LISTS)) and all(
        isinstance(each, str) for each in held
    )


def unread_rows(sheet: FilledSheet) -> Iterator[Objection]:
    """Yield the first row above the headings that is filled in as those under them: a title stands in one cell."""
    known = set(sheet.columns.values())
    for number in sorted(number for number in sheet.grid.rows if number < sheet.heading_row):
        row = sheet.grid.rows[number]
        if sum(_holds(row[column]) for column in known & row.keys()) > 1:
            said = N_(
                "Row {row} stands above the headings, and is not read. Move it below them, or empty it."
            )
            yield Unread(said, about=f"{sheet.title}!A{number}", row=str(number))


def comments(sheet: FilledSheet) -> Iterator[Objection]:
    """Yield that what is written in comments on the cells is not read."""
    listed = sheet.grid.comments
    if listed:
        yield Unread.saying(
            Message(
                N_(
                    "{count} comment on a cell is not read, at {first}. Write in the columns what is to be kept."
                ),
                {"count": len(listed), "first": listed[0]},
                plural=N_(
                    "{count} comments on cells are not read, the first at {first}. Write in the columns what is to be kept."
                ),
            ),
            about=f"{sheet.title}!{listed[0]}",
        )


def unread_columns(sheet: FilledSheet) -> Iterator[Objection]:
    """Yield the columns that hold something under the headings and are not read."""
    headed, known = sheet.grid.rows.get(sheet.heading_row, {}), known_headings(sheet.form)
    for column in sorted({column for _, row in sheet.rows for column in row if _holds(row[column])}):
        if column in sheet.columns.values():
            continue
        heading = tidy(_text(headed.get(column)))[:LONGEST_HEADING]
        about = f"{sheet.title}!{get_column_letter(column)}{sheet.heading_row}"
        facts = {"column": get_column_letter(column), "heading": heading}
        first = sheet.columns.get(known.get(folded(heading), ""))
        if first is not None:
            said = N_(
                "The heading «{heading}» stands twice, in {first} and {column}. Only {first} is read: put the columns together."
            )
            yield Unread(said, about=about, first=get_column_letter(first), **facts)
        elif heading:
            said = N_(
                "Column {column} «{heading}» is not read: the template has no such heading. Use the template's, or delete the column."
            )
            yield Unread(said, about=about, **facts)
        else:
            said = N_(
                "Column {column} has no heading, and is not read. Write one of the template's above it, or empty it."
            )
            yield Unread(said, about=about, **facts)


def hidden(sheet: FilledSheet) -> Iterator[Objection]:
    """Yield what is hidden in the file and is read all the same."""
    if sheet.grid.hidden:
        said = N_("The sheet «{sheet}» is hidden in the file, and is read too.")
        yield Doubtful(said, about=sheet.title, sheet=sheet.title)
    rows = [number for number, _ in sheet.rows if number in sheet.grid.hidden_rows]
    if rows:
        yield Doubtful.saying(
            Message(
                N_("{count} hidden row is read too, row {first}."),
                {"count": len(rows), "first": rows[0]},
                plural=N_("{count} hidden rows are read too, the first is row {first}."),
            ),
            about=f"{sheet.title}!A{rows[0]}",
        )
    for column in sorted(set(sheet.columns.values()) & sheet.grid.hidden_columns):
        letter = get_column_letter(column)
        said = N_("Column {column} is hidden in the file, and is read too.")
        yield Doubtful(said, about=f"{sheet.title}!{letter}{sheet.heading_row}", column=letter)


def merged(sheet: FilledSheet) -> Iterator[Objection]:
    """Yield the merged cells under the headings: only the first of them holds anything, whatever the others show."""
    for block in sheet.grid.merged:
        left, top, right, bottom = (each or 0 for each in range_boundaries(block))
        touched = {column for column in sheet.columns.values() if left <= column <= right}
        held = any(_holds(value) for value in sheet.grid.rows.get(top, {}).values())
        if touched and bottom > sheet.heading_row and (top != bottom or left != right) and held:
            yield WrongCell(
                N_(
                    "The cells {cells} are merged, so only the first of them says anything. Unmerge them, and fill in each."
                ),
                about=f"{sheet.title}!{block}",
                cells=block,
            )


def example(sheets: Sequence[FilledSheet]) -> Iterator[Objection]:
    """Yield that the examples of the template are not read, where they stand there untouched."""
    if any(row.example for sheet in sheets for row in rows(sheet)):
        yield Noted(N_("The example rows of the template are skipped."))


def titles(grids: Sequence[Grid]) -> str:
    """Return what the sheets of a file are called, for whoever lacks one."""
    return "; ".join(f"«{each.title}»" for each in grids)


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else written(value) if isinstance(value, int | float) else ""


def _holds(value: Value) -> bool:
    return not isinstance(value, str) or bool(tidy(value))
