"""A look at the database: records as they stand or stood, the trail, and who left a trace."""

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import UNENTERED, Person
from portfolio.store import trail, versions
from portfolio.store.engines.choice import kind_of
from portfolio.store.remembering import TRAIL, UNKEPT, Memory, Piecemeal
from portfolio.store.signing import Keys
from portfolio.store.tables import TABLES
from portfolio.store.versions import Version

R = TypeVar("R", bound=Given)
T = TypeVar("T")
P = ParamSpec("P")
_MANY = (list, tuple, set, frozenset)


class Missing(Objection):
    """Something that is not there, or no longer."""


class Reader:
    """A look at the database as it was at one moment: what has been read once in it is not read again.

    It notes what is looked at, so that an answer is known by what it was made of. With a `memory`, a question that is
    asked of it is answered from there where that is true still.
    """

    def __init__(self, connection: Connection, *, keys: Keys = (), memory: Memory | None = None) -> None:
        self._connection, self.keys, self._memory = connection, keys, memory
        self._noted: set[str] = set()
        self._read: dict[tuple[type[Given], frozenset[tuple[str, object]]], tuple[Any, ...]] = {}

    @property
    def connection(self) -> Connection:
        """The connection itself: what is read by it rests on we know not what, and is never answered from memory."""
        self.note(UNKEPT)
        return self._connection

    def ask(self, question: Callable[Concatenate[Self, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer to a question: the one given before, while nothing it was made of has been touched.

        Whatever decides who may see what is among the arguments, and so in what the answer is known by.
        """
        if self._memory is None:
            return question(self, *args, **kwargs)
        key = (question, args, tuple(sorted(kwargs.items())))
        return self._memory.answer(self, key, lambda: question(self, *args, **kwargs))

    def pieces(self, question: Piecemeal[T], *args: object) -> Mapping[str, T]:
        """Return a piece of the answer for each subject; of those given before, only what was touched is made anew."""
        if self._memory is None:
            return question.work(self, None, *args)
        return self._memory.pieces(self, question, *args)

    def all(self, noun: type[R], **where: object) -> tuple[R, ...]:
        """Return every record of a noun whose fields equal these (a list means any of them).

        In order of id, letter by letter as the letters are numbered, the same on every database.
        """
        self.note(TABLES[noun].name)
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
        self.note(TABLES[noun].name)
        chosen = _chosen(TABLES[noun], where).subquery()
        return self._connection.execute(select(func.count()).select_from(chosen)).scalar_one()

    def versions(self, noun: type[R], id: str) -> tuple[Version[R], ...]:
        """Return every version of a record, oldest first; also of one that was removed."""
        self.note(TABLES[noun].name)
        return versions.of(self._connection, noun, id)

    def versions_of(self, noun: type[R], ids: Collection[str]) -> Mapping[str, tuple[Version[R], ...]]:
        """Return the versions of many records by id, oldest first, in one question; what was removed has those before."""
        self.note(TABLES[noun].name)
        return versions.of_many(self._connection, noun, ids) if ids else {}

    def last_version(self, noun: type[R], id: str) -> Version[R] | None:
        """Return the last version of a record, which may be that it was removed."""
        self.note(TABLES[noun].name)
        return versions.last(self._connection, noun, id)

    def made_by(self, seq: int) -> tuple[tuple[type[Given], str], ...]:
        """Return what a trace made versions of, each by its noun and what it is known by."""
        return versions.made_by(self._connection, seq)

    def all_as_of(self, noun: type[R], seq: int, **where: object) -> tuple[R, ...]:
        """Return every record of a noun as it stood after a trace, asked for and ordered as by `all`."""
        self.note(TABLES[noun].name)
        return versions.as_of(self._connection, noun, seq, where)

    def find_as_of(self, noun: type[R], seq: int, id: str) -> R | None:
        """Return a record as it stood after a trace, or None if it was not there."""
        return next(iter(self.all_as_of(noun, seq, id=id)), None)

    def each_as_of(self, noun: type[R], seqs: Mapping[str, int], *, by: str = "id") -> tuple[R, ...]:
        """Return what points at these by a field, each as it stood after the trace given for what it points at.

        In order of id, and in a few questions however many they are. What has been removed since is not among them.
        """
        self.note(TABLES[noun].name)
        return versions.each_as_of(self._connection, noun, seqs, by=by)

    def touching(self, noun: type[Given]) -> Mapping[str, tuple[int, ...]]:
        """Return the traces that touched each record of a noun, oldest first, by what it is known by."""
        self.note(TABLES[noun].name)
        return versions.touching(self._connection, noun)

    @cached_property
    def stands_at(self) -> trail.Head:
        """Where the trail ended at this moment; an answer that tells of it asks for the `head`."""
        return trail.head(self._connection)

    def touched_since(self, seq: int) -> Mapping[str, int]:
        """Return the last trace that touched each table after this one."""
        return versions.touched_since(self._connection, seq)

    def subjects_since(self, seq: int, noun: type[Given], field: str) -> Set[str]:
        """Return what the records of a noun name in a field, or ever named, of those touched after this trace."""
        return versions.subjects_since(self._connection, seq, noun, field)

    def note(self, *names: str) -> None:
        """Remember that these tables were looked at, or what else an answer may rest on."""
        self._noted.update(names)

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Gather what is looked at meanwhile, which whoever asked from outside then rests on as well."""
        outer, self._noted = self._noted, set()
        inner = self._noted
        try:
            yield inner
        finally:
            self._noted = outer
            self.note(*inner)

    def head(self) -> trail.Head:
        """Return the end of the trail, which is also the revision of the data."""
        self.note(TRAIL)
        return trail.head(self._connection)

    def digest_of(self, seq: int) -> str | None:
        """Return the digest of a trace; None where there is none of that number."""
        return trail.digest_of(self._connection, seq)

    def traces(self, **which: Any) -> tuple[trail.Trace, ...]:
        """Return traces, newest first."""
        self.note(TRAIL)
        return trail.read(self._connection, **which)

    def numbered(self, seqs: Collection[int]) -> Mapping[int, trail.Trace]:
        """Return these traces by their number, in one question."""
        return trail.numbered(self._connection, seqs) if seqs else {}

    def who_and_when(self, trace: trail.Trace) -> tuple[str, datetime]:
        """Return the name of who left a trace, and when."""
        known = self.all(Person, id=trace.person) or self.all(Person, former=trace.person)
        unentered = [UNENTERED[trace.person]] if trace.person in UNENTERED else []
        named = next(iter([*known, *unentered]), None)
        return (named.name if named else trace.person), trace.at

    def _all(self, noun: type[R], where: dict[str, object]) -> tuple[R, ...]:
        table = TABLES[noun]
        order = kind_of(self._connection).letter_by_letter(table.primary_key.columns)
        found = self._connection.execute(_chosen(table, where).order_by(*order))
        names = tuple(found.keys())
        return tuple(noun.model_validate(dict(zip(names, row, strict=True))) for row in found)


def _chosen(table: Table, where: dict[str, object]) -> Select[Any]:
    query = select(table)
    for name, value in where.items():
        column = table.c[name]
        query = query.where(column.in_(value) if isinstance(value, _MANY) else column == value)
    return query
