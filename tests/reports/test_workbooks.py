"""The register of workbooks: each has a spec that fits its report, and a file with a name of its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from portfolio.catalogue.exports.workbooks import exports
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.reports.workbooks import WORKBOOKS, Asked, By
from portfolio.sheets.writing.fit import check
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW

BY_KEY = pytest.mark.parametrize("key", WORKBOOKS)


@pytest.fixture
def asked(person: Callable[[str], Person]) -> Asked:
    return Asked(viewer=person("person:ingrid-solbakken"), at=NOW, on=NOW.date())


@pytest.fixture
def over(database: Database) -> Round:
    with database.read() as reader:
        return reader.get(Round, "runde:2026-1")


def test_every_workbook_we_describe_is_registered_and_none_besides() -> None:
    assert exports().keys() == WORKBOOKS.keys()


@BY_KEY
def test_every_workbook_fits_its_report(database: Database, asked: Asked, key: str) -> None:
    with database.read() as reader:
        check(exports()[key], type(WORKBOOKS[key].report(reader, asked)))


@BY_KEY
def test_what_narrows_a_workbook_down_stands_in_it_and_in_the_name_of_its_file(
    database: Database, asked: Asked, over: Round, key: str
) -> None:
    book = WORKBOOKS[key]
    narrow = replace(asked, year=2027, round=over)
    with database.read() as reader:
        told = {
            By.YEAR: getattr(book.report(reader, narrow), "year", None),
            By.ROUND: getattr(book.report(reader, narrow), "round", None),
        }
    named = {By.YEAR: "2027", By.ROUND: over.title}
    for by, stands in {By.YEAR: 2027, By.ROUND: over}.items():
        assert (told[by] == stands) is (by in book.by)
        assert (named[by] in book.file(narrow)) is (by in book.by)


def test_no_two_workbooks_have_the_same_file_name(asked: Asked) -> None:
    names = [tuple(map(words("nb").put, book.file(asked))) for book in WORKBOOKS.values()]
    assert len(set(names)) == len(names)


def test_what_changes_from_day_to_day_says_its_day(asked: Asked) -> None:
    later = replace(asked, on=asked.on + timedelta(days=1))
    dated = {key for key, book in WORKBOOKS.items() if book.file(asked) != book.file(later)}
    assert dated == WORKBOOKS.keys() - {"ranking"}
