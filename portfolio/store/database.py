"""The database: read it, or change it in one transaction that leaves a trace."""

import hashlib
import json
import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, String, Table, delete, func, insert, select, update

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Person, Stamp
from portfolio.store import trail
from portfolio.store.engines import engine, queue
from portfolio.store.tables import TABLES

R = TypeVar("R", bound=Given)

UNTOLD = {"name", "contact"}
"""Fields whose content is about a person: the trail says that they changed, not to what."""
VEILED = {"marks"}
"""Tables that not everyone may look into. Seals are shown to all, so their traces are salted against guessing."""
MANY = 50
"""More new rows than this in one transaction stand in the trail as a count and a seal over them."""


class Stale(Objection):
    """Somebody else changed the row since it was read. `current` is what stands there now."""

    def __init__(self, current: Given, *, by: str, at: datetime | None) -> None:
        super().__init__(
            N_("{who} changed this {when}, after you opened it. What you wrote is kept here."),
            who=by,
            when=at or "",
        )
        self.current = current


class Missing(Objection):
    """Something that is not there, or no longer."""


class Untraced(RuntimeError):
    """A transaction changed rows and left no trace: a fault in the program."""


class Reading:
    """A look at the database as it was at one moment."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def all(self, noun: type[R], **where: object) -> tuple[R, ...]:
        """Return every record of a noun whose fields equal these (a list means any of them).

        In order of id, letter by letter as the letters are numbered, the same on every database.
        """
        found = self.connection.execute(_ordered(_chosen(TABLES[noun], where), TABLES[noun], self.connection))
        names = tuple(found.keys())
        return tuple(noun.model_validate(dict(zip(names, row, strict=True))) for row in found)

    def find(self, noun: type[R], id: str) -> R | None:
        """Return the record with this id, or None."""
        found = self.all(noun, id=id)
        return found[0] if found else None

    def get(self, noun: type[R], id: str) -> R:
        """Return the record with this id.

        Raises:
            Missing: there is none.
        """
        found = self.find(noun, id)
        if found is None:
            raise Missing(N_("«{id}» is not there. It may have been removed; go back to the list."), id=id)
        return found

    def count(self, noun: type[Given], **where: object) -> int:
        """Return how many records there are."""
        chosen = _chosen(TABLES[noun], where).subquery()
        return self.connection.execute(select(func.count()).select_from(chosen)).scalar_one()

    def head(self) -> trail.Head:
        """Return the end of the trail, which is also the revision of the data."""
        return trail.head(self.connection)

    def traces(self, **which: Any) -> tuple[trail.Trace, ...]:
        """Return traces, newest first."""
        return trail.read(self.connection, **which)

    def last_change(self, subject: str) -> tuple[str, datetime | None]:
        """Return the name of who changed a subject last, and when."""
        found = self.traces(subject=subject, most=1)
        return self._who_and_when(found[0]) if found else ("", None)

    def _who_and_when(self, trace: trail.Trace) -> tuple[str, datetime]:
        person = self.find(Person, trace.person)
        return (person.name if person else trace.person), trace.at


class Writing(Reading):
    """A change in progress. Nothing holds until `trace` is called and the transaction ends well."""

    def __init__(self, connection: Connection, stamp: Stamp) -> None:
        super().__init__(connection)
        self.stamp = stamp
        self._changes: list[tuple[str, str, dict[str, Any]]] = []

    def add(self, *records: Given) -> None:
        """Add records, all or none."""
        for noun in dict.fromkeys(type(record) for record in records):
            rows = [_row(record) for record in records if type(record) is noun]
            self.connection.execute(insert(TABLES[noun]), rows)
            self._note(noun, "added", [each for each in records if type(each) is noun])

    def revise(self, record: R, *, always: bool = False) -> R:
        """Put a record in the place of the one with its id, if that still has the revision it was read with.

        Returns:
            The record with its new revision; the same record when nothing in it differs, unless `always`,
            for a record whose revision also guards other rows.

        Raises:
            Stale: somebody changed it in between.
            Missing: it is not there.
        """
        table, seen = TABLES[type(record)], getattr(record, "revision")  # noqa: B009
        current = self.get(type(record), getattr(record, "id"))  # noqa: B009
        if current == record and not always:
            return record
        if getattr(current, "revision") != seen:  # noqa: B009
            found = trail.touching(self.connection, table=table.name, id=getattr(record, "id"))  # noqa: B009
            by, at = self._who_and_when(found) if found else ("", None)
            raise Stale(current, by=by, at=at)
        renewed = record.model_copy(update={"revision": seen + 1})
        row = _row(renewed)
        where = (table.c.id == row["id"]) & (table.c.revision == seen)
        self.connection.execute(update(table).where(where).values(**row))
        self._changes.append((table.name, row["id"], _difference(current, renewed)))
        return renewed

    def keep(self, record: R) -> R:
        """Add the record, or revise the one with its id.

        Returns:
            The record with its new revision. What is new goes one revision up as well, so that somebody
            else who also began from nothing is told.

        Raises:
            Stale: it was read as new, or at an older revision, and somebody has kept one since.
        """
        if self.find(type(record), getattr(record, "id")) is None:  # noqa: B009
            added = record.model_copy(update={"revision": getattr(record, "revision") + 1})  # noqa: B009
            self.add(added)
            return added
        return self.revise(record)

    def remove(self, noun: type[Given], id: str) -> None:
        """Take a record away."""
        table = TABLES[noun]
        self.connection.execute(delete(table).where(table.c.id == id))
        self._changes.append((table.name, id, {"removed": True}))

    def trace(self, action: str, subject: str) -> None:
        """Write the trail: what was done, to what, with all the changes made so far."""
        if self._changes:
            trail.append(
                self.connection,
                stamp=self.stamp,
                action=action,
                subject=subject,
                changes=[*_told(self._changes), *_salt(self._changes)],
            )
        self._changes = []

    def _note(self, noun: type[Given], what: str, records: Sequence[Given]) -> None:
        name = TABLES[noun].name
        for record in records:
            fields = record.model_dump(mode="json")
            told = {key: value for key, value in fields.items() if key not in UNTOLD}
            self._changes.append((name, str(fields.get("id", fields.get("party"))), {what: told}))

    def finish(self) -> None:
        """See that what was changed was also traced.

        Raises:
            Untraced: it was not.
        """
        if self._changes:
            raise Untraced("a transaction changed rows and left no trace")


class Database:
    """One database. Threads may share it; a transaction may not outlive the call that opened it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._writer, self._reader = engine(url, reading=False), engine(url, reading=True)
        self._queue: Any = threading.Lock() if self._writer.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Open a look at the database."""
        with self._reader.connect() as connection, connection.begin():
            yield Reading(connection)

    @contextmanager
    def write(self, stamp: Stamp) -> Iterator[Writing]:
        """Open a change: it holds when the block ends well, and is undone whole when it does not."""
        with self.alone() as connection:
            writing = Writing(connection, stamp)
            yield writing
            writing.finish()

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Open a transaction with no other writer beside it. For the store's own doors only."""
        with self._queue, self._writer.connect() as connection, connection.begin():
            queue(connection)
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._writer.dispose()
        self._reader.dispose()


