"""Whether the versions are those that their traces sealed, read as they lie."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from portfolio.store.engines.choice import kind_of
from portfolio.store.engines.laying import as_it_lies
from portfolio.store.tables.keeping import trail, versions
from portfolio.store.versions import digest, seal


@dataclass(frozen=True, slots=True)
class Altered:
    """A version that is not as it was when it was kept."""

    table: str
    id: str
    seq: int


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A trace that sealed other versions than the ones kept of it, which are so many."""

    seq: int
    kept: int


def unsealed(connection: Connection) -> Iterator[Altered | Unsealed]:
    """Yield every version that has been altered, and every trace whose versions are not those that it sealed."""
    digests: dict[Any, list[str]] = {}
    order = kind_of(connection).letter_by_letter([versions.c.table, versions.c.id, versions.c.seq])
    for row in connection.execute(select(*map(as_it_lies, versions.c)).order_by(*order)):
        digests.setdefault(row.seq, []).append(str(row.digest))
        if row.digest != digest(row.table, row.id, row.revision, row.record):
            yield Altered(str(row.table), str(row.id), row.seq)
    yield from _unsealed(connection, digests)


def _unsealed(connection: Connection, digests: dict[Any, list[str]]) -> Iterator[Unsealed]:
    """Yield the traces that do not fit; those from before there were versions sealed none."""
    begun = False
    for seq, content in connection.execute(select(trail.c.seq, trail.c.content).order_by(trail.c.seq)):
        kept, begun = digests.pop(seq, []), begun or content != ""
        if (kept or begun) and seal(kept) != content:
            yield Unsealed(seq, len(kept))
    yield from (Unsealed(seq, len(kept)) for seq, kept in digests.items())
