"""The sheets of a workbook, found by their titles and headings in any language and order."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from portfolio.given import LANGUAGES
from portfolio.money import Money
from portfolio.proposals.proposal import Phase
from portfolio.words import words
from tests.sheets.filling.books import GOALS, GOOD, empty, faults, filled, good, read, saved


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_read_in_every_language(language):
    names = load_workbook(io.BytesIO(empty(language))).sheetnames[1:4]
    cells = dict(zip(names, GOOD.values(), strict=True))
    cells[names[0]] = cells[names[0]] | {"phase": words(language).name(Phase.CARRY_OUT), "goals": "2; 1"}
    upload, wrong = read(filled(cells, language=language))
    assert wrong == ()
    assert upload.proposals[0].phase is Phase.CARRY_OUT
    assert upload.proposals[0].goals == (GOALS[1].key, GOALS[0].key)
    assert len(upload.costs) == len(upload.contributions) == 1


def test_columns_may_stand_in_any_order_and_letter_case():
    book = Workbook()
    book.active.title = "FORSLAG"
    book.active.append(["noe annet", "EIER", "tittel*", " referanse "])
    book.active.append(["", "ks", "Felles\xa0 søk ", 14.0])
    book.create_sheet("kostnader").append(["år", "Beløp i kroner", "Referanse"])
    book["kostnader"].append([2027, "1 250 000,50", 14])
    book.create_sheet("Contributions").append(["Applied for", "Reference", "Year", "Party"])
    upload, wrong = read(saved(book))
    assert wrong == ()
    assert (upload.proposals[0].reference, upload.proposals[0].title) == ("14", "Felles søk")
    assert (upload.costs[0].reference, upload.costs[0].amount) == ("14", Money(125_000_050))


def test_a_missing_sheet_is_told():
    book = load_workbook(io.BytesIO(good()))
    del book["Kostnader"], book["Parter"]
    told = [words("nb")(each.message) for each in read(saved(book))[1]]
    assert told == [
        "Arket «Kostnader» mangler. Filen har «Les meg»; «Forslag»; «Bidrag»; «Lister». Bruk arkene i malen."
    ]


def test_a_missing_column_is_told():
    assert "«Eier» mangler" in faults(good(Forslag={"C4": "Sjef"}))["Forslag!A4"]


def test_a_table_of_something_else_lacks_the_sheets_of_the_template():
    book = Workbook()
    book.active.append(["a", "b"])
    assert len(read(saved(book))[1]) == 3
