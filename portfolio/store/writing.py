"""A change of the database in progress: records added, revised and removed, and the trace they must leave."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, delete, insert, update

from portfolio.given import Given, blank
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Stamp
from portfolio.store import changes, guarding, trail, versions
from portfolio.store.reading import Reader
from portfolio.store.signing import Keys
from portfolio.store.tables import TABLES

R = TypeVar("R", bound=Given)


class Stale(Objection):
    """Somebody else changed the row since it was read. `current` is what stands there now."""

    def __init__(self, current: Given, *, by: str, at: datetime | None) -> None:
        super().__init__(
            N_("{who} changed this {when}, after you opened it. What you wrote is kept here."),
            who=by,
            when=at or "",
        )
        self.current = current


class Untraced(RuntimeError):
    """A transaction changed rows and left no trace: a fault in the program."""


class Writer(Reader):
    """A change in progress. Nothing holds until `trace` is called and the transaction ends well."""

    def __init__(
        self, connection: Connection, stamp: Stamp, *, keys: Keys = (), guarded: bool = False
    ) -> None:
        super().__init__(connection, keys=keys)
        self.stamp = stamp
        self._guarded = guarded
        self._changes: list[changes.RowChange] = []
        self._made: dict[tuple[type[Given], str], Given | None] = {}

    def all(self, noun: type[R], **where: object) -> tuple[R, ...]:
        """Return every record of a noun whose fields equal these, as they stand now, with what is changed so far."""
        return self._all(noun, where)

    def add(self, *records: Given) -> None:
        """Add records, all or none.

        Raises:
            Reserved, SetAtStart: somebody adds what only the program may.
        """
        for record in records if self._guarded else ():
            guarding.let_stand(record)
        for noun in dict.fromkeys(type(record) for record in records):
            rows = [_row(record) for record in records if type(record) is noun]
            self.connection.execute(insert(TABLES[noun]), rows)
            self._changes += changes.added(
                TABLES[noun].name, [each for each in records if type(each) is noun]
            )
        self._made |= {(type(record), versions.identity(record)): record for record in records}

    def revise(self, record: R, *, always: bool = False) -> R:
        """Put a record in the place of the one with its id, if that still has the revision it was read with.

        Returns:
            The record with its new revision; the same record when nothing in it differs, unless `always`,
            for a record whose revision also guards other rows.

        Raises:
            Stale: somebody changed it in between.
            Missing: it is not there.
            Reserved, SetAtStart: somebody writes what only the program may.
        """
        table, seen = TABLES[type(record)], getattr(record, "revision")  # noqa: B009
        current = self.get(type(record), getattr(record, "id"))  # noqa: B009
        if current == record and not always:
            return record
        if getattr(current, "revision") != seen:  # noqa: B009
            found = trail.touching(self.connection, table=table.name, id=getattr(record, "id"))  # noqa: B009
            by, at = self.who_and_when(found) if found else ("", None)
            raise Stale(current, by=by, at=at)
        if self._guarded:
            guarding.let_stand(record, before=current)
        renewed = record.model_copy(update={"revision": seen + 1})
        row = _row(renewed)
        where = (table.c.id == row["id"]) & (table.c.revision == seen)
        self.connection.execute(update(table).where(where).values(**row))
        self._changes.append((table.name, row["id"], changes.difference(current, renewed)))
        self._made[type(record), row["id"]] = renewed
        return renewed

    def replace(self, current: R, record: R) -> None:
        """Put a record that has no revision in the place of the one with its key, which this change has read."""
        table, id = TABLES[type(record)], versions.identity(current)
        where = and_(*(key == getattr(current, key.name) for key in table.primary_key))
        self.connection.execute(update(table).where(where).values(**_row(record)))
        self._changes.append((table.name, id, changes.difference(current, record)))
        self._made[type(record), id] = record

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

    def put(self, record: R) -> R:
        """Keep a record whatever stands there: a person's own word, of which the newest holds."""
        current = self.find(type(record), getattr(record, "id"))  # noqa: B009
        seen = getattr(current or record, "revision")  # noqa: B009
        return self.keep(record.model_copy(update={"revision": seen}))

    def remove(self, noun: type[Given], id: str) -> None:
        """Take a record away."""
        table = TABLES[noun]
        self.connection.execute(delete(table).where(table.c.id == id))
        self._changes.append((table.name, id, {"removed": True}))
        self._made[noun, id] = None

    def trace(self, action: str, subject: str, *, reason: str = "", always: bool = False) -> None:
        """Write the trail: what was done, to what and why, with all the changes so far, and keep what they came to.

        Where nothing was changed nothing is written, unless `always`, for what is to be known to be done.
        """
        if self._changes or always:
            kept = versions.fresh(self.connection, self._made)
            seq = trail.append(
                self.connection,
                stamp=self.stamp,
                action=action,
                subject=subject,
                changes=changes.told(self._changes),
                content=versions.seal(each.digest for each in kept),
                reason="" if blank(reason) else reason.strip(),
                keys=self.keys,
            )
            versions.keep(self.connection, kept, seq=seq)
        self._changes, self._made = [], {}

    def finish(self) -> None:
        """See that what was changed was also traced.

        Raises:
            Untraced: it was not.
        """
        if self._changes:
            raise Untraced("a transaction changed rows and left no trace")


def _row(record: Given) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}
