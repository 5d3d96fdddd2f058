"""The rows of a filled-in sheet: which count, and what is gathered of each."""

import pytest

from portfolio.given import LANGUAGES
from portfolio.sheets.filling.forms import PROPOSALS
from portfolio.sheets.filling.rows import WrongCell, rows
from portfolio.sheets.filling.safe import Grid
from portfolio.sheets.filling.sheet import FilledSheet, LeftOut
from tests.sheets.filling.books import empty, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_says_nothing_and_has_no_faults(language):
    upload, wrong = read(empty(language))
    assert (upload.proposals, upload.costs, upload.contributions, upload.parties, wrong) == (
        (),
        (),
        (),
        (),
        (),
    )


def written(*titles):
    """Return the rows of a sheet with a reference, or nothing, in each."""
    below = {number: {1: title} if title else {} for number, title in enumerate(titles, 5)}
    return list(rows(FilledSheet(PROPOSALS, Grid("Forslag", below), 4, {"reference": 1, "title": 2})))


def test_rows_that_are_empty_are_passed_by_and_no_other():
    shown = ("EKSEMPEL", "eksempel ", "Example 1", "", "Eksempelet", 2026)
    assert [row.number for row in written(*shown)] == [5, 6, 7, 9, 10]
    assert not any(row.example for row in written(*shown))


def test_a_cell_that_must_be_filled_in_is_told_of_once():
    (row,) = written("1")
    title = PROPOSALS.names["title"]
    row.need(title)
    assert [(type(each), each.about) for each in row.faults] == [(LeftOut, "Forslag!B5")]
    row.need(title)
    row.need(PROPOSALS.names["summary"])
    assert len(row.faults) == 1
    assert (row.faulty("title"), row.faulty("reference")) == (True, False)


def test_what_cannot_be_read_is_noted_at_its_cell_with_its_facts():
    def read():
        raise WrongCell("{given}!", given="x")

    (row,) = written("1")
    assert row.note("title", read) is None
    assert [(each.about, each.message.facts) for each in row.faults] == [("Forslag!B5", {"given": "x"})]
