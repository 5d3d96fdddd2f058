"""A table sheet: its headings, its rows, and a total of what a filter leaves in view."""

from dataclasses import replace

import pytest

from portfolio.money import Money
from portfolio.sheets.writing.tables import lines, summed
from tests.sheets.writing.small import LINES, REPORT, opened


def test_a_table_has_its_title_its_headings_and_a_total_that_follows_the_filter():
    sheet, values = opened()["sides"], opened(values=True)["sides"]
    assert sheet["A1"].value == "sides"
    assert [cell.value for cell in sheet[4]] == ["side", "own", "whole", "share"]
    assert sheet["B7"].value == "=ROUND(SUBTOTAL(109,B5:B6),2)"
    assert (values["A7"].value, values["B7"].value, values["C7"].value) == ("Sum", 60.05, 120.1)
    assert values["D7"].value == pytest.approx(0.5)


def test_a_tidy_table_is_for_programs_headings_first_and_no_total():
    sheet = opened()["data"]
    assert [cell.value for cell in sheet[1]] == ["name", "number", "side", "amount"]
    assert sheet.max_row == 1 + len(LINES)
    assert sheet["B3"].value == "0301"


def test_each_table_is_named_so_that_formulas_and_filters_find_it():
    book = opened()
    named = {table.displayName: table.ref for sheet in book for table in sheet.tables.values()}
    assert named == {"Tabell_sides": "A4:D6", "Tabell_data": "A1:D4"}
    assert (book["sides"].freeze_panes, book["sides"].print_title_rows) == ("A5", "$4:$4")


def test_a_table_of_nothing_has_no_total():
    sheet = opened(replace(REPORT, totals=()))["sides"]
    assert sheet["A5"].value is None
    assert sheet.max_row <= 5


def test_a_text_takes_the_lines_it_needs_and_never_less_than_one():
    assert [lines(each, 22) for each in ("", "Oslo", "a\nb")] == [1, 1, 2]
    assert lines("ord " * 100, 22) > 15


def test_a_sum_is_exact_and_passes_over_what_is_not_there():
    assert summed(LINES, "amount") == Money(60_05)
    assert summed((), "amount") == 0
    assert summed([type("Row", (), {"count": each}) for each in (1, None, 2)], "count") == 3
