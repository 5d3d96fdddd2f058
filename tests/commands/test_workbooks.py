"""The workbooks from the command line: each in the language and of the year or round that is asked for."""

import pytest
from openpyxl import load_workbook

from portfolio.reports.workbooks import WORKBOOKS

FUNDING = ["Les meg", "Oversikt", "Parter", "Kostnader", "Data", "Nøkler", "Utbetalt felles", "Kontroll"]


@pytest.mark.parametrize("what", WORKBOOKS)
def test_each_workbook_is_written_and_its_checks_hold(run, tmp_path, what):
    ended = run("export", what, "--out", tmp_path / "bok.xlsx")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == f"Skrevet: {tmp_path / 'bok.xlsx'}\n"
    book = load_workbook(tmp_path / "bok.xlsx", data_only=True)
    assert what != "funding" or book.sheetnames == FUNDING
    words = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "AVVIK" not in words


@pytest.mark.parametrize("what", WORKBOOKS)
def test_with_json_the_report_that_went_into_the_workbook_is_told(run, tmp_path, what):
    ended = run("export", what, "--out", tmp_path / "bok.xlsx", "--json")
    assert (ended.status, ended.err) == (0, "")
    assert isinstance(ended.json, dict)
    assert (tmp_path / "bok.xlsx").exists()


@pytest.mark.parametrize(("language", "sheet"), [("nb", "Oversikt"), ("nn", "Oversikt"), ("en", "Overview")])
def test_a_workbook_is_in_the_language_asked_for(run, tmp_path, language, sheet):
    run("export", "funding", "--out", tmp_path / "bok.xlsx", "--language", language)
    assert sheet in load_workbook(tmp_path / "bok.xlsx").sheetnames


def test_one_budget_year_is_that_year_only(run, tmp_path):
    one = run("export", "funding", "--year", 2027, "--out", tmp_path / "en.xlsx", "--json").json
    all_ = run("export", "funding", "--out", tmp_path / "alle.xlsx", "--json").json
    assert (one["year"], one["years"], all_["year"]) == (2027, [2027], None)
    assert one["lines"] == [each for each in all_["lines"] if each["year"] == 2027] != []
    book = load_workbook(tmp_path / "en.xlsx", data_only=True)
    assert {row[2] for row in book["Kostnader"].iter_rows(min_row=2, values_only=True) if row[2]} == {2027}


def test_a_year_with_nothing_in_it_is_said_to_be_empty_and_its_workbook_agrees_with_itself(run, tmp_path):
    ended = run("export", "funding", "--year", 2099, "--out", tmp_path / "b.xlsx")
    assert ended.status == 0
    assert ended.out.splitlines()[1] == (
        "Budsjettåret 2099 har ingen kostnader eller bidrag. Disse har: 2026, 2027, 2028, 2029."
    )
    assert load_workbook(tmp_path / "b.xlsx", data_only=True)["Kontroll"]["B3"].value == "OK"
