import io

import pytest
from openpyxl import load_workbook

from portfolio.given import LANGUAGES
from portfolio.proposals.proposal import Phase
from portfolio.words import words
from tests.sheets.filling.books import GOALS, PARTIES, empty

HEADINGS = {
    "Proposals": "Reference *|Title *|Owner *|Phase|Summary|Need|Solution|Do-nothing alternative|Goals of the strategy"
    "|Partners|Statutory by|First year|Last year|Contact|Source",
    "Costs": "Reference *|Year *|Amount in kroner *|Note",
    "Contributions": "Reference *|Party *|Year *|Applied for *|Promised|Agreed|Paid|Note",
    "Parties": "Name *|Kind of party *",
}
"""What a template that somebody downloaded in English is known by. Change one only if the former is read too.

A column may come beside them, but none that must be filled in: those templates have it not.
"""


@pytest.fixture(scope="module")
def book():
    return load_workbook(io.BytesIO(empty()))


def test_the_template_has_its_sheets_with_norwegian_headings(book):
    assert book.sheetnames == ["Les meg", "Forslag", "Kostnader", "Bidrag", "Parter", "Lister"]
    assert [cell.value for cell in book["Kostnader"][4]] == [
        "Referanse *",
        "År *",
        "Beløp i kroner *",
        "Merknad",
    ]


def test_a_template_downloaded_in_english_before_is_still_known_by_its_headings():
    book = load_workbook(io.BytesIO(empty("en")))
    assert book.sheetnames == ["Read me", *HEADINGS, "Lists"]
    for title, headings in HEADINGS.items():
        known, shown = headings.split("|"), [cell.value for cell in book[title][4]]
        assert [each for each in shown if each in known] == known
        assert not [each for each in shown if each not in known and each.endswith("*")]


def test_lists_hold_every_body_phase_and_goal(book):
    sheet = book["Lister"]
    columns = [[cell.value for cell in column[1:] if cell.value] for column in sheet.iter_cols()]
    assert len(columns[0]) == len(columns[1]) == len(PARTIES)
    assert "0301 Oslo" in columns[0]
    assert columns[2] == [words("nb").name(each) for each in Phase]
    assert len(columns[3]) == len(GOALS)


def test_owners_are_chosen_from_the_list_of_bodies(book):
    validations = {str(each.sqref): each for each in book["Forslag"].data_validations.dataValidation}
    owner = validations["C5:C304"]
    assert owner.formula1 == f"'Lister'!$A$2:$A${len(PARTIES) + 1}"
    assert owner.prompt == "Velg fra listen, eller skriv kommunenummeret."
    assert not owner.showErrorMessage


def test_rows_to_fill_in_are_yellow_and_amounts_are_numbers(book):
    assert book["Kostnader"]["C6"].style == "Portefølje input money"
    assert book["Kostnader"]["C6"].fill.fgColor.rgb.endswith("FFF8DC")
    assert book["Forslag"]["A6"].number_format == "@"


def test_the_example_is_marked_and_can_be_left_out(book):
    assert [book[title]["A5"].value.split()[0] for title in book.sheetnames[1:5]] == ["EKSEMPEL"] * 4
    without = load_workbook(io.BytesIO(empty(example=False)))
    assert [without[title]["A5"].value for title in without.sheetnames[1:5]] == [None] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_template_is_the_same_bytes(language):
    assert empty(language) == empty(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headings_differ_within_a_language(language):
    book = load_workbook(io.BytesIO(empty(language)))
    assert len({name.lower() for name in book.sheetnames}) == 6
    for sheet in book.worksheets[1:5]:
        headings = [cell.value for cell in sheet[4]]
        assert len(set(headings)) == len(headings)
