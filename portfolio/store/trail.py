"""The trail: every change with who, when and what, chained so that a later edit shows."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from portfolio.people import Stamp
from portfolio.store.tables.keeping import SEAL, trail

BEGINNING = "0" * SEAL
"""What stands before the first trace, where all others have the seal of the one before."""
MOST = 200
"""Traces read at once unless somebody asks for another number: what a person can look through."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One entry of the trail. `changes` is canonical JSON; `digest` seals it and all before it."""

    seq: int
    at: datetime
    person: str
    action: str
    subject: str
    changes: str
    before: str
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the trail: how many traces there are, and the digest of the last."""

    seq: int
    digest: str


def head(connection: Connection) -> Head:
    """Return the end of the trail."""
    row = connection.execute(
        select(trail.c.seq, trail.c.digest).order_by(trail.c.seq.desc()).limit(1)
    ).one_or_none()
    return Head(row.seq, row.digest) if row else Head(0, BEGINNING)


def append(connection: Connection, *, stamp: Stamp, action: str, subject: str, changes: object) -> None:
    """Add a trace to the end of the trail."""
    last = head(connection)
    written = json.dumps(changes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    values = {
        "seq": last.seq + 1,
        "at": stamp.at,
        "person": stamp.person.id,
        "action": action,
        "subject": subject,
        "changes": written,
        "before": last.digest,
    }
    sealed = _seal(last.digest, last.seq + 1, stamp.at, stamp.person.id, action, subject, written)
    connection.execute(insert(trail).values(**values, digest=sealed))


def read(
    connection: Connection, *, subject: str | None = None, most: int = MOST, before: int | None = None
) -> tuple[Trace, ...]:
    """Return the newest traces first, of one subject or of all."""
    query = select(trail).order_by(trail.c.seq.desc()).limit(most)
    if subject is not None:
        query = query.where(trail.c.subject == subject)
    if before is not None:
        query = query.where(trail.c.seq < before)
    return tuple(Trace(*row) for row in connection.execute(query))


def touching(connection: Connection, *, table: str, id: str) -> Trace | None:
    """Return the newest trace that tells of a change to this row; None where it only stands in a count."""
    named = '"id":' + json.dumps(id, ensure_ascii=False)
    query = select(trail).where(trail.c.changes.contains(named, autoescape=True))
    for row in connection.execute(query.order_by(trail.c.seq.desc())):
        if any((each.get("table"), each.get("id")) == (table, id) for each in json.loads(row.changes)):
            return Trace(*row)
    return None


def broken_at(connection: Connection) -> int | None:
    """Return the number of the first trace that does not fit the chain, or None when all fit."""
    last, count = BEGINNING, 0
    for row in connection.execute(select(trail).order_by(trail.c.seq)):
        trace, count = Trace(*row), count + 1
        sealed = _seal(last, trace.seq, trace.at, trace.person, trace.action, trace.subject, trace.changes)
        if (trace.seq, trace.before, trace.digest) != (count, last, sealed):
            return count
        last = trace.digest
    return None


def length(connection: Connection) -> int:
    """Return how many traces there are."""
    return connection.execute(select(func.count()).select_from(trail)).scalar_one()


def _seal(before: str, seq: int, at: datetime, person: str, action: str, subject: str, changes: str) -> str:
    parts = [before, seq, f"{at.timestamp():.6f}", person, action, subject, changes]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
