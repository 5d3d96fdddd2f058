"""The day each round was begun, as the trace that first kept it tells; nothing where no trace does."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import context, op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NORWAY = ZoneInfo("Europe/Oslo")
ROUNDS = sa.table("rounds", sa.column("id"), sa.column("begun_on", sa.Date()))
TRAIL = sa.table(
    "trail",
    sa.column("seq"),
    sa.column("at", sa.DateTime(timezone=True)),
    *map(sa.column, ("person", "action", "subject", "changes", "content", "before", "digest")),
)
VERSIONS = sa.table("versions", *map(sa.column, ("table", "id", "seq", "revision", "record", "digest")))


def upgrade() -> None:
    op.add_column("rounds", sa.Column("begun_on", sa.Date(), nullable=True))
    bind = op.get_bind()
    begun = _begun(bind)
    kept = [version for id in sorted(begun) if (version := _version(bind, id, begun[id]))]
    if not kept:
        return
    told = [{"table": "rounds", "id": each["id"], "begun_on": [None, begun[each["id"]]]} for each in kept]
    seq = _trace(bind, _written(told), _sha256("".join(each["digest"] for each in kept)))
    bind.execute(sa.insert(VERSIONS), [{**each, "seq": seq} for each in kept])
    for each in kept:
        dated = sa.update(ROUNDS).where(ROUNDS.c.id == each["id"])
        bind.execute(dated.values(begun_on=begun[each["id"]]))


def _begun(bind: sa.Connection) -> Mapping[str, date]:
    """Return the day in Norway of the trace that first kept each round.

    A trace that only counts what it kept, such as that of the example, does not tell when a round was begun.
    """
    begun: dict[str, date] = {}
    telling = sa.select(TRAIL.c.at, TRAIL.c.changes).where(TRAIL.c.changes.contains('"rounds"'))
    for at, changes in bind.execute(telling.order_by(TRAIL.c.seq)):
        for id in _added(_parsed(changes)):
            begun.setdefault(id, _in_utc(at).astimezone(NORWAY).date())
    return begun


def _added(changes: Any) -> Iterator[str]:
    for change in changes if isinstance(changes, list) else ():
        if isinstance(change, dict) and change.get("table") == "rounds" and "added" in change:
            yield str(change.get("id"))


def _version(bind: sa.Connection, id: str, day: date) -> dict[str, Any] | None:
    """Return the last version of a round with the day in it; None where nothing was kept that can be read."""
    last = sa.select(VERSIONS).where(VERSIONS.c.table == "rounds", VERSIONS.c.id == id)
    row = bind.execute(last.order_by(VERSIONS.c.seq.desc()).limit(1)).one_or_none()
    told = _parsed(row.record) if row else None
    if row is None or not isinstance(told, dict):
        return None
    record = _written(told | {"begun_on": day})
    sealed = json.dumps(["rounds", id, row.revision, record], ensure_ascii=False)
    made = {"table": "rounds", "id": id, "revision": row.revision, "record": record}
    return {**made, "digest": _sha256(sealed)}


def _trace(bind: sa.Connection, changes: str, content: str) -> int:
    last = bind.execute(sa.select(TRAIL).order_by(TRAIL.c.seq.desc()).limit(1)).one()
    at = _in_utc(
        context.config.attributes.get("at")
        or bind.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    )
    seq = last.seq + 1
    parts = [seq, f"{at.timestamp():.6f}", "program", "date_rounds", "rounds", changes, content]
    bind.execute(
        sa.insert(TRAIL).values(
            seq=seq,
            at=at,
            person="program",
            action="date_rounds",
            subject="rounds",
            changes=changes,
            content=content,
            before=last.digest,
            digest=_sha256(json.dumps([last.digest, *parts], ensure_ascii=False)),
        )
    )
    return int(seq)


def _in_utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _parsed(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
