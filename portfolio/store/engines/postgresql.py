"""PostgreSQL: a server, for when several machines or many people share one database."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, String, create_engine, text

from portfolio.store.engines.kind import Trouble

WRITERS_LOCK = 4_172_026
"""The advisory lock by which writers and migrations queue, so that the trail stays one chain.

Any number would do: it must be the same in every version of the program, and no other program's on the server.
"""
CODES: Mapping[str, Trouble] = {
    "55P03": Trouble.BUSY,
    "40001": Trouble.BUSY,
    "40P01": Trouble.BUSY,
    "57014": Trouble.BUSY,
    "53300": Trouble.BUSY,
    "25006": Trouble.READ_ONLY,
    "53100": Trouble.FULL,
}
"""The codes by which a server tells of each trouble: a lock not had, a deadlock, too many, a standby, a full disk."""
KEPT = 10
"""Connections kept open for each engine, and as many again when it is busy.

A server takes a hundred in all unless it is told otherwise; two processes of ours, with two engines each, then fit.
"""


class PostgreSQL:
    """The kind for many at once."""

    name = "postgresql"

    def make_place(self, url: str) -> None:
        """Do nothing: those who run the server make its databases."""

    def reading(self, url: str) -> Engine:
        """Return an engine whose transactions are REPEATABLE READ and read only."""
        return _pooled(url).execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def writing(self, url: str) -> Engine:
        """Return an engine whose transactions see what was written by those they queued behind."""
        return _pooled(url).execution_options(isolation_level="READ COMMITTED")

    def migrating(self, url: str) -> Engine:
        """Return a plain engine: tables are altered where they stand, and references kept all the while."""
        return create_engine(url, hide_parameters=True)

    def queue_within_process(self) -> AbstractContextManager[object]:
        """Return nothing to wait at: the queue across processes is as fair."""
        return nullcontext()

    def queue_across_processes(self, connection: Connection) -> None:
        """Wait for the writers' lock, which is let go of when the transaction ends."""
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})

    def letter_by_letter(self, columns: Iterable[Column[Any]]) -> tuple[ColumnElement[Any], ...]:
        """Return the columns with text as C orders it; else it would be by the language of the server."""
        return tuple(each.collate("C") if isinstance(each.type, String) else each for each in columns)

    def guard(self, table: str) -> tuple[str, ...]:
        """Return a function that refuses, and a trigger that calls it for each thing that may not be done."""
        refuse = (
            f"CREATE FUNCTION {table}_only_added_to() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is only added to'; END $$"
        )
        call = (
            f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_added_to()"
        )
        return refuse, call

    def unguard(self, table: str) -> tuple[str, ...]:
        """Return what takes away the trigger and its function."""
        return f"DROP TRIGGER {table}_guard ON {table}", f"DROP FUNCTION {table}_only_added_to()"

    def lost_references(self, connection: Connection) -> int:
        """Return none: the database has looked after them all the while."""
        return 0

    def trouble(self, error: BaseException | None) -> Trouble | None:
        """Return what the server says by its code; without one, nobody was there to say it."""
        code = getattr(error, "sqlstate", None)
        if code is None:
            return Trouble.AWAY if type(error).__name__ == "OperationalError" else None
        return CODES.get(code) or (Trouble.AWAY if code.startswith(("08", "57P")) else None)


def _pooled(url: str) -> Engine:
    return create_engine(url, pool_pre_ping=True, pool_size=KEPT, hide_parameters=True)
