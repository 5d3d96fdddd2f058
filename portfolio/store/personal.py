"""Fields that are about a person: sealed as digests, with a salt beside the record that can be erased with them."""

import hashlib
import json
import secrets
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from portfolio.given import Given
from portfolio.people import Person
from portfolio.proposals.proposal import Proposal
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import SALT, salts

R = TypeVar("R", bound=Given)
Dump = Mapping[str, Any]
"""A record as its noun dumps it to JSON."""

PERSONAL: Mapping[type[Given], Mapping[str, str]] = MappingProxyType(
    {Person: {"name": "–", "former": ""}, Proposal: {"contact": ""}}
)
"""The fields of each noun that are about a person, and what stands there once that is erased."""
AT_ONCE = 1000
"""Records that are asked for in one question: fewer than any database takes."""


def erased(record: R) -> R:
    """Return the record with nothing left in it that is about a person."""
    return record.model_copy(update=dict(PERSONAL[type(record)]))


def telling(noun: type[Given], told: Dump) -> tuple[str, ...]:
    """Return the fields of a record that say something about a person."""
    return tuple(field for field, blank in PERSONAL.get(noun, {}).items() if told.get(field, blank) != blank)


def veil(salt: str, field: str, value: object) -> dict[str, str]:
    """Return what is sealed in the place of a personal field: nobody can guess it who has not the salt."""
    return {"sha256": hashlib.sha256(json.dumps([salt, field, value], default=str).encode()).hexdigest()}


def veiled(noun: type[Given], told: Dump, *, salt: str) -> dict[str, Any]:
    """Return a record as it is sealed: all in clear but what is about a person."""
    return {**told, **{field: veil(salt, field, told[field]) for field in telling(noun, told)}}


def unveiled(noun: type[Given], sealed: Dump, *, stands: Dump, salt: str | None) -> dict[str, Any]:
    """Return a record as it was before it was sealed; of a person only what stands there still."""
    opened = dict(sealed)
    for field in telling(noun, sealed):
        held = salt is not None and veil(salt, field, stands.get(field)) == sealed[field]
        opened[field] = stands[field] if held else PERSONAL[noun][field]
    return opened


def draw(connection: Connection, noun: type[Given], wanted: Collection[str]) -> Mapping[str, str]:
    """Return a salt for each of these records: the one it has, or one drawn by chance and kept from now on."""
    known = kept(connection, noun, wanted)
    drawn = {id: secrets.token_hex(SALT // 2) for id in wanted if id not in known}
    if drawn:
        rows = [{"table": TABLES[noun].name, "id": id, "salt": salt} for id, salt in drawn.items()]
        connection.execute(insert(salts), rows)
    return {**known, **drawn}


def forget(connection: Connection, noun: type[Given], ids: Collection[str]) -> None:
    """Erase the salts of these records, after which nobody can tell what was sealed with them."""
    for some in parts(ids):
        connection.execute(delete(salts).where((salts.c.table == TABLES[noun].name) & salts.c.id.in_(some)))


def kept(connection: Connection, noun: type[Given], ids: Collection[str] | None = None) -> Mapping[str, str]:
    """Return the salts that these records have, or all of a noun."""
    chosen = select(salts.c.id, salts.c.salt).where(salts.c.table == TABLES[noun].name)
    asked = [chosen] if ids is None else [chosen.where(salts.c.id.in_(some)) for some in parts(ids)]
    found = map(connection.execute, asked)
    return {row.id: row.salt for rows in found for row in rows}


def standing(connection: Connection, noun: type[Given], ids: Collection[str]) -> Mapping[str, Dump]:
    """Return what stands in the personal fields of these records now."""
    table = TABLES[noun]
    chosen = select(table.c.id, *(table.c[field] for field in PERSONAL[noun]))
    found = (connection.execute(chosen.where(table.c.id.in_(some))).mappings() for some in parts(ids))
    return {row["id"]: dict(row) for rows in found for row in rows}


def parts(ids: Collection[str]) -> Iterator[list[str]]:
    """Yield so many ids at a time that any database takes them in one question."""
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some
