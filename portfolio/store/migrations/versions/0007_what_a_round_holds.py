"""What each round that has been opened holds of its proposals, and which version of them was marked and answered.

A round holds a proposal as it stood when the round was opened for assessment, or when the proposal came into it after that. Where
versions were not kept yet then, it is the first that was kept: what stood there before is not known.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from portfolio.store.migrations.keeping import TRAIL, VERSIONS, add, change, last, parsed

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GIVEN = ("marks", "impartiality", "gate_answers")
"""What is said of a proposal in a round, on the version that was read."""
Held = Mapping[tuple[str, str], int]
"""The trace after which a proposal is read in a round, by round and proposal."""


def upgrade() -> None:
    op.create_table(
        "bases",
        sa.Column("id", sa.String(200), primary_key=True),
        *(
            sa.Column(
                name, sa.String(200), sa.ForeignKey(f"{target}.id", ondelete="RESTRICT"), nullable=False
            )
            for name, target in (("round", "rounds"), ("proposal", "proposals"))
        ),
        sa.Column("seq", sa.Integer(), sa.ForeignKey("trail.seq", ondelete="RESTRICT"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    for name in ("round", "proposal", "seq"):
        op.create_index(f"ix_bases_{name}", "bases", [name])
    for table in GIVEN:
        op.add_column(table, sa.Column("upon", sa.Integer(), server_default="0", nullable=False))
    bind = op.get_bind()
    held = dict(_held(bind))
    _keep(bind, held)
    for table in GIVEN:
        _give(bind, table, held)


def _keep(bind: sa.Connection, held: Held) -> None:
    rows = {
        f"{round_}.{proposal}": {"round": round_, "proposal": proposal, "seq": seq, "revision": 1}
        for (round_, proposal), seq in held.items()
    }
    told = {id: {"id": id, **row} for id, row in rows.items()}
    if told:
        bases = sa.table("bases", *map(sa.column, ("id", "round", "proposal", "seq", "revision")))
        bind.execute(sa.insert(bases), list(told.values()))
        add(bind, "bases", told, action="hold_versions")


def _give(bind: sa.Connection, table: str, held: Held) -> None:
    """Say of each row of a table which version it was given on. A gate that was answered before there was one, says when."""
    own = sa.table(table, *map(sa.column, ("id", "round", "proposal", "upon")))
    given = {}
    for row in bind.execute(sa.select(own.c.id, own.c.round, own.c.proposal)).all():
        seq = held.get((row.round, row.proposal)) or (table == "gate_answers" and _seq(bind, table, row.id))
        if seq and last(bind, table, row.id):
            given[row.id] = {"upon": seq}
    change(bind, table, given, action="hold_versions")
    for id, said in given.items():
        bind.execute(sa.update(own).where(own.c.id == id).values(**said))


def _held(bind: sa.Connection) -> Iterator[tuple[tuple[str, str], int]]:
    rounds = sa.table("rounds", *map(sa.column, ("id", "phase", "proposals")))
    kept = {table: _first(bind, table) for table in ("rounds", "proposals")}
    for row in bind.execute(sa.select(rounds)).all():
        if row.phase == "preparing" and not _assessed(bind, row.id):
            continue
        opened, entered = _told(bind, row.id)
        for proposal in _listed(parsed(row.proposals)):
            if proposal in kept["proposals"]:
                known = (kept["proposals"][proposal], kept["rounds"].get(row.id, 0))
                yield (row.id, proposal), max(opened, entered.get(proposal, 0), *known)


def _assessed(bind: sa.Connection, round_: str) -> bool:
    """Say whether anybody has marked in a round, or said what they stand aside from, so that it has been open."""
    tables = [sa.table(name, sa.column("round")) for name in ("marks", "impartiality")]
    return any(
        bind.execute(sa.select(each).where(each.c.round == round_).limit(1)).first() for each in tables
    )


def _told(bind: sa.Connection, round_: str) -> tuple[int, Mapping[str, int]]:
    """Return the trace that first opened a round, 0 where none tells, and the one by which each proposal came into it."""
    opened, entered = 0, dict[str, int]()
    own = sa.select(TRAIL.c.seq, TRAIL.c.changes).where(TRAIL.c.subject == round_)
    for seq, changes in bind.execute(own.order_by(TRAIL.c.seq)).all():
        for each in _listed(parsed(changes)):
            if isinstance(each, dict) and (each.get("table"), each.get("id")) == ("rounds", round_):
                phase, (before, after) = _pair(each, "phase")[1], _pair(each, "proposals")
                opened = opened or (seq if phase not in (None, "preparing") else 0)
                entered |= {id: seq for id in _listed(after) if id not in _listed(before)}
    return opened, entered


def _pair(change: Mapping[str, Any], field: str) -> tuple[Any, Any]:
    """Return what a field was and became by a change; None and None where it does not tell of the field."""
    if isinstance(change.get("added"), dict):
        return None, change["added"].get(field)
    told = change.get(field)
    return (told[0], told[1]) if isinstance(told, list) and len(told) == len(("from", "to")) else (None, None)


def _first(bind: sa.Connection, table: str) -> Mapping[str, int]:
    own = sa.select(VERSIONS.c.id, sa.func.min(VERSIONS.c.seq)).where(VERSIONS.c.table == table)
    return {str(row[0]): int(row[1]) for row in bind.execute(own.group_by(VERSIONS.c.id))}


def _seq(bind: sa.Connection, table: str, id: str) -> int:
    own = sa.select(sa.func.max(VERSIONS.c.seq)).where(VERSIONS.c.table == table, VERSIONS.c.id == id)
    return int(bind.execute(own).scalar_one() or 0)


def _listed(told: Any) -> list[Any]:
    return told if isinstance(told, list) else []
