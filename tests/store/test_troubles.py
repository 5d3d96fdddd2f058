"""A database that is busy, full, only to be read or away says so in our words, and nothing is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

from portfolio.parties import Party, PartyKind
from portfolio.people import PROGRAM, Stamp
from portfolio.store.database import Database
from portfolio.store.engines import sqlite
from portfolio.store.engines.choice import KINDS
from portfolio.store.engines.kind import Trouble
from portfolio.store.engines.postgresql import CODES, PostgreSQL
from portfolio.store.schema import prepare
from portfolio.store.troubles import SAID, Unavailable, in_words
from portfolio.words import words
from tests.conftest import NOW

STAMP = Stamp(person=PROGRAM, at=NOW)


def path_of(database: Database) -> str:
    return database.url.removeprefix("sqlite:///")


def write(database: Database, *, many: int = 1) -> None:
    with database.write(STAMP) as writer:
        writer.add(
            *(Party(id=f"annen:x{each}", kind=PartyKind.OTHER, name="x" * 200) for each in range(many))
        )
        writer.trace("enter", "x")


@contextmanager
def held(path: str, *, reading: bool = False) -> Iterator[None]:
    """Hold the lock of a database, as another program that writes does; others may read meanwhile, if one says so."""
    other = sqlite.sqlite_module().connect(path, isolation_level=None)
    other.execute(f"BEGIN {'IMMEDIATE' if reading else 'EXCLUSIVE'}")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def opened_with(pragma: str) -> Iterator[None]:
    """Set something of every connection that is opened meanwhile."""

    def set_up(connection, _record):
        connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "connect", set_up)
    try:
        yield
    finally:
        event.remove(Engine, "connect", set_up)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0)


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_is_busy_to_whoever_writes_or_starts_on_it(empty_database: Database) -> None:
    again = Database(empty_database.url)
    with held(path_of(empty_database)):
        for act in (lambda: write(again), lambda: prepare(again.url)):
            with pytest.raises(Unavailable, match="did not answer in time"):
                act()
    write(again)
    again.close()


def test_a_database_that_can_only_be_read_says_so(empty_database: Database) -> None:
    with opened_with("query_only=ON"):
        again = Database(empty_database.url)
        with pytest.raises(Unavailable, match="only be read"):
            write(again)
        again.close()


def test_a_full_database_says_so_and_keeps_nothing_of_what_was_tried(empty_database: Database) -> None:
    with empty_database.read() as reader:
        before = reader.head(), reader.count(Party)
    with opened_with("max_page_count=1"):
        again = Database(empty_database.url)
        with pytest.raises(Unavailable, match="no room left"):
            write(again, many=3000)
        again.close()
    with empty_database.read() as reader:
        assert (reader.head(), reader.count(Party)) == before


def test_a_database_that_is_gone_says_so(tmp_path: Path) -> None:
    away = Database(f"sqlite:///{tmp_path / 'borte' / 'x.db'}")
    with pytest.raises(Unavailable, match="does not answer"), away.read():
        pass


def test_a_server_tells_of_each_trouble_by_its_code() -> None:
    class OperationalError(Exception):
        sqlstate: str | None = None

    error = OperationalError()
    assert PostgreSQL().trouble(error) is Trouble.AWAY
    for code, trouble in {**CODES, "08006": Trouble.AWAY, "57P01": Trouble.AWAY, "23505": None}.items():
        error.sqlstate = code
        assert PostgreSQL().trouble(error) is trouble


def test_a_fault_in_the_program_is_no_trouble_of_the_database(empty_database: Database) -> None:
    write(empty_database)
    with pytest.raises(DBAPIError), in_words(KINDS[0]):
        write(empty_database)


@pytest.mark.parametrize("trouble", Trouble)
def test_each_is_told_in_words(trouble: Trouble) -> None:
    assert all(words(language).knows(SAID[trouble]) for language in ("nb", "nn"))
