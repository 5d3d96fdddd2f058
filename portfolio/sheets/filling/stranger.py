"""Reads a workbook from a stranger, in a process of its own with little time and room.

It is run as a script: the file comes in on standard input and the cells go out as JSON. It imports nothing of
ours, so that it can run shut off from everything else.
"""

import io
import json
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

import openpyxl
from openpyxl.worksheet._reader import WorkSheetParser

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
    """Return each sheet's title and cells, as `[row, column, kind, value]`."""
    values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    if len(values.worksheets) > MOST_SHEETS:
        raise TooMuch("sheets")
    counted = [0]
    return [
        [shown.title, list(_told(shown, behind, counted))]
        for shown, behind in zip(values.worksheets, formulas.worksheets, strict=True)
    ]


def _told(shown: Any, behind: Any, counted: list[int]) -> Iterator[list[Any]]:
    """Yield the cells that hold something; a formula without a stored value is there as `f`."""
    ruled = {(cell["row"], cell["column"]) for cell in _cells(behind) if cell["data_type"] == "f"}
    rows = set()
    for cell in _cells(shown):
        place, value = (cell["row"], cell["column"]), cell["value"]
        empty = value is None or (isinstance(value, str) and not value.strip())
        if empty and place not in ruled:
            continue
        rows.add(place[0])
        counted[0] += 1
        _limit(len(rows), cell["column"], counted[0])
        yield [*place, "f", ""] if value is None else [*place, *_kind(value, cell["data_type"])]


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


def _cells(sheet: Any) -> Iterator[dict[str, Any]]:
    """Yield the cells that are in the file, without filling in those that are not."""
    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for _, row in parser.parse():
            yield from row


if __name__ == "__main__":
    main()
