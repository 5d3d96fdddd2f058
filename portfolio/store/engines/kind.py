"""What the store asks of a kind of database, so that nothing is lost on any of them."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from enum import Enum
from typing import Any, Protocol

from sqlalchemy import Column, ColumnElement, Connection, Engine


class Trouble(Enum):
    """Why a database cannot do its work now, through no fault of whoever asked."""

    BUSY = "busy"
    READ_ONLY = "read_only"
    FULL = "full"
    AWAY = "away"


class DatabaseKind(Protocol):
    """One kind of database, and all that is its own.

    No error from its engines may tell what stood in a statement: it may be about people.
    """

    @property
    def name(self) -> str:
        """The word that an address of this kind begins with."""

    def make_place(self, url: str) -> None:
        """Make the place where the database is to lie, where that is ours to make."""

    def reading(self, url: str) -> Engine:
        """Return an engine that sees one moment from first to last; the database itself refuses its writes."""

    def writing(self, url: str) -> Engine:
        """Return an engine that keeps references, and whose every commit is flushed to disk."""

    def migrating(self, url: str) -> Engine:
        """Return an engine that may rebuild a table without emptying those that point at it."""

    def queue_within_process(self) -> AbstractContextManager[object]:
        """Return what the writers of one process wait at."""

    def queue_across_processes(self, connection: Connection) -> None:
        """Wait, in a transaction that has begun, until no other process writes."""

    def letter_by_letter(self, columns: Iterable[Column[Any]]) -> tuple[ColumnElement[Any], ...]:
        """Return what to order by for an order letter by letter, as the letters are numbered."""

    def guard(self, table: str) -> tuple[str, ...]:
        """Return the statements after which a table is only added to.

        Migrations that have been run rest on them: guard a table otherwise by a new migration, not here.
        """

    def unguard(self, table: str) -> tuple[str, ...]:
        """Return the statements that take the guard off. A migration that must, puts it back before it ends."""

    def lost_references(self, connection: Connection) -> int:
        """Return how many rows point at nothing, where a migration could leave such."""

    def trouble(self, error: BaseException | None) -> Trouble | None:
        """Return why the database could not do its work, by the driver's error; None where that was not why."""
