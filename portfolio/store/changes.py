"""What the trail tells of a change: every field from what to what, but never what is about a person."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from typing import Any

from portfolio.given import Given
from portfolio.store.personal import PERSONAL

UNTOLD = {field for fields in PERSONAL.values() for field in fields}
"""Fields whose content is about a person: the trail says that they changed, not to what."""
VEILED = {"marks"}
"""Tables that not everyone may look into. Seals are shown to all, so their traces are salted against guessing."""
MANY = 50
"""More new rows than this in one transaction stand in the trail as a count and a seal over them.

What a person says in a form stays below it (a word on every proposal of a round is two dozen rows), and is told row
by row; a whole workbook goes beyond it, and would make the trail longer than what it tells of.
"""
SALT = 16
"""Bytes of salt: 128 bits, which nobody can go through one by one."""

RowChange = tuple[str, str, dict[str, Any]]
"""One row that changed: its table, its id, and what became of it."""


def added(table: str, records: Iterable[Given]) -> Iterator[RowChange]:
    """Yield the change that each new record is."""
    for record in records:
        fields = record.model_dump(mode="json")
        told = {key: value for key, value in fields.items() if key not in UNTOLD}
        yield table, str(fields.get("id", fields.get("party"))), {"added": told}


def difference(before: Given, after: Given) -> dict[str, Any]:
    """Return every field that differs, from what to what."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return {
        key: "…" if key in UNTOLD else [old[key], new[key]]
        for key in new
        if old[key] != new[key] and key != "revision"
    }


def told(changes: Iterable[RowChange]) -> list[dict[str, Any]]:
    """Return the changes as the trail keeps them: all of them, but many new rows as a count and a seal."""
    changed = list(changes)
    return [*_few(changed), *_salt(changed)]


def _few(changes: Iterable[RowChange]) -> list[dict[str, Any]]:
    listed = [{"table": table, "id": id, **what} for table, id, what in changes]
    fresh = [change for change in listed if "added" in change]
    if len(fresh) <= MANY:
        return listed
    counted: dict[str, int] = {}
    for change in fresh:
        counted[change["table"]] = counted.get(change["table"], 0) + 1
    seal = hashlib.sha256(json.dumps(fresh, sort_keys=True).encode()).hexdigest()
    return [{"added": counted, "sha256": seal}, *(each for each in listed if "added" not in each)]


def _salt(changes: Iterable[RowChange]) -> list[dict[str, Any]]:
    return [{"salt": secrets.token_hex(SALT)}] if any(table in VEILED for table, _, _ in changes) else []
