"""The sheet of checks finds any figure of a workbook that somebody has written over."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from portfolio.catalogue.exports.columns import Format
from portfolio.catalogue.exports.workbooks import exports
from portfolio.people import Person
from portfolio.reports.prioritising.order import order
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.realising.benefits import BenefitReport, benefits
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.words import words
from tests.workbooks.controls import deviating
from tests.workbooks.reports import funding

NO_FIGURES = ("revision", "key_revision", "seq")
"""Numbers that are no figures: a version, a trace."""


def _figures(key: str) -> list[tuple[str, str, str]]:
    """Return every column of figures of a workbook, by its sheet and heading."""
    return [
        (key, table.title.nb, column.heading.nb)
        for table in exports()[key].tables.values()
        for column in table.columns
        if column.format in (Format.MONEY, Format.PERCENT, Format.INTEGER, Format.NUMBER)
        and column.field not in NO_FIGURES
    ]


SHOWN = [each for each in _figures("benefits") if each[1] in ("Gevinster", "Målinger")]
"""The example has nothing that is corrected or changed, and so no figure to write over there."""


class Held(NamedTuple):
    """A workbook with its formulas, and with the values stored beside them."""

    formulas: Workbook
    values: Workbook

    def deviating(self) -> list[str]:
        return list(deviating(self.formulas, self.values, control="Kontroll"))


@pytest.fixture(scope="module")
def ranked(filled: Path) -> RankingReport:
    database = Database(f"sqlite:///{filled}")
    with database.read() as reader:
        report = order(reader, viewer=reader.get(Person, "person:ingrid-solbakken"))
    database.close()
    return report


@pytest.fixture(scope="module")
def gains(filled: Path) -> BenefitReport:
    database = Database(f"sqlite:///{filled}")
    with database.read() as reader:
        report = benefits(reader, on=date(2026, 11, 23))
    database.close()
    return report


@pytest.fixture(scope="module")
def books(ranked: RankingReport, gains: BenefitReport) -> dict[str, Held]:
    made = {
        key: workbook(exports()[key], report, words=words("nb"))
        for key, report in (("funding", funding(projects=4)), ("ranking", ranked), ("benefits", gains))
    }
    return {
        key: Held(load_workbook(io.BytesIO(content)), load_workbook(io.BytesIO(content), data_only=True))
        for key, content in made.items()
    }


@pytest.mark.parametrize("key", ["funding", "ranking", "benefits"])
def test_of_what_we_hand_over_every_check_holds(books: dict[str, Held], key: str) -> None:
    assert books[key].deviating() == []


@pytest.mark.parametrize(("key", "sheet", "heading"), [*_figures("funding"), *_figures("ranking"), *SHOWN])
def test_each_figure_that_is_written_over_shows_as_a_deviation(
    books: dict[str, Held], key: str, sheet: str, heading: str
) -> None:
    held = books[key]
    cells = list(_column(held.values, sheet, heading))
    assert cells
    for cell in (cells[0], cells[len(cells) // 2], cells[-1]):
        stood = cell.value
        cell.value = stood + (0.5 if isinstance(stood, float) and stood <= 1 else 1)
        assert held.deviating(), f"{sheet}, {heading}, {cell.coordinate}"
        cell.value = stood


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        (sheet, heading)
        for _, sheet, heading in _figures("funding")
        if sheet in ("Data", "Kostnader", "Oversikt") and "andel" not in heading.lower()
    ],
)
def test_two_figures_that_make_up_for_each_other_show_as_deviations(
    books: dict[str, Held], sheet: str, heading: str
) -> None:
    held = books["funding"]
    cells = list(_column(held.values, sheet, heading))
    for other in (cells[1], cells[len(cells) // 2], cells[-1]):
        stood = cells[0].value, other.value
        cells[0].value, other.value = stood[0] + 1, stood[1] - 1
        assert held.deviating(), f"{sheet}, {heading}, {other.coordinate}"
        cells[0].value, other.value = stood


def _column(values: Workbook, sheet: str, heading: str) -> Iterator:  # type: ignore[type-arg]
    """Yield the cells of a column that hold a number, without the total below them."""
    rows = list(values[sheet].iter_rows())
    head = next(place for place, row in enumerate(rows) if heading in [cell.value for cell in row])
    at = [cell.value for cell in rows[head]].index(heading)
    bottom = len(rows) - (1 if rows[-1][0].value == "Sum" else 0)
    for row in rows[head + 1 : bottom]:
        if isinstance(row[at].value, int | float):
            yield row[at]