def _chosen(table: Table, where: dict[str, object]) -> Select[Any]:
    query = select(table)
    for name, value in where.items():
        column = table.c[name]
        query = query.where(
            column.in_(value) if isinstance(value, list | tuple | set | frozenset) else column == value
        )
    return query


def _ordered(query: Select[Any], table: Table, connection: Connection) -> Select[Any]:
    """PostgreSQL would else order text by the language of the server, and so otherwise than SQLite."""
    lettered = connection.dialect.name == "postgresql"
    return query.order_by(
        *(
            each.collate("C") if lettered and isinstance(each.type, String) else each
            for each in table.primary_key.columns
        )
    )


def _row(record: Given) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def _difference(before: Given, after: Given) -> dict[str, Any]:
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return {
        key: "…" if key in UNTOLD else [old[key], new[key]]
        for key in new
        if old[key] != new[key] and key != "revision"
    }


def _salt(changes: Iterable[tuple[str, str, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [{"salt": secrets.token_hex(16)}] if any(table in VEILED for table, _, _ in changes) else []


def _told(changes: Iterable[tuple[str, str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the changes as the trail keeps them: all of them, but many new rows as a count and a seal."""
    listed = [{"table": table, "id": id, **what} for table, id, what in changes]
    added = [change for change in listed if "added" in change]
    if len(added) <= MANY:
        return listed
    counted: dict[str, int] = {}
    for change in added:
        counted[change["table"]] = counted.get(change["table"], 0) + 1
    seal = hashlib.sha256(json.dumps(added, sort_keys=True).encode()).hexdigest()
    return [{"added": counted, "sha256": seal}, *(each for each in listed if "added" not in each)]
