"""The sheet of checks: what the sheets come to by formula against what the report holds."""

from dataclasses import replace

import pytest

from portfolio.catalogue.exports.sheets import Checks
from portfolio.money import Money
from portfolio.parties import Side
from portfolio.sheets.writing.checks import lines_of, verdict
from portfolio.sheets.writing.layout import lay_out
from portfolio.words import words
from tests.sheets.writing.small import REPORT, SPEC, TOTALS, opened

CHECKS = next(each for each in SPEC.sheets if isinstance(each, Checks))
WRONG = replace(REPORT, totals=(replace(TOTALS[0], share=0.9), TOTALS[1]))


def found(report=REPORT):
    return lines_of(CHECKS, lay_out(SPEC, report, words("nb")))


def test_each_group_is_checked_in_the_order_of_its_choice_and_then_the_shares():
    assert [(each.concerns, each.value, each.control) for each in found()] == [
        (Side.STATE, Money(30_00), Money(30_00)),
        (Side.LOCAL, Money(30_05), Money(30_05)),
        (words("nb")("All rows"), Money(60_05), Money(60_05)),
    ]


@pytest.mark.parametrize(
    ("language", "good", "bad"), [("nb", "OK", "AVVIK"), ("nn", "OK", "AVVIK"), ("en", "OK", "DEVIATION")]
)
def test_one_difference_of_one_ore_is_enough(language, good, bad):
    assert verdict(words(language), found()) == good
    first, *rest = found()
    wrong = replace(first, value=first.value + Money(1))
    assert wrong.difference == Money(1)
    assert verdict(words(language), [wrong, *rest]) == bad
    assert verdict(words(language), []) == good


def test_a_wrong_figure_in_the_report_shows_on_its_line_and_in_the_verdict():
    sheet = opened(WRONG, values=True)["Kontroll"]
    results = [cell.value for cell in sheet["G"][5:]]
    assert (sheet["B3"].value, results) == ("AVVIK", ["OK", "OK", "AVVIK"])


def test_the_formulas_look_the_figures_up_and_the_control_is_written_out():
    sheet = opened()["Kontroll"]
    assert sheet["D6"].value == "=ROUND(SUMIFS('data'!$D$2:$D$4,'data'!$C$2:$C$4,$B6),2)"
    assert sheet["E6"].value == 30
    assert sheet["F6"].value == "=ROUND(D6-E6,2)"
    assert sheet["B3"].value == '=IF(COUNTIF(G6:G8,"OK")=ROWS(G6:G8),"OK","AVVIK")'
