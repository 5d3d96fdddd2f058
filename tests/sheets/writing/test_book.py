"""A workbook under way: set up for screen and for paper."""

import io

import pytest
from openpyxl import load_workbook

from portfolio.sheets.writing.book import Book, CellArea
from portfolio.words import words


def built(language="nb", *, banner=""):
    book = Book(words=words(language), title="Penger & mål", description="Hva de koster.", banner=banner)
    book.sheet("Ark", widths=[12, 30])
    book.fill([], area=CellArea(1, 1, 2))
    return load_workbook(io.BytesIO(book.to_bytes()))


@pytest.mark.parametrize(
    ("area", "written"),
    [(CellArea(1, 9, 3), "A1:C9"), (CellArea(4, 4, 27), "A4:AA4"), (CellArea(1, 1, 1), "A1:A1")],
)
def test_an_area_is_written_as_formulas_write_it(area, written):
    assert str(area) == written


def test_a_sheet_is_for_a4_across_with_the_name_and_page_at_the_foot():
    sheet = built()["Ark"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (12, 30)
    assert sheet.oddFooter.left.text == "Penger && mål – Ark"
    assert sheet.oddFooter.right.text == "Side &P av &N"


def test_a_banner_stands_at_the_head_of_every_page_and_nothing_does_without_one():
    assert built(banner="Eksempel")["Ark"].oddHeader.right.text == "Eksempel"
    assert not built()["Ark"].oddHeader.right.text


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_the_file_says_what_it_is_and_in_which_language(language, tag):
    about = built(language).properties
    assert (about.title, about.description, about.language) == ("Penger & mål", "Hva de koster.", tag)
