"""Engines for reading and for writing, set up so that nothing is lost on SQLite or PostgreSQL."""

import sqlite3
import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from types import ModuleType
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, String, create_engine, event, text
from sqlalchemy.engine import make_url

SAFE_FROM = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""SQLite versions from which write-ahead logging cannot lose a commit (the WAL-reset bug is mended)."""
WRITERS_LOCK = 4_172_026
"""The PostgreSQL advisory lock by which writers and migrations queue, so that the trail stays one chain."""


def sqlite_module() -> ModuleType:
    """Return the newest SQLite driver at hand: the bundled one, else Python's own."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    return dbapi2  # type: ignore[no-any-return]


def journal(version: tuple[int, ...]) -> str:
    """Return the journal mode that is safe with this version of SQLite.

    >>> journal((3, 53, 4)), journal((3, 40, 1)), journal((3, 50, 7)), journal((3, 51, 0))
    ('WAL', 'DELETE', 'WAL', 'DELETE')
    """
    newest = SAFE_FROM[0]
    backported = any(version[:2] == safe[:2] and version >= safe for safe in SAFE_FROM)
    return "WAL" if version >= newest or backported else "DELETE"


def engine(url: str, *, reading: bool) -> Engine:
    """Return an engine that only reads, or one that writes.

    A SQLite write begins IMMEDIATE, so that two writers queue instead of failing halfway; every commit is
    flushed to disk. A reading engine sees one moment from first to last, and is refused by the database
    itself when it tries to write. No error tells what stood in a statement: it may be about people.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite(url, reading=reading)
    made = create_engine(url, pool_pre_ping=True, pool_size=10, hide_parameters=True)
    if reading:
        return made.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return made.execution_options(isolation_level="READ COMMITTED")


def queue(connection: Connection) -> None:
    """Wait on PostgreSQL until no other process writes; SQLite has already queued when it begins."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})


def queue_within_process(engine: Engine) -> AbstractContextManager[object]:
    """Return what writers of one process wait at: on SQLite a lock, which is fairer than its own waiting."""
    return threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()


def letter_by_letter(
    query: Select[Any], columns: Iterable[Column[Any]], connection: Connection
) -> Select[Any]:
    """Return a query in order of these columns, letter by letter as the letters are numbered.

    PostgreSQL would else order text by the language of the server, and so otherwise than SQLite.
    """
    lettered = connection.dialect.name == "postgresql"
    return query.order_by(
        *(each.collate("C") if lettered and isinstance(each.type, String) else each for each in columns)
    )


def _sqlite(url: str, *, reading: bool) -> Engine:
    driver = sqlite_module()
    made = create_engine(
        url,
        module=driver,
        connect_args={"timeout": 30},
        pool_size=20,
        max_overflow=10,
        hide_parameters=True,
    )
    event.listen(made, "connect", _set_up(journal(driver.sqlite_version_info), reading=reading))
    event.listen(made, "begin", _begin("DEFERRED" if reading else "IMMEDIATE"))
    return made


def _set_up(mode: str, *, reading: bool) -> Callable[[Any, Any], None]:
    pragmas = [
        "busy_timeout=30000",
        f"journal_mode={mode}",
        "synchronous=FULL",
        "foreign_keys=ON",
        *(["query_only=ON"] if reading else []),
    ]

    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return set_up


def _begin(kind: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {kind}")

    return begin
