"""A finance officer takes Finansieringsoversikt home, and a spreadsheet program agrees with the application."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import expect

from portfolio.money import Money, total
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor
from tests.workbooks.conftest import Cells, recalculated  # noqa: F401 -- a fixture

FINANCE = "person:geir-mosengtun"


def test_the_downloaded_workbook_recalculates_to_the_applications_own_figures(
    visit: Callable[..., Visitor],
    server: Server,
    recalculated: Callable[[bytes], Cells],  # noqa: F811
    tmp_path: Path,
) -> None:
    visitor = visit(FINANCE)
    visitor.go("/finansiering")
    with visitor.page.expect_download() as coming:
        visitor.page.get_by_role("button", name="Last ned Finansieringsoversikt").click()
    path = tmp_path / "finansieringsoversikt.xlsx"
    coming.value.save_as(path)
    assert coming.value.suggested_filename.endswith(".xlsx")

    cells = recalculated(path.read_bytes())
    stored = load_workbook(path, data_only=True)
    for sheet in stored:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                    assert round(float(str(cells[sheet.title, cell.coordinate])), 4) == round(
                        float(cell.value), 4
                    ), (sheet.title, cell.coordinate)
    assert not [value for value in cells.values() if value == "AVVIK"]
    assert [value for value in cells.values() if value == "OK"]

    database = Database(server.database)
    with database.read() as reader:
        report = funding(reader)
    database.close()
    promised = total(row.promised for row in report.parties)
    figures = {round(float(v) * 100) for v in cells.values() if isinstance(v, int | float)}
    assert promised.ore in figures
    assert promised > Money(0)


def test_a_move_of_more_than_stands_there_is_refused_by_the_amount(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit(FINANCE, width=390)
    visitor.go("/finansiering?prosjekt=prosjekt:2026-001")
    expect(visitor.page.locator("h1").first).to_contain_text("Byggeklar")
