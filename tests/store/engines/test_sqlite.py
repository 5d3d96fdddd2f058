"""How a connection to SQLite is set up: which journal, what it may do, and how long it waits."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from portfolio.store.engines.sqlite import PATIENCE, SQLite, journal, sqlite_module
from portfolio.store.schema import prepare
from tests.databases import opened


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
        found = reader.connection.execute(text("PRAGMA journal_mode")).scalar_one()
    assert found == journal(version).lower()


@pytest.mark.parametrize("reading", [True, False])
def test_every_sqlite_connection_flushes_keeps_references_and_waits(reading: bool, tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'x.db'}"
    made = SQLite().reading(url) if reading else SQLite().writing(url)
    found = _set(made, "synchronous", "foreign_keys", "busy_timeout", "query_only")
    assert found == {
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "query_only": int(reading),
    }


def test_a_migration_waits_as_long_and_does_not_follow_references(tmp_path: Path):
    made = SQLite().migrating(f"sqlite:///{tmp_path / 'x.db'}")
    found = _set(made, "foreign_keys", "synchronous", "busy_timeout")
    assert found == {"foreign_keys": 0, "synchronous": 2, "busy_timeout": PATIENCE * 1000}


def test_the_bundled_driver_is_newer_than_the_fault():
    assert journal(sqlite_module().sqlite_version_info) == "WAL"


def test_the_folder_of_the_database_is_made(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'a' / 'b' / 'portfolio.db'}"
    prepare(url)
    with opened(url) as database, database.read() as reader:
        assert reader.head().seq == 0


def test_the_guard_is_what_the_migrations_that_have_been_run_put_there():
    assert SQLite().guard("trail") == (
        (
            "CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail "
            "BEGIN SELECT RAISE(ABORT, 'trail is only added to'); END"
        ),
        (
            "CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail "
            "BEGIN SELECT RAISE(ABORT, 'trail is only added to'); END"
        ),
    )


def _set(made: Engine, *names: str) -> dict[str, object]:
    with made.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in names}
    made.dispose()
    return found
