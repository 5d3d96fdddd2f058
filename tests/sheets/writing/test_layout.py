"""Where everything will stand, and the formulas that find it."""

from dataclasses import replace

import pytest

from portfolio.parties import Side
from portfolio.sheets.writing.layout import lay_out, quoted, width
from portfolio.sheets.writing.styles import WIDTHS
from portfolio.words import words
from tests.catalogue.exports.written import column, spec, table
from tests.sheets.writing.small import REPORT, SPEC

LAID = lay_out(SPEC, REPORT, words("nb"))


@pytest.mark.parametrize(("title", "written"), [("Data", "'Data'"), ("Ola's ark", "'Ola''s ark'")])
def test_a_title_is_written_so_that_no_sign_in_it_ends_it(title, written):
    assert quoted(title) == written


def test_a_tidy_table_begins_at_the_top_and_another_under_its_title():
    data, sides = LAID.laid["data"], LAID.laid["sides"]
    assert (data.heading, data.first, data.last) == (1, 2, 4)
    assert (sides.heading, sides.first, sides.last) == (4, 5, 6)
    assert (data.here("amount"), data.span("amount")) == ("D2:D4", "'data'!$D$2:$D$4")


def test_a_table_of_nothing_keeps_one_empty_row():
    empty = lay_out(SPEC, replace(REPORT, lines=()), words("nb")).laid["data"]
    assert (empty.first, empty.last) == (2, 2)


def test_each_rule_is_a_formula_on_its_own_row():
    sides = LAID.laid["sides"]
    rules = {each.field: LAID.rule(sides, each) for each in sides.table.columns}
    assert rules == {
        "side": None,
        "own": "ROUND(SUMIFS('data'!$D$2:$D$4,'data'!$C$2:$C$4,$A{row}),2)",
        "whole": None,
        "share": 'IF($C{row}=0,"",$B{row}/$C{row})',
    }


@pytest.mark.parametrize(
    ("kind", "formula"),
    [
        ({"kind": "sum", "of": ["own", "whole"]}, "ROUND($B{row}+$C{row},2)"),
        ({"kind": "difference", "of": ["whole", "own"]}, "ROUND($C{row}-$B{row},2)"),
        ({"kind": "lack", "of": ["whole", "own"]}, "ROUND(MAX(0,$C{row}-$B{row}),2)"),
    ],
)
def test_amounts_are_rounded_to_the_ore(kind, formula):
    money = {"format": "money"}
    sides = table(
        column("side"),
        column("own", **money),
        column("whole", **money),
        column("x", **money, **kind),
        rows="totals",
    )
    laid = lay_out(spec(sides), REPORT, words("nb"))
    assert laid.rule(laid.laid["data"], laid.laid["data"].table.column("x")) == formula


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_choice_is_looked_for_in_the_words_it_is_written_in(language):
    where = [{"column": "side", "equals": "local"}]
    rule = {"kind": "sum_over", "over": "data", "column": "amount", "where": where, "format": "money"}
    lines = table(column("name"), column("side"), column("amount", format="money"))
    laid = lay_out(
        spec(lines, table(column("own", **rule), key="sides", rows="totals")), REPORT, words(language)
    )
    sides = laid.laid["sides"]
    said = words(language).name(Side.LOCAL)
    assert f',"{said}")' in str(laid.rule(sides, sides.table.column("own")))


def test_the_banner_stands_only_where_its_field_is_true():
    assert LAID.banner == "Eksempel"
    assert lay_out(SPEC, replace(REPORT, example=False), words("nb")).banner == ""


def test_the_verdict_is_found_on_the_sheet_of_checks():
    assert LAID.verdict("control") == "'Kontroll'!$B$3"


def test_a_column_is_as_wide_as_it_says_else_as_its_format_needs():
    own = LAID.laid["sides"].table.column("own")
    assert width(own) == WIDTHS[own.format]
    assert width(own.model_copy(update={"width": 7})) == 7
