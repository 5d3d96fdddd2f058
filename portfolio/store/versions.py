"""Every version of every record: what it became by each trace that touched it, sealed by that trace."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, tuple_

from portfolio.given import Given
from portfolio.store import personal
from portfolio.store.engines.choice import kind_of
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import versions

R = TypeVar("R", bound=Given)
Made = Mapping[tuple[type[Given], str], Given | None]
"""What became of each record in one transaction: as it stands at the end, or None where it was removed."""
REMOVED = 0
"""The revision of the version that says that a record was removed."""


@dataclass(frozen=True, slots=True)
class Version(Generic[R]):
    """One version of a record: the trace that made it, its revision, and what it told, if it was not removed.

    `sealed` are the seals of what it told of a person and no longer tells.
    """

    seq: int
    revision: int
    noun: type[R]
    told: personal.Dump | None
    sealed: Mapping[str, str]

    @property
    def record(self) -> R | None:
        """The record itself; None where it was removed."""
        return None if self.told is None else self.noun.model_validate(self.told)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version that no trace has made yet."""

    table: str
    id: str
    revision: int
    record: str | None
    digest: str


def identity(record: Given) -> str:
    """Return what a record is known by: its id, or what its key is made of."""
    return ".".join(str(getattr(record, column.name)) for column in TABLES[type(record)].primary_key.columns)


def fresh(connection: Connection, made: Made) -> tuple[NewVersion, ...]:
    """Return the versions of what was made, in the order in which they are sealed."""
    salts = _salts(connection, made)
    found = (_fresh(noun, id, record, salts.get((noun, id), "")) for (noun, id), record in made.items())
    return tuple(sorted(found, key=lambda each: (each.table, each.id)))


def keep(connection: Connection, kept: Iterable[NewVersion], *, seq: int) -> None:
    """Keep the versions that a trace has sealed."""
    rows = [
        {
            "seq": seq,
            "table": each.table,
            "id": each.id,
            "revision": each.revision,
            "record": each.record,
            "digest": each.digest,
        }
        for each in kept
    ]
    if rows:
        connection.execute(insert(versions), rows)


