"""The register of workbooks: each has a spec that fits its report, and a file with a name of its own."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from portfolio import __version__
from portfolio.catalogue.exports.workbooks import exports
from portfolio.given import LANGUAGES, Language
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.reports.workbooks import WORKBOOKS, Asked, By
from portfolio.sheets.writing.digest import digest
from portfolio.sheets.writing.fit import check
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.rounds import OPEN, Stamped, met

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


@pytest.mark.parametrize("language", LANGUAGES)
@BY_KEY
def test_every_workbook_says_the_same_of_what_it_rests_on(
    database: Database, asked: Asked, over: Round, key: str, language: Language
) -> None:
    with database.read() as reader:
        report = WORKBOOKS[key].report(reader, replace(asked, round=over))
        end = reader.head()
    speak = words(language)
    made = load_workbook(io.BytesIO(workbook(exports()[key], report, words=speak)))
    told = {row[0].value: row[1].value for row in made.worksheets[0].iter_rows(min_row=4) if row[0].value}
    lines = (
        "Figures as of",
        "What is in it",
        "Versions",
        "Price basis",
        "Data revision",
        "Head of the trail",
    )
    assert list(told)[:7] == [*map(speak, lines), speak("Fingerprint (SHA-256)")]
    assert all(told[speak(line)] for line in lines)
    assert told[speak("Figures as of")].startswith(speak.day(NOW.date()))
    assert __version__ in told[speak("Versions")]
    assert (told[speak("Data revision")], told[speak("Head of the trail")]) == (str(end.seq), end.digest)
    assert told[speak("Fingerprint (SHA-256)")] == digest(report)


@pytest.mark.parametrize(("key", "said"), [("funding", "2027"), ("ranking", "Høsten 2026")])
def test_what_a_workbook_is_narrowed_down_to_is_said_in_it(
    database: Database, asked: Asked, stamp: Stamped, key: str, said: str
) -> None:
    met(database, stamp)
    with database.read() as reader:
        narrow = replace(asked, year=2027, round=reader.get(Round, OPEN))
        imprint = getattr(WORKBOOKS[key].report(reader, narrow), "imprint")  # noqa: B009
    assert said in " ".join(map(words("nb"), imprint.filters))


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
