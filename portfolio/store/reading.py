"""A look at the database: records as they stand or stood, the trail, and who left a trace."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import UNENTERED, Person
from portfolio.store import trail, versions
from portfolio.store.engines.choice import kind_of
from portfolio.store.signing import Keys
from portfolio.store.tables import TABLES
from portfolio.store.versions import Version

R = TypeVar("R", bound=Given)
_MANY = (list, tuple, set, frozenset)


class Missing(Objection):
    """Something that is not there, or no longer."""


class Reader:
    """A look at the database as it was at one moment: what has been read once in it is not read again."""

    def __init__(self, connection: Connection, *, keys: Keys = ()) -> None:
        self.connection, self.keys = connection, keys
        self._read: dict[tuple[type[Given], frozenset[tuple[str, object]]], tuple[Any, ...]] = {}

    def all(self, noun: type[R], **where: object) -> tuple[R, ...]:
        """Return every record of a noun whose fields equal these (a list means any of them).

        In order of id, letter by letter as the letters are numbered, the same on every database.
        """
        if any(isinstance(each, _MANY) for each in where.values()):
            return self._all(noun, where)
        asked = noun, frozenset(where.items())
        if asked not in self._read:
            self._read[asked] = self._all(noun, where)
        return self._read[asked]

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

    def versions(self, noun: type[R], id: str) -> tuple[Version[R], ...]:
        """Return every version of a record, oldest first; also of one that was removed."""
        return versions.of(self.connection, noun, id)

    def versions_of(self, noun: type[R], ids: Collection[str]) -> Mapping[str, tuple[Version[R], ...]]:
        """Return the versions of many records by id, oldest first, in one question; what was removed has those before."""
        return versions.of_many(self.connection, noun, ids) if ids else {}

    def last_version(self, noun: type[R], id: str) -> Version[R] | None:
        """Return the last version of a record, which may be that it was removed."""
        return versions.last(self.connection, noun, id)

    def made_by(self, seq: int) -> tuple[tuple[type[Given], str], ...]:
        """Return what a trace made versions of, each by its noun and what it is known by."""
        return versions.made_by(self.connection, seq)

    def all_as_of(self, noun: type[R], seq: int, **where: object) -> tuple[R, ...]:
        """Return every record of a noun as it stood after a trace, asked for and ordered as by `all`."""
        return versions.as_of(self.connection, noun, seq, where)

    def find_as_of(self, noun: type[R], seq: int, id: str) -> R | None:
        """Return a record as it stood after a trace, or None if it was not there."""
        return next(iter(self.all_as_of(noun, seq, id=id)), None)

    def each_as_of(self, noun: type[R], seqs: Mapping[str, int], *, by: str = "id") -> tuple[R, ...]:
        """Return what points at these by a field, each as it stood after the trace given for what it points at.

        In order of id, and in a few questions however many they are. What has been removed since is not among them.
        """
        return versions.each_as_of(self.connection, noun, seqs, by=by)

    def touching(self, noun: type[Given]) -> Mapping[str, tuple[int, ...]]:
        """Return the traces that touched each record of a noun, oldest first, by what it is known by."""
        return versions.touching(self.connection, noun)

    def head(self) -> trail.Head:
        """Return the end of the trail, which is also the revision of the data."""
        return trail.head(self.connection)

    def digest_of(self, seq: int) -> str | None:
        """Return the digest of a trace; None where there is none of that number."""
        return trail.digest_of(self.connection, seq)

    def traces(self, **which: Any) -> tuple[trail.Trace, ...]:
        """Return traces, newest first."""
        return trail.read(self.connection, **which)

    def numbered(self, seqs: Collection[int]) -> Mapping[int, trail.Trace]:
        """Return these traces by their number, in one question."""
        return trail.numbered(self.connection, seqs) if seqs else {}

    def who_and_when(self, trace: trail.Trace) -> tuple[str, datetime]:
        """Return the name of who left a trace, and when."""
        known = self.all(Person, id=trace.person) or self.all(Person, former=trace.person)
        unentered = [UNENTERED[trace.person]] if trace.person in UNENTERED else []
        named = next(iter([*known, *unentered]), None)
        return (named.name if named else trace.person), trace.at

    def _all(self, noun: type[R], where: dict[str, object]) -> tuple[R, ...]:
        table = TABLES[noun]
        order = kind_of(self.connection).letter_by_letter(table.primary_key.columns)
        found = self.connection.execute(_chosen(table, where).order_by(*order))
        names = tuple(found.keys())
        return tuple(noun.model_validate(dict(zip(names, row, strict=True))) for row in found)


def _chosen(table: Table, where: dict[str, object]) -> Select[Any]:
    query = select(table)
    for name, value in where.items():
        column = table.c[name]
        query = query.where(column.in_(value) if isinstance(value, _MANY) else column == value)
    return query
