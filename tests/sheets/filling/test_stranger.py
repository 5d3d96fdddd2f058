"""The reading of a file nobody has vouched for, as the script that it is: shut off, with little time and room."""

import ast
import io
import json
import re
import subprocess
import sys
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from portfolio.sheets.filling import stranger
from portfolio.sheets.filling.safe import STRANGER
from tests.sheets.filling.books import repacked, saved


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
    (sheet,) = answer(book(["a", None, 1.5], [True]))["sheets"]
    assert sheet[:2] == ["Sheet", [[1, 1, "s", "a"], [1, 3, "n", 1.5], [2, 1, "b", True]]]
    assert sheet[2] == {
        "hidden": False,
        "hidden_rows": [],
        "hidden_columns": [],
        "merged": [],
        "comments": [],
    }


def test_how_a_sheet_is_laid_out_comes_with_it():
    made = Workbook()
    made.create_sheet("Skjult").sheet_state = "hidden"
    sheet = made.active
    for row in (["a", "b", "c"], [1, 2, 3]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.merge_cells("A3:B4")
    sheet["A1"].comment = Comment("Egentlig mer", "Kari")
    found = {title: laid for title, _, laid in answer(saved(made))["sheets"]}
    assert found["Skjult"]["hidden"]
    assert found["Sheet"] == {
        "hidden": False,
        "hidden_rows": [2],
        "hidden_columns": [2],
        "merged": ["A3:B4"],
        "comments": ["A1"],
    }


@pytest.mark.parametrize("shown", ["0%", '0.0,,"M"', '0 "mill."', "0.00E+00"])
def test_a_number_that_may_be_shown_as_something_else_has_its_format(shown: str):
    made = Workbook()
    made.active.append([0.5, 0.5])
    made.active["A1"].number_format, made.active["B1"].number_format = shown, "#,##0.00"
    assert stranger.sheets(saved(made))[0][1] == [[1, 1, "n", 0.5, shown], [1, 2, "n", 0.5]]


def test_a_formula_whose_answer_is_an_empty_text_is_an_empty_cell():
    content = book(["a", "=IF(A1=1,1,)"])
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read(part)
    assert stranger.sheets(content)[0][1] == [[1, 1, "s", "a"], [1, 2, "f", ""]]
    answered = re.sub(rb'<c r="B1"([^>]*)>(<f>.*?</f>)<v ?/?>(</v>)?', rb'<c r="B1" t="str">\2<v></v>', sheet)
    assert answered != sheet
    assert stranger.sheets(repacked({part: answered}, content=content))[0][1] == [[1, 1, "s", "a"]]


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


def test_what_is_drawn_with_no_size_is_hidden_too():
    made = Workbook()
    made.active.append(["a", "b"])
    made.active.append([1, 2])
    made.active.row_dimensions[2].height = 7
    made.active.column_dimensions["B"].width = 0.5
    content = saved(made)
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read(part).replace(b'width="0.5"', b'width="0"').replace(b'ht="7"', b'ht="0"')
    laid = stranger.sheets(repacked({part: sheet}, content=content))[0][2]
    assert (laid["hidden_rows"], laid["hidden_columns"]) == ([2], [2])


def test_a_page_with_a_chart_alone_is_passed_by():
    made = Workbook()
    made.active.append(["a"])
    made.create_chartsheet("Graf", 0)
    assert [title for title, _, _ in stranger.sheets(saved(made))] == ["Sheet"]
