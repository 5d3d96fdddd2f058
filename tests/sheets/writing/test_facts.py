"""The first sheet: what the workbook is, and the way to its other sheets."""

from dataclasses import replace

from portfolio.sheets.writing.digest import digest
from tests.sheets.writing.small import REPORT, opened


def told(report=REPORT):
    sheet = opened(report, values=True)["Les meg"]
    return {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4) if row[0].value}


def test_it_says_when_the_figures_were_taken_what_they_rest_on_and_whether_they_agree():
    facts = told()
    assert facts["Tatt"] == "23. november 2026 kl. 13.30"
    assert facts["Fingeravtrykk"] == digest(REPORT)
    assert facts["Stemmer"] == "OK"


def test_what_holds_only_of_an_example_is_said_only_there():
    real = replace(REPORT, example=False)
    assert (told()["Merk"], "Merk" in told(real)) == ("Oppdiktet", False)
    titles = [opened(each)["Les meg"]["A1"].value for each in (REPORT, real)]
    assert titles == ["t – Eksempel", "t"]


def test_it_links_to_every_other_sheet_and_says_what_each_is():
    sheet = opened()["Les meg"]
    links = [cell.value for cell in sheet["A"] if str(cell.value).startswith("=HYPERLINK")]
    assert links == [f'=HYPERLINK("#\'{title}\'!A1","{title}")' for title in ("sides", "data", "Kontroll")]
    assert told()["Kontroll"] == "Om arkene stemmer."
