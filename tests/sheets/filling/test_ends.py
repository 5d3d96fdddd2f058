"""Where the trail ended stands in everything that leaves us, and is read back from it."""

import io
import json

import pytest
from openpyxl import Workbook, load_workbook

from portfolio.catalogue.exports.workbooks import exports
from portfolio.people import Person, Role
from portfolio.reports.workbooks import WORKBOOKS, Asked
from portfolio.sheets.filling.ends import NoEnd, end_of
from portfolio.sheets.filling.safe import Unreadable
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.store.trail import Head
from portfolio.words import words
from tests.conftest import NOW

DIGEST = "0123456789abcdef" * 4
ANYBODY = Person(id="person:x", name="X", roles=(Role.SECRETARIAT,), organisation="ks")


@pytest.fixture
def end(database: Database) -> Head:
    with database.read() as reader:
        return reader.head()


def _made(database: Database, what: str, language: str) -> bytes:
    with database.read() as reader:
        report = WORKBOOKS[what].report(reader, Asked(ANYBODY, NOW, NOW.date()))
    return workbook(exports()[what], report, words=words(language))


@pytest.mark.parametrize("what", WORKBOOKS)
def test_every_workbook_tells_it_to_people_and_to_programs(database: Database, end: Head, what: str) -> None:
    made = _made(database, what, "nn")
    assert end_of(made) == end
    first = load_workbook(io.BytesIO(made), data_only=True).worksheets[0]
    shown = {row[0]: row[1] for row in first.iter_rows(values_only=True)}
    assert (shown["Datarevisjon"], shown["Siste spor i loggen"]) == (str(end.seq), end.digest)


def test_a_workbook_that_was_opened_and_saved_elsewhere_tells_it_still(database: Database, end: Head) -> None:
    saved = io.BytesIO()
    load_workbook(io.BytesIO(_made(database, "benefits", "nb"))).save(saved)
    assert end_of(saved.getvalue()) == end


@pytest.mark.parametrize(
    "told", [{"revision": 7, "head": DIGEST}, {"trail": {"seq": 7, "digest": DIGEST}, "revision": 1}]
)
def test_an_answer_in_json_tells_it(told: object) -> None:
    assert end_of(b"\n " + json.dumps(told).encode()) == Head(7, DIGEST)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"{}",
        b"[]",
        b'{"revision": ' + b"9" * 5000 + b', "head": "' + DIGEST.encode() + b'"}',
        b'{"trail": "x"}',
        b'{"trail": []}',
        b'{"revision": -1, "head": "' + DIGEST.encode() + b'"}',
        b'{"revision": 7, "head": "x"}',
        b'{"revision": 7, "head": "\xff"}',
    ],
)
def test_what_does_not_tell_it_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(NoEnd):
        end_of(content)


def test_a_workbook_that_is_not_ours_is_refused_in_words() -> None:
    other = io.BytesIO()
    Workbook().save(other)
    with pytest.raises(NoEnd):
        end_of(other.getvalue())
    with pytest.raises(Unreadable):
        end_of(b"PK\x03\x04 and no more")
