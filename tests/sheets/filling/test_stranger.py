"""The reading of a file nobody has vouched for, as the script that it is: shut off, with little time and room."""

import ast
import json
import subprocess
import sys

import pytest
from openpyxl import Workbook

from portfolio.sheets.filling import stranger
from portfolio.sheets.filling.safe import STRANGER
from tests.sheets.filling.books import saved


def answer(content: bytes) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-I", str(STRANGER)], input=content, capture_output=True, check=True
    )
    return json.loads(done.stdout)


def book(*rows: list[object]) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return saved(made)


def test_the_cells_that_hold_something_come_out_with_their_kind():
    assert answer(book(["a", None, 1.5], [True])) == {
        "sheets": [["Sheet", [[1, 1, "s", "a"], [1, 3, "n", 1.5], [2, 1, "b", True]]]]
    }


def test_what_is_no_workbook_is_called_damaged_and_nothing_is_thrown():
    assert set(answer(b"hei")) == {"damaged"}


def test_more_sheets_than_a_workbook_of_proposals_has_are_too_many():
    made = Workbook()
    for _ in range(stranger.MOST_SHEETS):
        made.create_sheet()
    assert answer(saved(made)) == {"too_much": "sheets"}


def test_the_number_of_cells_is_bounded_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stranger, "MOST_CELLS", 3)
    with pytest.raises(stranger.TooMuch, match="cells"):
        stranger.sheets(book([1, 2], [3, 4]))
    assert stranger.sheets(book([1, 2], [3]))[0][0] == "Sheet"


def test_it_imports_nothing_of_ours():
    """Else it could not run shut off from everything else; what is to be the same here and there, others ask of it."""
    tree = ast.parse(STRANGER.read_text(encoding="utf-8"))
    named = [each.module or "." for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    named += [alias.name for each in ast.walk(tree) if isinstance(each, ast.Import) for alias in each.names]
    assert named
    assert [each for each in named if each.startswith(("portfolio", "."))] == []
