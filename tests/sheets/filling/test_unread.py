"""What stands in a workbook and is not read is said, with its place; and so is what is read though it is hidden."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from portfolio.given import LANGUAGES
from portfolio.sheets.filling.unread import Doubtful, Noted, Unread
from portfolio.words import words
from tests.sheets.filling.books import faults, good, remarks, saved, whole


def changed(change, content: bytes | None = None) -> bytes:
    book: Workbook = load_workbook(io.BytesIO(content or good()))
    change(book)
    return saved(book)


def put(sheet: str, **cells: object):
    def change(book: Workbook) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return change


def test_a_heading_that_is_not_known_is_told_where_something_stands_under_it() -> None:
    content = changed(put("Bidrag", J4="Lovet beløp", J6=400, K4="Tom"))
    assert remarks(content, of=Unread) == {
        "Bidrag!J4": "Kolonne J «Lovet beløp» er ikke lest: Malen har ingen slik overskrift. Bruk malens, eller slett kolonnen."
    }
    assert whole(content).to_accept


def test_a_renamed_column_does_not_lose_its_amounts_in_silence() -> None:
    told = remarks(changed(put("Bidrag", E4="Tilsagn 2027")), of=Unread)
    assert list(told) == ["Bidrag!E4"]


def test_a_column_without_a_heading_is_told() -> None:
    assert "har ingen overskrift" in remarks(changed(put("Kostnader", H6=1)), of=Unread)["Kostnader!H4"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_that_stands_twice_is_told_with_the_one_that_is_read(language) -> None:
    heading = words(language)("Amount in kroner")
    told = remarks(changed(put("Kostnader", H4=f"{heading} *", H6=9)), of=Unread)
    assert "i C og H. Bare C er lest" in told["Kostnader!H4"]


def test_a_sheet_that_is_not_known_is_told_and_those_of_the_template_are_not() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Gevinster").append(["a"])
        book.create_sheet("Tomt")
        book.copy_worksheet(book["Kostnader"])
        book.create_sheet("Costs").append(["a"])

    told = remarks(changed(change), of=Unread)
    assert list(told) == ["Gevinster", "Kostnader Copy", "Costs"]
    assert "er ikke lest, fordi «Kostnader» er det samme arket" in told["Costs"]


def test_merged_cells_under_the_headings_are_refused_and_others_are_not() -> None:
    def change(book: Workbook) -> None:
        book["Forslag"].merge_cells("D6:D7")
        book["Forslag"].merge_cells("A1:C1")
        book["Forslag"]["D6"] = "Konsept"

    told = faults(changed(change))
    assert "Cellene D6:D7 er slått sammen" in told["Forslag!D6:D7"]


def test_hidden_rows_columns_and_sheets_are_read_and_it_is_said() -> None:
    def change(book: Workbook) -> None:
        book["Forslag"].row_dimensions[6].hidden = True
        book["Forslag"].row_dimensions[90].hidden = True
        book["Bidrag"].column_dimensions["D"].hidden = True
        book["Kostnader"].sheet_state = "hidden"

    content = changed(change)
    assert remarks(content, of=Doubtful) == {
        "Forslag!A6": "1 skjult rad er tatt med, rad 6.",
        "Bidrag!D4": "Kolonne D er skjult i filen og er lest likevel.",
        "Kostnader": "Arket «Kostnader» er skjult i filen og er lest likevel.",
    }
    assert len(whole(content).upload.proposals) == 1


def test_what_is_as_it_should_be_is_not_spoken_of() -> None:
    assert remarks(good(), of=Unread) == remarks(good(), of=Doubtful) == {}
    assert remarks(good(), of=Noted)[""] == "Eksempelradene i malen er hoppet over."
