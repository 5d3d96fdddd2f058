"""The words of the command line."""

import argparse

import pytest

from portfolio.commands.grammar import grammar, language_in
from portfolio.commands.run import DOES
from portfolio.given import LANGUAGES
from portfolio.reports.workbooks import WORKBOOKS, By
from portfolio.words import words


def choices(parser):
    """Return what a parser has to choose among, by name."""
    (listed,) = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    return listed.choices


@pytest.mark.parametrize(
    "given",
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
def test_wrong_use_ends_with_two_and_says_how_it_is_used(run, given):
    ended = run(*given)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("usage: portfolio")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_readers_language_down_to_each_choice(run, language):
    say = words(language)
    for key, book in WORKBOOKS.items():
        ended = run("export", key, "--help", "--language", language)
        assert ended.status == 0
        assert say(book.tells) in ended.out
        assert say("the file to write") in ended.out
        assert say("show this help and end") in ended.out
    assert say("write a workbook") in run(f"--language={language}", "--help").out


def test_whoever_asks_for_no_language_that_we_speak_is_answered_in_bokmål():
    for arguments in ([], ["--language"], ["--language", "da"], ["check", "--json"]):
        assert language_in(arguments) == "nb"
    assert language_in(["rank", "--lang", "nn"]) == "nn"


def test_help_names_every_command(run):
    ended = run("--help")
    assert ended.status == 0
    assert all(f"    {name} " in ended.out for name in DOES)


@pytest.mark.parametrize("given", [["--json", "check"], ["check", "--json"]])
def test_what_every_command_takes_may_stand_before_or_after_its_name(run, given):
    assert run(*given).json["checks"]


def test_what_may_be_said_is_what_can_be_done():
    assert choices(grammar()).keys() == DOES.keys()


def test_every_workbook_may_be_asked_for_and_narrowed_down_only_by_what_it_is_about():
    books = choices(choices(grammar())["export"])
    assert books.keys() == WORKBOOKS.keys()
    for name, book in WORKBOOKS.items():
        asked = {by for by in By if f"--{by}" in books[name]._option_string_actions}
        assert asked == set(book.by)
