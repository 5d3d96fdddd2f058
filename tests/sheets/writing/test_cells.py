"""What goes into a cell: text stays text, and a number is exactly what it was."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from portfolio.catalogue.exports.columns import Format
from portfolio.money import Money
from portfolio.parties import Side
from portfolio.periods import Period
from portfolio.sheets.writing.cells import (
    LONGEST_TEXT,
    MOST_ORE,
    Cell,
    Formula,
    Ink,
    TooLargeForASheet,
    clean,
)
from portfolio.sheets.writing.styles import Look, add_styles
from portfolio.words import words


def ink():
    return Ink(words("nb"), add_styles(Workbook()))


def value(given, shown=Format.NUMBER):
    found = re.search(r"<v>(.*)</v>", ink().cell("A1", given, Look.BODY, shown))
    return found and found[1]


@given(st.integers(-MOST_ORE + 1, MOST_ORE - 1))
def test_an_amount_is_kept_to_the_ore(ore):
    assert Decimal(value(Money(ore), Format.MONEY)) == Money(ore).in_kroner


@pytest.mark.parametrize("ore", [MOST_ORE, -MOST_ORE])
def test_an_amount_that_would_not_be_exact_is_refused(ore):
    with pytest.raises(TooLargeForASheet):
        value(Money(ore), Format.MONEY)


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        (7, "7"),
        (Decimal("9.750"), "9.750"),
        (Decimal("1E+3"), "1000"),
        (Fraction(1, 4), "0.25"),
        (date(2026, 11, 23), "46349"),
        (date(1900, 3, 1), "61"),
        (datetime(2026, 11, 23, 11, 0, tzinfo=UTC), "46349.5"),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), "46204.0"),
    ],
)
def test_numbers_days_and_moments_stand_as_a_spreadsheet_counts_them_in_norwegian_time(given, stands):
    assert value(given) == stands


def test_nothing_is_an_empty_cell_and_yes_is_a_word():
    assert value(None) is None
    said = ink()
    assert said.cell("A1", True, Look.BODY, Format.TEXT).endswith('t="s"><v>0</v></c>')
    assert ">Ja<" in said.shared_strings().decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("tekst", "tekst"),
        (Side.STATE, words("nb").name(Side.STATE)),
        ((2026, 2027), "2026, 2027"),
        (
            Period.holding(date(2026, 5, 1), months=3),
            words("nb").period(Period.holding(date(2026, 5, 1), months=3)),
        ),
    ],
)
def test_what_is_no_number_is_said_in_words(given, said):
    assert ink().said(given) == said


def test_a_text_is_kept_once_however_often_it_is_written():
    said = ink()
    cells = [said.cell(f"A{row}", "Oslo", Look.BODY, Format.TEXT) for row in (1, 2)]
    assert [re.search(r"<v>(\d+)</v>", each)[1] for each in cells] == ["0", "0"]
    assert said.shared_strings().count(b"<si>") == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_text_that_a_spreadsheet_could_run_has_a_style_that_quotes_it(text):
    said = ink()
    style = re.search(r's="(\d+)"', said.cell("A1", text, Look.BODY, Format.TEXT))
    plain = re.search(r's="(\d+)"', said.cell("A1", "Oslo", Look.BODY, Format.TEXT))
    assert style[1] != plain[1]


def test_a_formula_has_its_value_stored_beside_it_whatever_kind_it_is():
    said = ink()
    written = [
        said.cell("A1", Formula("A2&B2", result), Look.BODY, Format.TEXT)
        for result in (Money(150), "<OK>", None)
    ]
    assert written[0].endswith("><f>A2&amp;B2</f><v>1.50</v></c>")
    assert ' t="str"><f>A2&amp;B2</f><v>&lt;OK&gt;</v>' in written[1]
    assert ' t="str"' in written[2]


def test_a_row_leaves_out_what_is_not_there():
    row = ink().row(3, [Cell("a"), None, Cell(1)], height=20)
    assert row.startswith('<row r="3" ht="20" customHeight="1"><c r="A3"')
    assert 'r="B3"' not in row
    assert 'r="C3"' in row


@given(st.text(max_size=200))
def test_a_cleaned_text_holds_nothing_that_xml_cannot(text):
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", clean(text, cut="…"))


def test_a_text_is_cut_between_letters_also_where_a_letter_takes_two_units():
    short = clean("𝄞" * LONGEST_TEXT, cut="…")
    assert short == "𝄞" * ((LONGEST_TEXT - 1) // 2) + "…"
