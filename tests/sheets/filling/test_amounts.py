"""Amounts that may be meant otherwise than as kroner are asked about, by their column, and all others are not."""

import io

import pytest
from openpyxl import load_workbook

from portfolio.sheets.filling.amounts import shows_otherwise
from portfolio.sheets.filling.unread import Doubtful, Noted
from tests.sheets.filling.books import faults, filled, remarks, saved, whole

SOUND = {"A6": "T-1", "B6": "Felles søk", "C6": "0301 Oslo"}


def book(*costs: object, shown: str = "General") -> bytes:
    """Return a workbook with one proposal and these costs, from 2026 on, shown by a format."""
    cells = {"Forslag": SOUND, "Kostnader": {}, "Bidrag": {}}
    for number, cost in enumerate(costs):
        cells["Kostnader"] |= {
            f"A{6 + number}": "T-1",
            f"B{6 + number}": 2026 + number,
            f"C{6 + number}": cost,
        }
    made = load_workbook(io.BytesIO(filled(cells)))
    for number in range(len(costs)):
        made["Kostnader"][f"C{6 + number}"].number_format = shown
    return saved(made)


def test_a_workbook_in_millions_is_asked_about_before_anybody_says_yes() -> None:
    told = remarks(book(12.5, 6.25, 3.4), of=Doubtful)
    assert list(told) == ["Kostnader!C6"]
    assert told["Kostnader!C6"].startswith(
        "3 beløp under «Beløp i kroner» er påfallende små, det første 12,50"
    )
    assert whole(book(12.5)).to_accept


def test_a_small_amount_among_others_is_said_and_stops_nobody() -> None:
    assert remarks(book(2_500_000, 900), of=Doubtful) == {}
    assert "er påfallende lite" in remarks(book(2_500_000, 900), of=Noted)["Kostnader!C7"]


@pytest.mark.parametrize(
    "costs", [(6_000_000_000,), (1_000_000, 1_000_000, 1_000_000, 1_000_000, 2_000_000_000)]
)
def test_an_oddly_large_amount_is_asked_about(costs: tuple[int, ...]) -> None:
    assert "er påfallende mye" in next(iter(remarks(book(*costs), of=Doubtful).values()))


def test_ordinary_amounts_are_not_spoken_of() -> None:
    assert remarks(book(2_500_000, 12_000, 40_000_000), of=Doubtful) == {}
    assert list(remarks(book(2_500_000, 12_000), of=Noted)) == [""]


def test_a_percentage_is_no_amount() -> None:
    assert "viser en prosent" in faults(book(0.5, shown="0%"))["Kostnader!C6"]


@pytest.mark.parametrize("shown", ["0.0,,", '0.0 "mill."', '#,##0,"k"'])
def test_an_amount_that_is_shown_as_something_else_is_asked_about(shown: str) -> None:
    told = remarks(book(12_500_000, shown=shown), of=Doubtful)["Kostnader!C6"]
    assert shown in told
    assert "12\u00a0500\u00a0000" in told


@pytest.mark.parametrize(
    "shown",
    [
        "General",
        "#,##0.00",
        '#,##0 "kr"',
        "[$kr-414] #,##0",
        '_-* #,##0_-;-* #,##0_-;_-* "-"??_-',
        "0.00E+00",
    ],
)
def test_kroner_in_any_dress_are_kroner(shown: str) -> None:
    assert not shows_otherwise(shown)
