"""Reads a workbook from a stranger, in a process of its own with little time and room.

It is run as a script: the file comes in on standard input and the cells go out as JSON. It imports nothing of
ours, so that it can run shut off from everything else.
"""

import io
import json
import re
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet._reader import VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import COMMENTS_NS

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

MOST_SECONDS = 20
"""Seconds of computing: the largest workbook that is let through takes about eleven on two ordinary cores."""
MOST_MEMORY = 1024**3
"""Bytes: that workbook takes a sixth of it."""
MOST_SHEETS = 30
"""Five times those of the template, for whoever keeps their own beside them."""
MOST_ROWS = 20_000
"""Rows of a sheet that hold something: a contribution from each of 357 municipalities to fifty projects, and some more."""
MOST_COLUMNS = 100
"""Six times the widest sheet of the template."""
MOST_CELLS = 400_000
"""Cells that hold something, in all sheets: twenty on each of the most rows."""


TELLING = re.compile(r"[^#0?.,;_\-() ]|,(?![#0?])|;;|^0[0]+$")
"""In a number format: a sign by which a cell may show another number than it holds, or words beside it."""
COMMENT = re.compile(r"""<(?:\w+:)?comment\s[^>]*\bref=["']([A-Z]{1,3}[0-9]{1,7})["']""")
"""Where a comment stands, in the part that holds those of a sheet."""
SILENT = ("General", "@")
"""The formats that show a number or a text as it is."""


class TooMuch(Exception):
    """More of something than a workbook of proposals has."""


def main() -> None:
    """Read the workbook and write its cells, or why not."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("ignore")
    try:
        answer: dict[str, Any] = {"sheets": sheets(sys.stdin.buffer.read())}
    except TooMuch as too_much:
        answer = {"too_much": str(too_much)}
    except Exception as error:
        answer = {"damaged": type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def sheets(content: bytes) -> list[list[Any]]:
    """Return each sheet's title, its cells as `[row, column, kind, value]`, and how it is laid out.

    A number whose format may show something else has the format after it.
    """
    values, formulas = _book(content, data_only=True), _book(content, data_only=False)
    if len(values.worksheets) > MOST_SHEETS:
        raise TooMuch("sheets")
    counted = [0]
    return [
        [shown.title, *_told(shown, behind, counted)]
        for shown, behind in zip(values.worksheets, formulas.worksheets, strict=True)
    ]


def _book(content: bytes, *, data_only: bool) -> Any:
    reader = _Reader(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):
    """Reads the sheets alone: a page with a chart on it holds no cells, and names in the book may point anywhere."""

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Leave it out."""

    def read_worksheets(self) -> None:
        """Read the sheets, and nothing after them."""
        super().read_worksheets()
        self.parser.assign_names = _nothing  # type: ignore[method-assign]


def _nothing() -> None:
    """Bind no names."""


def _told(shown: Any, behind: Any, counted: list[int]) -> tuple[list[list[Any]], dict[str, Any]]:
    """Return the cells that hold something, and how the sheet is laid out."""
    with behind._get_source() as source:
        ruled = {
            (cell["row"], cell["column"]) for cell in _cells(_parser(behind, source)) if _unanswered(cell)
        }
    with shown._get_source() as source:
        parser = _parser(shown, source)
        cells = list(_held(parser, ruled, counted, formats=_formats(shown.parent)))
    return cells, _laid_out(shown, parser)


def _held(
    parser: "_Parser", ruled: set[tuple[int, int]], counted: list[int], *, formats: dict[int, str]
) -> Iterator[list[Any]]:
    """Yield the cells that hold something; a formula without a stored value is there as `f`."""
    rows = set()
    for cell in _cells(parser):
        place, value = (cell["row"], cell["column"]), cell["value"]
        empty = value is None or (isinstance(value, str) and not value.strip())
        if empty and place not in ruled:
            continue
        rows.add(place[0])
        counted[0] += 1
        _limit(len(rows), cell["column"], counted[0])
        if empty:
            yield [*place, "f", ""]
            continue
        kind, held = _kind(value, cell["data_type"])
        shown = formats.get(cell["style_id"], "") if kind == "n" else ""
        yield [*place, kind, held, shown] if shown else [*place, kind, held]


def _laid_out(sheet: Any, parser: "_Parser") -> dict[str, Any]:
    """Return whether a sheet is hidden, and its hidden rows and columns and merged cells."""
    columns = [each for each in parser.column_dimensions.values() if _unseen(each, "width")]
    return {
        "hidden": sheet.sheet_state != "visible",
        "hidden_rows": [int(number) for number, each in parser.row_dimensions.items() if _unseen(each, "ht")],
        "hidden_columns": [
            number
            for each in columns
            for number in range(int(each["min"]), min(int(each["max"]), MOST_COLUMNS) + 1)
        ],
        "merged": [each.ref for each in parser.merged_cells.mergeCell] if parser.merged_cells else [],
        "comments": _comments(sheet),
    }


def _comments(sheet: Any) -> list[str]:
    """Return the cells that somebody has written a comment on."""
    package = sheet.parent._archive
    parts, path = set(package.namelist()), get_rels_path(sheet._worksheet_path)  # type: ignore[no-untyped-call]
    beside = get_dependents(package, path).find(COMMENTS_NS) if path in parts else ()
    told = [package.read(each.target).decode("utf-8", "replace") for each in beside if each.target in parts]
    return [cell for each in told for cell in COMMENT.findall(each)]


def _unseen(laid: Any, size: str) -> bool:
    """Say whether a row or column is hidden, or drawn with no size."""
    return laid.get("hidden") in ("1", "true") or laid.get(size) in ("0", "0.0")


def _formats(book: Any) -> dict[int, str]:
    """Return the number formats by which a cell may show something else than it holds, by the number of its style."""
    own, first_own = book._number_formats, 164
    shown = {}
    for number, style in enumerate(book._cell_styles):
        code = style.numFmtId
        text = own[code - first_own] if code >= first_own else BUILTIN_FORMATS.get(code, "")
        if text not in SILENT and TELLING.search(text):
            shown[number] = text
    return shown


def _unanswered(cell: dict[str, Any]) -> bool:
    return cell["data_type"] == "f" and not cell["answered"]


def _limit(rows: int, column: int, cells: int) -> None:
    for size, most, what in ((rows, MOST_ROWS, "rows"), (column, MOST_COLUMNS, "columns")):
        if size > most:
            raise TooMuch(what)
    if cells > MOST_CELLS:
        raise TooMuch("cells")


def _kind(value: Any, kind: str) -> tuple[str, Any]:
    if kind == "e":
        return "e", str(value)
    if isinstance(value, bool):
        return "b", value
    if isinstance(value, int | float):
        return "n", value
    if isinstance(value, date):
        return "d", value.isoformat()
    return ("s", value) if isinstance(value, str) else ("t", str(value))


class _Parser(WorkSheetParser):
    """Tells of each cell besides whether an answer is stored in it: of a formula it may be a text with nothing in it."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        stored = element.find(VALUE_TAG)
        return {**cell, "answered": stored is not None and bool(stored.text or element.get("t") == "str")}


def _parser(sheet: Any, source: Any) -> _Parser:
    book = sheet.parent
    return _Parser(
        source,
        sheet._shared_strings,
        data_only=book.data_only,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _cells(parser: _Parser) -> Iterator[dict[str, Any]]:
    """Yield the cells that are in the file, without filling in those that are not."""
    for _, row in parser.parse():
        yield from row


if __name__ == "__main__":
    main()
