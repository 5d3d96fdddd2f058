"""What a migration does when it changes what rows say: a new version of each, and a trace of its own that seals them.

It speaks of tables and not of nouns, since the nouns of today do not fit the tables of then.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import context

from portfolio.store.signing import signature

TRAIL = sa.table(
    "trail",
    sa.column("seq"),
    sa.column("at", sa.DateTime(timezone=True)),
    *map(sa.column, ("person", "action", "subject", "changes", "content", "before", "digest", "signature")),
)
VERSIONS = sa.table("versions", *map(sa.column, ("table", "id", "seq", "revision", "record", "digest")))

Told = Mapping[str, Any]
"""Fields of a record and what they say, as JSON says it."""


def last(bind: sa.Connection, table: str, id: str) -> tuple[int, dict[str, Any]] | None:
    """Return the revision and the record of the last version of a row; None where none can be read."""
    own = sa.select(VERSIONS).where(VERSIONS.c.table == table, VERSIONS.c.id == id)
    row = bind.execute(own.order_by(VERSIONS.c.seq.desc()).limit(1)).one_or_none()
    told = parsed(row.record) if row else None
    return (row.revision, told) if row and isinstance(told, dict) else None


def change(bind: sa.Connection, table: str, changed: Mapping[str, Told], *, action: str) -> int | None:
    """Keep a version of each row with what has changed in it, and return the number of the trace that seals them.

    The rows themselves are the migration's own to change. A row of which no version can be read is left out, since
    nothing is known of what stood there; where that is all of them there is no trace.
    """
    known = {id: found for id in sorted(changed) if (found := last(bind, table, id))}
    versions = [
        _version(table, id, revision, told | dict(changed[id])) for id, (revision, told) in known.items()
    ]
    changes = [
        {"table": table, "id": id} | {name: [told.get(name), value] for name, value in changed[id].items()}
        for id, (_, told) in known.items()
    ]
    return keep(bind, versions, action=action, subject=table, changes=changes) if versions else None


def add(bind: sa.Connection, table: str, added: Mapping[str, Told], *, action: str) -> int | None:
    """Keep the first version of rows that a migration adds, each with its `revision`, and return the trace's number."""
    versions = [_version(table, id, int(told.get("revision", 1)), told) for id, told in sorted(added.items())]
    told = {"table": table, "added": len(versions)}
    return keep(bind, versions, action=action, subject=table, changes=[told]) if versions else None


def keep(
    bind: sa.Connection, versions: list[dict[str, Any]], *, action: str, subject: str, changes: object
) -> int:
    """Write a trace that seals versions, in their order, and the versions; return its number."""
    content = _sha256("".join(each["digest"] for each in versions))
    seq = _trace(bind, action, subject, written(changes), content)
    bind.execute(sa.insert(VERSIONS), [{**each, "seq": seq} for each in versions])
    return seq


def in_utc(at: datetime) -> datetime:
    """Return a moment in UTC, which is what is meant where nothing is said."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def parsed(text: str | None) -> Any:
    """Return what JSON says; None where it is none."""
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None


def written(told: object) -> str:
    """Return JSON that is the same for the same."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _version(table: str, id: str, revision: int, told: Told) -> dict[str, Any]:
    record = written(told)
    sealed = json.dumps([table, id, revision, record], ensure_ascii=False)
    return {"table": table, "id": id, "revision": revision, "record": record, "digest": _sha256(sealed)}


def _trace(bind: sa.Connection, action: str, subject: str, changes: str, content: str) -> int:
    end = bind.execute(sa.select(TRAIL.c.seq, TRAIL.c.digest).order_by(TRAIL.c.seq.desc()).limit(1)).one()
    at = in_utc(
        context.config.attributes.get("at")
        or bind.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    )
    parts = [end.seq + 1, f"{at.timestamp():.6f}", "program", action, subject, changes, content]
    digest = _sha256(json.dumps([end.digest, *parts], ensure_ascii=False))
    signed = signature(digest, context.config.attributes.get("keys") or ())
    signing = {"signature": signed} if signed and _has_signatures(bind) else {}
    left = {"person": "program", "action": action, "subject": subject, "changes": changes, "content": content}
    bind.execute(
        sa.insert(TRAIL).values(**left, **signing, seq=end.seq + 1, at=at, before=end.digest, digest=digest)
    )
    return int(end.seq) + 1


def _has_signatures(bind: sa.Connection) -> bool:
    """Say whether the trail has come so far that it can be signed: before that, nothing in it is."""
    return any(column["name"] == "signature" for column in sa.inspect(bind).get_columns("trail"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
