"""A report as a workbook: as the spec says, in the reader's language, and the same bytes each time."""

from dataclasses import replace

import pytest

from portfolio.given import LANGUAGES
from portfolio.sheets.writing.fit import Misfit
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.sheets.writing.small import AT, REPORT, SPEC, made, opened


def test_the_sheets_stand_in_the_order_of_the_spec():
    assert opened().sheetnames == ["Les meg", "sides", "data", "Kontroll"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(language):
    assert made(language=language) == made(language=language)
    assert made(language=language) != made(replace(REPORT, example=False), language)


def test_it_says_that_it_was_made_when_the_report_was_taken():
    assert opened().properties.modified == AT.replace(tzinfo=None)


def test_a_report_that_does_not_fit_is_refused_before_anything_is_written():
    with pytest.raises(Misfit):
        workbook(SPEC, AT, words=words("nb"))
