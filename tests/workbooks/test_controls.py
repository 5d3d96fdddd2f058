"""The sheet of checks finds any figure of the funding workbook that somebody has written over."""

import io
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from portfolio.catalogue.exports.columns import Format
from portfolio.catalogue.exports.workbooks import exports
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.workbooks.controls import deviating
from tests.workbooks.reports import funding

SPEC = exports()["funding"]
FIGURES = [
    (table.title.nb, column.heading.nb)
    for table in SPEC.tables.values()
    for column in table.columns
    if column.format in (Format.MONEY, Format.PERCENT, Format.INTEGER)
    and column.field not in ("revision", "key_revision")
]
"""Every column of figures, by sheet and heading; a version is none."""


@pytest.fixture(scope="module")
def content() -> bytes:
    return workbook(SPEC, funding(projects=4), words=words("nb"))


@pytest.fixture(scope="module")
def formulas(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def values(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content), data_only=True)


def test_of_what_we_hand_over_every_check_holds(formulas: Workbook, values: Workbook) -> None:
    assert list(deviating(formulas, values, control="Kontroll")) == []


@pytest.mark.parametrize(("sheet", "heading"), FIGURES)
def test_each_figure_that_is_written_over_shows_as_a_deviation(
    formulas: Workbook, values: Workbook, sheet: str, heading: str
) -> None:
    cells = list(_column(values, sheet, heading))
    assert cells
    for cell in (cells[0], cells[len(cells) // 2], cells[-1]):
        stood = cell.value
        cell.value = stood + (0.5 if isinstance(stood, float) and stood <= 1 else 1)
        assert list(deviating(formulas, values, control="Kontroll")), f"{sheet}, {heading}, {cell.coordinate}"
        cell.value = stood


def _column(values: Workbook, sheet: str, heading: str) -> Iterator:  # type: ignore[type-arg]
    """Yield the cells of a column that hold a number, without the total below them."""
    rows = list(values[sheet].iter_rows())
    head = next(place for place, row in enumerate(rows) if heading in [cell.value for cell in row])
    at = [cell.value for cell in rows[head]].index(heading)
    bottom = len(rows) - (1 if rows[-1][0].value == "Sum" else 0)
    for row in rows[head + 1 : bottom]:
        if isinstance(row[at].value, int | float):
            yield row[at]
