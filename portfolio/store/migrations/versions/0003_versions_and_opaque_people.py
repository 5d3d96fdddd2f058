"""Every version of every record, sealed by the trail; and people by ids that tell nothing of who they are."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from portfolio.store.engines.choice import kind_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "benefits",
    "cost_lines",
    "decisions",
    "entries",
    "gate_answers",
    "impartiality",
    "marks",
    "parties",
    "people",
    "populations",
    "proposals",
    "readings",
    "recommendations",
    "rounds",
    "sharings",
)
KEYS = {"populations": ("party", "on")}
INSIDE = {"goals", "partners", "members", "roles", "proposals", "baseline", "target", "rule"}
AMOUNTS = {"amount"}
TRUTHS = {"example", "active"}
MOMENTS = {"at"}
PERSONAL: dict[str, dict[str, str]] = {"people": {"name": "–", "former": ""}, "proposals": {"contact": ""}}
BEGINNING = "0" * 64

Row = Mapping[str, Any]


def upgrade() -> None:
    _make_tables()
    bind = op.get_bind()
    renamed = _rename_people(bind)
    _keep_all(bind, renamed)
    for command in kind_of(bind).guard("versions"):
        op.execute(command)


def _make_tables() -> None:
    op.add_column("people", sa.Column("former", sa.String(length=200), server_default="", nullable=False))
    op.add_column("trail", sa.Column("content", sa.String(length=64), server_default="", nullable=False))
    op.create_table(
        "versions",
        sa.Column("table", sa.String(length=63), nullable=False),
        sa.Column("id", sa.String(length=211), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["trail.seq"], name=op.f("fk_versions_seq"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("table", "id", "seq", name=op.f("pk_versions")),
    )
    op.create_index(op.f("ix_versions_seq"), "versions", ["seq"], unique=False)
    op.create_table(
        "salts",
        sa.Column("table", sa.String(length=63), nullable=False),
        sa.Column("id", sa.String(length=211), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("table", "id", name=op.f("pk_salts")),
    )


def _rename_people(bind: sa.Connection) -> int:
    """Give everybody who is not invented an id that tells nothing, wherever it stands but in the trail.

    The trail is not rewritten. Who it speaks of is found by the former id, beside the person.
    """
    real = [row["id"] for row in _rows(bind, "people") if not row["example"]]
    new = {id: f"person:{secrets.token_hex(8)}" for id in real}
    if new:
        _people(bind, new)
        _places(bind, new)
        _readings(bind, new)
        _rounds(bind, new)
        _drafts(bind, new)
        _do(bind, "DELETE FROM people WHERE id = :old", [{"old": old} for old in new])
    return len(new)


def _people(bind: sa.Connection, new: Mapping[str, str]) -> None:
    _do(
        bind,
        "INSERT INTO people (id, name, roles, organisation, active, example, former, revision) "
        "SELECT :new, name, roles, organisation, active, example, id, revision FROM people WHERE id = :old",
        _pairs(new),
    )


def _places(bind: sa.Connection, new: Mapping[str, str]) -> None:
    marks = """id = "round" || '.' || proposal || '.' || :new || '.' || criterion"""
    impartiality = """id = "round" || '.' || proposal || '.' || :new"""
    for command in (
        "UPDATE proposals SET owner_person = :new WHERE owner_person = :old",
        "UPDATE benefits SET owner = :new WHERE owner = :old",
        f"UPDATE marks SET {marks}, member = :new WHERE member = :old",
        f"UPDATE impartiality SET {impartiality}, member = :new WHERE member = :old",
    ):
        _do(bind, command, _pairs(new))


def _readings(bind: sa.Connection, new: Mapping[str, str]) -> None:
    """Write who measured. Readings are only added to, so the guard is taken off and put back."""
    kind = kind_of(bind)
    for command in kind.unguard("readings"):
        op.execute(command)
    _do(bind, 'UPDATE readings SET "by" = :new WHERE "by" = :old', _pairs(new))
    for command in kind.guard("readings"):
        op.execute(command)


def _rounds(bind: sa.Connection, new: Mapping[str, str]) -> None:
    for row in _rows(bind, "rounds"):
        members = _parsed(row["members"])
        if isinstance(members, list) and any(each in new for each in members):
            told = json.dumps([new.get(each, each) for each in members], ensure_ascii=False)
            command = "UPDATE rounds SET members = :told WHERE id = :id"
            _do(bind, command, [{"told": told, "id": row["id"]}])


def _drafts(bind: sa.Connection, new: Mapping[str, str]) -> None:
    """Write whose the drafts are, whom they are about, and whom somebody has chosen in them."""
    forms = {f"person.{old}": f"person.{id}" for old, id in new.items()}
    for row in _rows(bind, "drafts"):
        content = _parsed(row["content"])
        told = (
            {key: _chosen(value, new) for key, value in content.items()}
            if isinstance(content, dict)
            else None
        )
        command = (
            "UPDATE drafts SET person = :whose, form = :about, content = :content "
            "WHERE person = :person AND form = :form"
        )
        changed = {
            "whose": new.get(row["person"], row["person"]),
            "about": forms.get(row["form"], row["form"]),
            "content": row["content"] if told is None else json.dumps(told, ensure_ascii=False),
        }
        _do(bind, command, [{**changed, "person": row["person"], "form": row["form"]}])


def _chosen(value: object, new: Mapping[str, str]) -> object:
    """Return a field of a draft, in which a list stands as lines."""
    return "\n".join(new.get(line, line) for line in value.split("\n")) if isinstance(value, str) else value


def _keep_all(bind: sa.Connection, renamed: int) -> None:
    """Keep the first version of all that stands, by a trace that says so. Where nothing stands there is none."""
    kept = sorted(each for table in TABLES for each in _versions(bind, table))
    if not kept:
        return
    counted = {table: sum(each[0] == table for each in kept) for table in TABLES}
    changes = [{"kept": {table: count for table, count in counted.items() if count}}, {"renamed": renamed}]
    seq = _trace(bind, _written(changes), _sha256("".join(each[-1] for each in kept)))
    command = (
        'INSERT INTO versions ("table", id, revision, record, digest, seq) '
        "VALUES (:table, :id, :revision, :record, :digest, :seq)"
    )
    names = ("table", "id", "revision", "record", "digest")
    _do(bind, command, [{**dict(zip(names, each, strict=True)), "seq": seq} for each in kept])


def _versions(bind: sa.Connection, table: str) -> Iterator[tuple[str, str, int, str, str]]:
    for row in list(_rows(bind, table)):
        told = {name: _told(name, value) for name, value in row.items()}
        id = ".".join(str(told[name]) for name in KEYS.get(table, ("id",)))
        record, number = _written(_veiled(bind, table, id, told)), row.get("revision", 1)
        sealed = json.dumps([table, id, number, record], ensure_ascii=False, default=str)
        yield table, id, number, record, _sha256(sealed)


def _veiled(bind: sa.Connection, table: str, id: str, told: dict[str, Any]) -> dict[str, Any]:
    fields = [field for field, blank in PERSONAL.get(table, {}).items() if told[field] != blank]
    if not fields:
        return told
    salt = secrets.token_hex(16)
    command = 'INSERT INTO salts ("table", id, salt) VALUES (:table, :id, :salt)'
    _do(bind, command, [{"table": table, "id": id, "salt": salt}])
    return told | {
        field: {"sha256": _sha256(json.dumps([salt, field, told[field]], default=str))} for field in fields
    }


def _trace(bind: sa.Connection, changes: str, content: str) -> int:
    last = bind.execute(sa.text("SELECT seq, digest FROM trail ORDER BY seq DESC LIMIT 1")).one_or_none()
    seq, before = (last.seq + 1, last.digest) if last else (1, BEGINNING)
    at = (
        context.config.attributes.get("at")
        or bind.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    )
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    parts = [seq, f"{at.timestamp():.6f}", "program", "keep_versions", "versions", changes]
    trail = sa.table(
        "trail",
        sa.column("seq"),
        sa.column("at", sa.DateTime(timezone=True)),
        *map(sa.column, ("person", "action", "subject", "changes", "content", "before", "digest")),
    )
    bind.execute(
        sa.insert(trail).values(
            seq=seq,
            at=at,
            person="program",
            action="keep_versions",
            subject="versions",
            changes=changes,
            content=content,
            before=before,
            digest=_sha256(json.dumps([before, *parts, content], ensure_ascii=False)),
        )
    )
    return int(seq)


def _told(name: str, value: Any) -> Any:
    """Return a value as its noun would tell it in JSON; what cannot be read is told as it lies."""
    if name in INSIDE:
        return _parsed(value)
    if name in AMOUNTS:
        return {"ore": value}
    if name in TRUTHS:
        return bool(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if name in MOMENTS and isinstance(value, str):
        return f"{value.replace(' ', 'T')}Z"
    return value.isoformat() if isinstance(value, date) else value


def _parsed(text: Any) -> Any:
    try:
        return text if text is None else json.loads(text)
    except ValueError:
        return text


def _rows(bind: sa.Connection, table: str) -> list[Row]:
    return [dict(row) for row in bind.execute(sa.text(f'SELECT * FROM "{table}"')).mappings()]


def _do(bind: sa.Connection, command: str, rows: list[dict[str, Any]]) -> None:
    bind.execute(sa.text(command), rows)


def _pairs(new: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"old": old, "new": id} for old, id in new.items()]


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