def digest(table: str, id: str, revision: int, record: str | None) -> str:
    """Return the seal of one version."""
    told = json.dumps([table, id, revision, record], ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def seal(digests: Iterable[str]) -> str:
    """Return the seal of all the versions of a trace, in their order."""
    sealed = hashlib.sha256()
    for each in digests:
        sealed.update(each.encode())
    return sealed.hexdigest()


def of(connection: Connection, noun: type[R], id: str) -> tuple[Version[R], ...]:
    """Return the versions of a record, oldest first."""
    chosen = (versions.c.table == TABLES[noun].name) & (versions.c.id == id)
    return _opened(connection, noun, select(versions).where(chosen).order_by(versions.c.seq))


def of_many(
    connection: Connection, noun: type[R], ids: Collection[str]
) -> Mapping[str, tuple[Version[R], ...]]:
    """Return the versions of records by their id, each oldest first, but for those that say that it was removed."""
    chosen = (versions.c.table == TABLES[noun].name) & versions.c.id.in_(ids) & versions.c.record.is_not(None)
    found: dict[str, list[Version[R]]] = {id: [] for id in ids}
    for each in _opened(connection, noun, select(versions).where(chosen).order_by(versions.c.seq)):
        if each.told is not None:
            found[str(each.told["id"])].append(each)
    return {id: tuple(listed) for id, listed in found.items()}


def last(connection: Connection, noun: type[R], id: str) -> Version[R] | None:
    """Return the last version of a record, which may be that it was removed; None if it never was."""
    newest = select(versions).where(_newest(noun, versions.c.id == id))
    return next(iter(_opened(connection, noun, newest)), None)


def as_of(connection: Connection, noun: type[R], seq: int, where: Mapping[str, object]) -> tuple[R, ...]:
    """Return the records of a noun as they stood after a trace, those whose fields equal these, in order of id."""
    known = [versions.c.id == where["id"]] if isinstance(where.get("id"), str) else []
    ends = _newest(noun, versions.c.seq <= seq, *known)
    stood = select(versions).where(ends, versions.c.record.is_not(None), *_perhaps(noun, where))
    order = kind_of(connection).letter_by_letter([versions.c.id])
    found = (each.record for each in _opened(connection, noun, stood.order_by(*order)))
    return tuple(each for each in found if each is not None and _is(each, where))


def each_as_of(
    connection: Connection, noun: type[R], seqs: Mapping[str, int], *, by: str = "id"
) -> tuple[R, ...]:
    """Return what points at these by a field, each as it stood after the trace given for what it points at.

    In order of id, and in a few questions however many they are. What has been removed since is not among them.
    """
    kept: dict[str, Row[Any]] = {}
    for some in personal.parts(seqs):
        for row in connection.execute(_pointing(noun, by, some, until=max(seqs[id] for id in some))):
            if row.seq <= seqs[row.whose]:
                kept[row.id] = row
    rows = [kept[id] for id in sorted(kept) if kept[id].record is not None]
    if noun not in personal.PERSONAL:  # nothing is to be opened, so what was told is read as it lies
        return tuple(noun.model_validate_json(row.record) for row in rows)
    return tuple(each.record for each in _open(connection, noun, rows) if each.record is not None)


def touching(connection: Connection, noun: type[Given]) -> Mapping[str, tuple[int, ...]]:
    """Return the traces that touched each record of a noun, oldest first, by what it is known by."""
    own = select(versions.c.id, versions.c.seq).where(versions.c.table == TABLES[noun].name)
    found: dict[str, list[int]] = defaultdict(list)
    for row in connection.execute(own.order_by(versions.c.seq)):
        found[row.id].append(row.seq)
    return {id: tuple(seqs) for id, seqs in found.items()}


def touched_since(connection: Connection, seq: int) -> Mapping[str, int]:
    """Return the last trace that touched each table after this one, by the table's name."""
    last = func.max(versions.c.seq)
    asked = select(versions.c.table, last).where(versions.c.seq > seq).group_by(versions.c.table)
    return {row[0]: row[1] for row in connection.execute(asked)}


def subjects_since(connection: Connection, seq: int, noun: type[Given], field: str) -> Set[str]:
    """Return what the records of a noun name in a field, or ever named, of those touched after this trace."""
    mine = versions.c.table == TABLES[noun].name
    touched = select(versions.c.id).where(mine, versions.c.seq > seq)
    if field == "id":
        return set(connection.execute(touched).scalars())
    told = select(versions.c.record).where(mine, versions.c.id.in_(touched), versions.c.record.is_not(None))
    return {str(json.loads(record)[field]) for record in connection.execute(told).scalars()}


def made_by(connection: Connection, seq: int) -> tuple[tuple[type[Given], str], ...]:
    """Return what a trace made versions of, each by its noun and what it is known by, table by table."""
    nouns = {table.name: noun for noun, table in TABLES.items()}
    order = kind_of(connection).letter_by_letter([versions.c.table, versions.c.id])
    asked = select(versions.c.table, versions.c.id).where(versions.c.seq == seq).order_by(*order)
    return tuple((nouns[row.table], row.id) for row in connection.execute(asked) if row.table in nouns)


def newest(noun: type[Given]) -> Select[Any]:
    """Return the question for the last version of every record of a noun, as they lie."""
    return select(versions).where(_newest(noun))


def _pointing(noun: type[Given], by: str, ids: Collection[str], *, until: int) -> Select[Any]:
    """Return the question for every version until then of what points at these by a field, oldest first."""
    table = TABLES[noun]
    asked = select(versions, table.c[by].label("whose")).join(table, table.c.id == versions.c.id)
    chosen = (versions.c.table == table.name) & (versions.c.seq <= until) & table.c[by].in_(ids)
    return asked.where(chosen).order_by(versions.c.seq)


def _perhaps(noun: type[Given], where: Mapping[str, object]) -> Iterator[ColumnElement[bool]]:
    """Yield what the database can leave out at once: versions that nowhere tell of such a text in such a field."""
    for name, value in where.items():
        if isinstance(value, str) and name not in personal.PERSONAL.get(noun, ()):
            yield versions.c.record.contains(_written({name: value})[1:-1], autoescape=True)


def _newest(noun: type[Given], *among: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say which versions are the last of their record, among these."""
    name = TABLES[noun].name
    ends = select(versions.c.id, func.max(versions.c.seq)).where(versions.c.table == name, *among)
    chosen = tuple_(versions.c.id, versions.c.seq).in_(ends.group_by(versions.c.id))
    return (versions.c.table == name) & chosen


def _salts(connection: Connection, made: Made) -> Mapping[tuple[type[Given], str], str]:
    """Return the salts for what tells of a person; of what no longer does, the salt is let go."""
    found: dict[tuple[type[Given], str], str] = {}
    for noun in personal.PERSONAL:
        own = {id: record for (each, id), record in made.items() if each is noun}
        telling = [
            id for id, record in own.items() if record is not None and personal.telling(noun, _told(record))
        ]
        personal.forget(connection, noun, own.keys() - set(telling))
        drawn = personal.draw(connection, noun, telling)
        found |= {(noun, id): salt for id, salt in drawn.items()}
    return found


def _fresh(noun: type[Given], id: str, record: Given | None, salt: str) -> NewVersion:
    table = TABLES[noun].name
    revision = REMOVED if record is None else int(getattr(record, "revision", 1))
    told = None if record is None else _written(personal.veiled(noun, _told(record), salt=salt))
    return NewVersion(table, id, revision, told, digest(table, id, revision, told))


def _opened(connection: Connection, noun: type[R], chosen: Select[Any]) -> tuple[Version[R], ...]:
    return _open(connection, noun, connection.execute(chosen).all())


def _open(connection: Connection, noun: type[R], rows: Sequence[Row[Any]]) -> tuple[Version[R], ...]:
    told = [None if row.record is None else json.loads(row.record) for row in rows]
    opened = list(_unveiled(connection, noun, rows, told)) if noun in personal.PERSONAL else told
    return tuple(
        Version(row.seq, row.revision, noun, each, _sealed(noun, kept, each))
        for row, kept, each in zip(rows, told, opened, strict=True)
    )


def _unveiled(
    connection: Connection, noun: type[Given], rows: Collection[Row[Any]], told: list[Any]
) -> Iterator[personal.Dump | None]:
    ids = {row.id for row in rows}
    salts, stands = personal.kept(connection, noun, ids), personal.standing(connection, noun, ids)
    for row, each in zip(rows, told, strict=True):
        opened = (
            personal.unveiled(noun, each, stands=stands.get(row.id, {}), salt=salts.get(row.id))
            if each
            else None
        )
        yield opened


def _sealed(noun: type[Given], kept: personal.Dump | None, opened: personal.Dump | None) -> Mapping[str, str]:
    """Return the seal of each field that told of a person and could not be opened."""
    if kept is None or opened is None or noun not in personal.PERSONAL:
        return MappingProxyType({})
    blank = personal.PERSONAL[noun]
    return {
        field: str(kept[field]["sha256"])
        for field in personal.telling(noun, kept)
        if opened[field] == blank[field]
    }


def _told(record: Given) -> dict[str, Any]:
    return record.model_dump(mode="json")


def _written(told: object) -> str:
    """Return JSON that is the same for the same record."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _is(record: Given, where: Mapping[str, object]) -> bool:
    """Say whether a record's fields equal these, where a list means any of them."""
    return all(
        getattr(record, name) in value
        if isinstance(value, list | tuple | set | frozenset)
        else getattr(record, name) == value
        for name, value in where.items()
    )
