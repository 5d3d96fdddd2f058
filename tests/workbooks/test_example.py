import io
from datetime import UTC, datetime

from portfolio.catalogue.exports.workbooks import exports
from portfolio.reports.funding.workbook import funding
from portfolio.reports.realising.benefits import benefits
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.workbooks.conftest import cells

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_example_portfolio_gives_a_funding_overview_that_agrees_with_itself(database, recalculated):
    with database.read() as reader:
        report = funding(reader, at=NOW)
    content = workbook(exports()["funding"], report, words=words("nb"))
    stored, worked_out = cells(io.BytesIO(content)), recalculated(content)
    assert stored["Kontroll", "B3"] == worked_out["Kontroll", "B3"] == "OK"
    assert stored["Les meg", "A1"] == "Finansieringsoversikt – Eksempeldata"


def test_the_example_portfolio_gives_a_benefit_overview(database):
    with database.read() as reader:
        report = benefits(reader, on=NOW.date())
    made = cells(io.BytesIO(workbook(exports()["benefits"], report, words=words("nb"))))
    assert (
        sum(sheet == "Målinger" and place.startswith("A") for sheet, place in made)
        == len(report.readings) + 1
    )
