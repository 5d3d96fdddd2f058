"""How a connection is set up: which journal, what it may do, and what its errors tell."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from portfolio.parties import Party, PartyKind
from portfolio.store.database import Database
from portfolio.store.engines import engine, journal, sqlite_module
from portfolio.store.schema import prepare
from tests.databases import of, opened, put

CANARY = "Kanari Fuglesang"


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 7, 0), "DELETE"),
        ((3, 40, 1), "DELETE"),
        ((3, 44, 5), "DELETE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "DELETE"),
        ((3, 50, 6), "DELETE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 53, 4), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_the_log_ahead_is_used_only_where_sqlite_cannot_lose_a_commit(version: tuple[int, ...], mode: str):
    assert journal(version) == mode


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 53, 4)])
def test_a_connection_gets_the_journal_of_its_version(
    version: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite_module(), "sqlite_version_info", version)
    url = f"sqlite:///{tmp_path / 'x.db'}"
    prepare(url)
    with opened(url) as database, database.read() as reader:
        assert _pragma(reader, "journal_mode") == journal(version).lower()


@pytest.mark.parametrize("reading", [True, False])
def test_every_sqlite_connection_flushes_keeps_references_and_waits(reading: bool, tmp_path: Path):
    made = engine(f"sqlite:///{tmp_path / 'x.db'}", reading=reading)
    with made.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("synchronous", "foreign_keys", "busy_timeout", "query_only")
        }
    made.dispose()
    assert found == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000, "query_only": int(reading)}


def test_the_bundled_driver_is_newer_than_the_fault():
    assert journal(sqlite_module().sqlite_version_info) == "WAL"


def test_an_error_from_the_database_tells_nothing_of_what_was_written(example: Database):
    twice = Party(id="annet:x", kind=PartyKind.OTHER, name=CANARY)
    with pytest.raises(DBAPIError) as told:
        put(example, twice, twice, stamp=of(example, "person:are-tangneset"))
    assert CANARY not in str(told.value)
    assert CANARY not in repr(told.value.orig)


def test_a_failed_change_leaves_the_way_open_for_the_next(example: Database):
    for _ in range(30):
        with pytest.raises(ZeroDivisionError), example.write(of(example, "person:are-tangneset")):
            raise ZeroDivisionError
    put(
        example,
        Party(id="annet:x", kind=PartyKind.OTHER, name="x"),
        stamp=of(example, "person:are-tangneset"),
    )


def _pragma(reader, name: str) -> object:
    return reader.connection.execute(text(f"PRAGMA {name}")).scalar_one()
