"""A number format tells when a cell shows another number than it holds."""

import io

import pytest
from openpyxl import load_workbook

from portfolio.sheets.filling.formats import in_full, shows_otherwise
from tests.sheets.filling.books import faults, filled, read, saved

ROWS = {
    "Forslag": {"A6": 7, "B6": "Felles søk", "C6": "0301 Oslo"},
    "Kostnader": {"A6": 7, "B6": 2027, "C6": 1_250_000},
}


@pytest.mark.parametrize(
    "format_",
    [
        "0.0,,",
        "0%",
        "0 ‰",
        '0 "mill."',
        "0\\ \\m\\i\\l\\l",
        "[$€-2] 0",
        "$0",
        ";;;",
        '"kr" 0 "mill"',
        "0 [$USD]",
    ],
)
def test_another_number_other_words_or_nothing_shown_is_otherwise(format_: str) -> None:
    assert shows_otherwise(format_)


@pytest.mark.parametrize(
    "format_",
    [
        "General",
        "0",
        "#,##0",
        "#,##0.00",
        '#,##0 "kr"',
        '#,##0",-"',
        "[$kr-414] # ##0",
        "0;[Red]-0",
        '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
        '"NOK" # ##0',
    ],
)
def test_kroner_shown_as_kroner_are_as_they_are(format_: str) -> None:
    assert not shows_otherwise(format_)


@pytest.mark.parametrize(
    ("number", "format_", "whole"),
    [(7, "000", "007"), (7.0, "0000", "0007"), (1234, "000", "1234"), (7.5, "000", None), (7, "0", None)],
)
def test_the_zeros_that_a_format_shows_are_part_of_a_number(
    number: float, format_: str, whole: str | None
) -> None:
    assert in_full(number, format_) == whole


def numbered(format_: str) -> bytes:
    """Return a workbook whose reference is a number, shown by a format."""
    book = load_workbook(io.BytesIO(filled(ROWS)))
    for title in ROWS:
        book[title]["A6"].number_format = format_
    return saved(book)


def test_a_reference_is_read_with_the_zeros_that_its_format_shows() -> None:
    upload, wrong = read(numbered("000"))
    assert (wrong, upload.proposals[0].reference, upload.costs[0].reference) == ((), "007", "007")


def test_a_text_that_is_shown_as_something_else_is_refused_at_its_cell() -> None:
    assert set(faults(numbered('"T-"0'))) == {"Forslag!A6", "Kostnader!A6"}
