"""SQLite: one file, in which one writes at a time while others look."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from portfolio.store.engines.kind import Trouble

SAFE_FROM = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Versions from which write-ahead logging cannot lose a commit (the WAL-reset bug is mended)."""
PATIENCE = 30
"""Seconds to wait for a lock: many times what the longest action here takes, and then an error, not silence."""
SAID: Mapping[str, Trouble] = {
    "database is locked": Trouble.BUSY,
    "database table is locked": Trouble.BUSY,
    "attempt to write a readonly database": Trouble.READ_ONLY,
    "database or disk is full": Trouble.FULL,
    "unable to open database file": Trouble.AWAY,
    "disk I/O error": Trouble.AWAY,
}
"""What SQLite says of each trouble; its words are the same in every version."""
KEPT, AT_MOST = 20, 30
"""Connections kept open, and the most at once: each page that is being drawn holds one, and a file opens cheaply."""


class SQLite:
    """The kind for one machine, and the one to begin with."""

    name = "sqlite"

    @staticmethod
    def in_folder(folder: Path) -> str:
        """Return the address of a file in a folder."""
        return f"sqlite:///{folder / 'aside.db'}"

    def make_place(self, url: str) -> None:
        """Make the folder of the file."""
        file = make_url(url).database
        if file:
            Path(file).parent.mkdir(parents=True, exist_ok=True)

    def reading(self, url: str) -> Engine:
        """Return an engine whose transactions are DEFERRED, so that they wait for nobody."""
        return _engine(url, begin="DEFERRED", pragmas=(*_kept_safe(), "query_only=ON"))

    def writing(self, url: str) -> Engine:
        """Return an engine whose transactions are IMMEDIATE, so that two writers queue instead of failing halfway."""
        return _engine(url, begin="IMMEDIATE", pragmas=_kept_safe())

    def migrating(self, url: str) -> Engine:
        """Return an engine with foreign keys off, since rebuilding a table would else empty others."""
        return _engine(url, begin="EXCLUSIVE", pragmas=("foreign_keys=OFF",))

    def queue_within_process(self) -> AbstractContextManager[object]:
        """Return a lock, which is fairer than the waiting of the database itself."""
        return threading.Lock()

    def queue_across_processes(self, connection: Connection) -> None:
        """Do nothing: the transaction has queued already when it began."""

    def letter_by_letter(self, columns: Iterable[Column[Any]]) -> tuple[ColumnElement[Any], ...]:
        """Return the columns themselves: text is ordered as its letters are numbered."""
        return tuple(columns)

    def guard(self, table: str) -> tuple[str, ...]:
        """Return a trigger for each thing that may not be done to a row."""
        return tuple(
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
            for event in ("UPDATE", "DELETE")
        )

    def unguard(self, table: str) -> tuple[str, ...]:
        """Return what takes away both triggers."""
        return tuple(f"DROP TRIGGER {table}_no_{event}" for event in ("update", "delete"))

    def lost_references(self, connection: Connection) -> int:
        """Return how many rows point at nothing, which nobody has looked after while foreign keys were off."""
        return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())

    def trouble(self, error: BaseException | None) -> Trouble | None:
        """Return what SQLite says, in its own words: the drivers do not all tell its number."""
        return next((trouble for said, trouble in SAID.items() if str(error).startswith(said)), None)


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


def _kept_safe() -> tuple[str, ...]:
    return (
        f"busy_timeout={PATIENCE * 1000}",
        f"journal_mode={journal(sqlite_module().sqlite_version_info)}",
        "synchronous=FULL",
        "foreign_keys=ON",
    )


def _engine(url: str, *, begin: str, pragmas: tuple[str, ...]) -> Engine:
    made = create_engine(
        url,
        module=sqlite_module(),
        connect_args={"timeout": PATIENCE},
        pool_size=KEPT,
        max_overflow=AT_MOST - KEPT,
        hide_parameters=True,
    )
    event.listen(made, "connect", _set_up(pragmas))
    event.listen(made, "begin", _begin(begin))
    return made


def _set_up(pragmas: tuple[str, ...]) -> Callable[[Any, Any], None]:
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return set_up


def _begin(kind: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {kind}")

    return begin
