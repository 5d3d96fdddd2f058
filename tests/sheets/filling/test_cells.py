"""What one cell says: each fault by its place with what to do, amounts to the øre, texts as they are written."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from portfolio.money import Money
from tests.examples.filling import place
from tests.sheets.filling.books import faults, good, named, read, saved


@pytest.mark.parametrize(
    ("sheet", "field", "value", "says"),
    [
        ("Forslag", "reference", date(2026, 1, 1), "Formater cellen som tekst"),
        ("Forslag", "reference", "=1+1", "ingen lagret verdi"),
        ("Forslag", "title", "x" * 201, "høyst 200 tegn"),
        ("Forslag", "starts", date(2027, 1, 1), "Skriv bare året"),
        ("Forslag", "starts", "2027.5", "ikke et år"),
        ("Forslag", "starts", 2080, "for langt unna"),
        ("Kostnader", "year", date(2027, 1, 1), "Skriv bare året"),
        ("Kostnader", "amount", -5, "under null"),
        ("Kostnader", "amount", 0.125, "to desimaler"),
        ("Kostnader", "amount", 1e-9, "to desimaler"),
        ("Kostnader", "amount", 1e300, "Sjekk"),
        ("Kostnader", "amount", 1e30, ""),
        ("Kostnader", "amount", "1.234", ""),
        ("Kostnader", "amount", "ca. 2 mill", ""),
        ("Kostnader", "amount", date(2027, 1, 1), "ikke et tall"),
        ("Kostnader", "amount", True, "ikke et tall"),
        ("Kostnader", "amount", "=SUM(1,2)", "ingen lagret verdi"),
        ("Kostnader", "amount", "#REF!", "viser #REF!"),
        ("Forslag", "title", None, "Fyll ut «Tittel»"),
        ("Forslag", "reference", None, "Fyll ut «Referanse»"),
        ("Kostnader", "year", None, "Fyll ut «År»"),
        ("Bidrag", "applied", None, "Fyll ut «Søkt»"),
    ],
)
def test_a_fault_is_told_at_its_cell_with_what_to_do(sheet, field, value, says):
    told = faults(good(**{sheet: {field: value}}))
    assert list(told) == [place(sheet, field)]
    assert says in told[place(sheet, field)]


@pytest.mark.parametrize(
    ("written", "ore"),
    [(0.1, 10), (166996663.86, 16_699_666_386), ("1 250 000,50 kr", 125_000_050), ("99.5", 9950), (0, 0)],
)
def test_an_amount_is_kept_to_the_ore(written, ore):
    upload, wrong = read(good(Kostnader={"C6": written}))
    assert wrong == ()
    assert upload.costs[0].amount == Money(ore)


@pytest.mark.parametrize("text", ["=1+1", "@x", "+47 12345678", "-"])
def test_a_text_that_looks_like_a_formula_is_read_as_text(text):
    book = load_workbook(io.BytesIO(good()))
    cell = book["Forslag"][named("Forslag", "contact")]
    cell.value, cell.data_type = text, "s"
    upload, wrong = read(saved(book))
    assert wrong == ()
    assert upload.proposals[0].contact == text


def test_running_text_keeps_its_lines():
    upload, _ = read(good(Forslag={"summary": " Første \n\n andre\xa0 linje "}))
    assert upload.proposals[0].summary == "Første\n\nandre linje"
