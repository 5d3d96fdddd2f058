"""Whether what stands in the database is what the trail last kept of it, read as it lies, whatever that is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from portfolio.given import Given
from portfolio.store import personal
from portfolio.store.columns import Counts, Keys, Nested
from portfolio.store.engines.laying import as_it_lies, laying
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import salts
from portfolio.store.versions import newest

Lying = Mapping[str, Any]
"""A row as it lies in the database, nothing of it understood."""


@dataclass(frozen=True, slots=True)
class Differs:
    """A row that is not as its last version says, and what that told.

    Of each field that differs: what stands there and what stood there; None where it is about a person.
    """

    table: str
    id: str
    seq: int
    fields: Mapping[str, tuple[object, object] | None]
    told: personal.Dump


@dataclass(frozen=True, slots=True)
class Unknown:
    """A row that no version knows, or whose last version says that it was removed."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A version whose row is not there, though nobody removed it."""

    table: str
    id: str
    seq: int


@dataclass(frozen=True, slots=True)
class Garbled:
    """A version from which its noun cannot be made."""

    table: str
    id: str
    seq: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A salt that belongs to nothing that is sealed."""

    table: str
    id: str


Fault = Differs | Unknown | Gone | Garbled | Loose


def astray(connection: Connection) -> Iterator[Fault]:
    """Yield every row that is not as its last version says, every one too many, and every one that is gone."""
    left = {(row.table, row.id) for row in connection.execute(select(salts))}
    for noun, table in TABLES.items():
        held = _Held(connection, noun)
        yield from held.faults()
        left -= {(table.name, id) for id in held.sealed}
    yield from (Loose(str(table), str(id)) for table, id in sorted(left))


class _Held:
    """The rows of one noun, held to their last versions; `sealed` are those that a salt belongs to."""

    def __init__(self, connection: Connection, noun: type[Given]) -> None:
        self.noun, self.table, self.sealed = noun, TABLES[noun], set[str]()
        self._versions = connection.execute(newest(noun)).all()
        self._rows = _lying(connection, self.table)
        self._salts = personal.kept(connection, noun) if noun in personal.PERSONAL else {}
        self._laying = {column.name: laying(connection, column) for column in self.table.columns}
        self._inside = [
            each.name for each in self.table.columns if isinstance(each.type, Counts | Keys | Nested)
        ]

    def faults(self) -> Iterator[Fault]:
        """Yield what does not hold."""
        for version in self._versions:
            row = self._rows.pop(version.id, None)
            if version.record is None and row is not None:
                yield Unknown(self.table.name, version.id)
            elif version.record is not None:
                yield from self._held(version, row)
        yield from (Unknown(self.table.name, id) for id in self._rows)

    def _held(self, version: Row[Any], row: Lying | None) -> Iterator[Fault]:
        about = (self.table.name, version.id, version.seq)
        try:
            told = json.loads(version.record)
            stood = self._stood(version.id, told, row or {})
        except Exception:  # there is no telling what somebody has put there
            yield Garbled(*about)
            return
        if row is None:
            yield Gone(*about)
        elif fields := {name: self._pair(name, row, stood) for name in stood if row[name] != stood[name]}:
            yield Differs(*about, fields, told)

    def _stood(self, id: str, told: personal.Dump, row: Lying) -> Lying:
        """Return the row as its version says. What is sealed is as it stands, if it opens, and else no value at all.

        A list, or a record inside the row, is as it stands if it means the same.
        """
        sealed = personal.telling(self.noun, told)
        self.sealed.update([id] if sealed else [])
        opened = personal.unveiled(self.noun, told, stands=row, salt=self._salts.get(id))
        record = self.noun.model_validate(opened)
        stood = {name: lay(getattr(record, name)) for name, lay in self._laying.items()}
        alike = {name: row[name] for name in self._inside if row and _means(row[name], told.get(name))}
        closed = {name: _CLOSED for name in sealed if opened[name] == personal.PERSONAL[self.noun][name]}
        return stood | alike | closed

    def _pair(self, name: str, row: Lying, stood: Lying) -> tuple[object, object] | None:
        return None if name in personal.PERSONAL.get(self.noun, {}) else (row[name], stood[name])


_CLOSED = object()
"""What differs from all that can stand in a row."""


def _lying(connection: Connection, table: Table) -> dict[str, Lying]:
    """Return every row as it lies, by what it is known by."""
    rows = connection.execute(select(*map(as_it_lies, table.columns))).mappings()
    key = [column.name for column in table.primary_key.columns]
    return {".".join(str(row[name]) for name in key): dict(row) for row in rows}


def _means(text: object, told: object) -> bool:
    """Say whether a text is JSON that means this."""
    try:
        return bool(json.loads(str(text)) == told)
    except ValueError:
        return False
