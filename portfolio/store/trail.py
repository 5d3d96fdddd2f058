"""The trail: every change with who, when and what, chained so that a later edit shows."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from portfolio.people import Stamp
from portfolio.store.signing import Keys, signature
from portfolio.store.tables.keeping import SEAL, trail

BEGINNING = "0" * SEAL
"""What stands before the first trace, where all others have the seal of the one before."""
MOST = 200
"""Traces read at once unless somebody asks for another number: what a person can look through."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One entry of the trail. `changes` is canonical JSON; `digest` seals it and all before it.

    `content` is the seal of the versions that were made; it is empty in traces from before there were any.
    `reason` is why it was done, in the words of who did it; empty where nobody was asked. `signature` is by a key
    that is kept outside the database, where there is one.
    """

    seq: int
    at: datetime
    person: str
    action: str
    subject: str
    changes: str
    content: str
    reason: str
    before: str
    digest: str
    signature: str


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


def append(
    connection: Connection,
    *,
    stamp: Stamp,
    action: str,
    subject: str,
    changes: object,
    content: str,
    reason: str = "",
    keys: Keys = (),
) -> int:
    """Add a trace to the end of the trail, signed by the first of the keys if there are any, and return its number."""
    last = head(connection)
    trace = Trace(
        seq=last.seq + 1,
        at=stamp.at,
        person=stamp.person.id,
        action=action,
        subject=subject,
        changes=json.dumps(changes, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        content=content,
        reason=reason,
        before=last.digest,
        digest="",
        signature="",
    )
    digest = _seal(trace, last.digest)
    sealed = replace(trace, digest=digest, signature=signature(digest, keys))
    connection.execute(insert(trail).values(asdict(sealed)))
    return trace.seq


def digest_of(connection: Connection, seq: int) -> str | None:
    """Return the digest of a trace; None where there is none of that number."""
    return connection.execute(select(trail.c.digest).where(trail.c.seq == seq)).scalar_one_or_none()


def read(
    connection: Connection,
    *,
    subject: str | None = None,
    subjects: Collection[str] | None = None,
    actions: Collection[str] | None = None,
    most: int = MOST,
    before: int | None = None,
) -> tuple[Trace, ...]:
    """Return the newest traces first, of one subject, of these, or of all; of these actions or of all."""
    query = select(trail).order_by(trail.c.seq.desc()).limit(most)
    if subject is not None:
        query = query.where(trail.c.subject == subject)
    if subjects is not None:
        query = query.where(trail.c.subject.in_(subjects))
    if actions is not None:
        query = query.where(trail.c.action.in_(actions))
    if before is not None:
        query = query.where(trail.c.seq < before)
    return tuple(_trace(row) for row in connection.execute(query))


def numbered(connection: Connection, seqs: Collection[int]) -> Mapping[int, Trace]:
    """Return these traces by their number."""
    found = connection.execute(select(trail).where(trail.c.seq.in_(seqs)))
    return {row.seq: _trace(row) for row in found}


def touching(connection: Connection, *, table: str, id: str) -> Trace | None:
    """Return the newest trace that tells of a change to this row; None where it only stands in a count."""
    named = '"id":' + json.dumps(id, ensure_ascii=False)
    query = select(trail).where(trail.c.changes.contains(named, autoescape=True))
    for row in connection.execute(query.order_by(trail.c.seq.desc())):
        if any((each.get("table"), each.get("id")) == (table, id) for each in json.loads(row.changes)):
            return _trace(row)
    return None


def broken_at(connection: Connection) -> int | None:
    """Return the number of the first trace that does not fit the chain, or None when all fit."""
    last, count = BEGINNING, 0
    for row in connection.execute(select(trail).order_by(trail.c.seq)):
        trace, count = _trace(row), count + 1
        if (trace.seq, trace.before, trace.digest) != (count, last, _seal(trace, last)):
            return count
        last = trace.digest
    return None


def out_of_time(connection: Connection, *, now: datetime) -> Iterator[tuple[int, datetime, datetime]]:
    """Yield each trace whose moment is before the one before it, or after now: its number, its moment, and that other."""
    last = datetime.min.replace(tzinfo=UTC)
    for seq, at in connection.execute(select(trail.c.seq, trail.c.at).order_by(trail.c.seq)):
        if at < last or at > now:
            yield seq, at, last if at < last else now
        last = at


def length(connection: Connection) -> int:
    """Return how many traces there are."""
    return connection.execute(select(func.count()).select_from(trail)).scalar_one()


def _trace(row: Row[Any]) -> Trace:
    return Trace(**row._mapping)


def _seal(trace: Trace, before: str) -> str:
    """Return the seal of a trace; one from before there were versions has no content to be sealed, and not all a reason."""
    told = [
        trace.seq,
        f"{trace.at.timestamp():.6f}",
        trace.person,
        trace.action,
        trace.subject,
        trace.changes,
    ]
    parts = [
        before,
        *told,
        *filter(None, [trace.content]),
        *([{"reason": trace.reason}] if trace.reason else []),
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
