"""The words of the command line."""

import argparse

import pytest

from portfolio.commands.grammar import grammar
from portfolio.commands.run import DOES
from portfolio.reports.workbooks import WORKBOOKS, By


def choices(parser):
    """Return what a parser has to choose among, by name."""
    (listed,) = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    return listed.choices


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nothing"],
        ["import"],
        ["export"],
        ["export", "everything", "--out", "x"],
        ["export", "funding"],
        ["export", "funding", "--out", "x", "--round", "2026-1"],
        ["export", "ranking", "--out", "x", "--year", "2027"],
        ["export", "funding", "--out", "x", "--year", "next"],
        ["template"],
        ["check", "--language", "da"],
    ],
)
def test_wrong_use_ends_with_two_and_says_how_it_is_used(run, words):
    ended = run(*words)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("usage: portfolio")


def test_help_names_every_command(run):
    ended = run("--help")
    assert ended.status == 0
    assert all(f"    {name} " in ended.out for name in DOES)


@pytest.mark.parametrize("words", [["--json", "check"], ["check", "--json"]])
def test_what_every_command_takes_may_stand_before_or_after_its_name(run, words):
    assert run(*words).out.startswith("[")


def test_what_may_be_said_is_what_can_be_done():
    assert choices(grammar()).keys() == DOES.keys()


def test_every_workbook_may_be_asked_for_and_narrowed_down_only_by_what_it_is_about():
    books = choices(choices(grammar())["export"])
    assert books.keys() == WORKBOOKS.keys()
    for name, book in WORKBOOKS.items():
        asked = {by for by in By if f"--{by}" in books[name]._option_string_actions}
        assert asked == set(book.by)
