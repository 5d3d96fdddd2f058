"""The day each sharing key applies from, and how what is paid was divided: by the key as it stands, for want of better.

The key that a project has applies from the first day there is. Its versions need not say so: that is what a key says
that says nothing of a day."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

from portfolio.store.engines.choice import kind_of
from portfolio.store.migrations.keeping import add

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

EARLIEST = "2000-01-01"
JOINT, PAID = "kommunene", "paid"
BY_INHABITANTS = "inhabitants"

ENTRIES = sa.table(
    "entries",
    sa.column("on", sa.Date()),
    *map(sa.column, ("id", "proposal", "party", "year", "stage", "amount", "corrects")),
)
SHARINGS = sa.table(
    "sharings",
    sa.column("on", sa.Date()),
    *map(sa.column, ("id", "proposal", "members", "rule", "revision")),
)
POPULATIONS = sa.table("populations", sa.column("on", sa.Date()), *map(sa.column, ("party", "inhabitants")))
DIVISIONS = sa.table(
    "divisions",
    sa.column("on", sa.Date()),
    *map(sa.column, ("id", "proposal", "year", "before", "key", "key_revision", "parts", "corrects")),
)

Row = Mapping[str, Any]
Parts = Mapping[str, int]


def upgrade() -> None:
    _make_tables()
    bind = op.get_bind()
    _divide(bind)
    for command in kind_of(bind).guard("divisions"):
        op.execute(command)


def _make_tables() -> None:
    with op.batch_alter_table("sharings") as batch:
        batch.add_column(sa.Column("applies_from", sa.Date(), server_default=EARLIEST, nullable=False))
        batch.drop_constraint("uq_sharings_proposal", type_="unique")
        batch.create_unique_constraint("uq_sharings_proposal_applies_from", ["proposal", "applies_from"])
        batch.create_index("ix_sharings_proposal", ["proposal"])
    op.create_table(
        "divisions",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("proposal", sa.String(length=200), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("key_revision", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("corrects", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entries.id"], name="fk_divisions_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposals.id"], name="fk_divisions_proposal", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["key"], ["sharings.id"], name="fk_divisions_key", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_divisions"),
    )
    op.create_index("ix_divisions_key", "divisions", ["key"])
    op.create_index("ix_divisions_proposal", "divisions", ["proposal"])


def _divide(bind: sa.Connection) -> None:
    """Write down how each payment is shared now, to the øre, so that nothing moves it from here on."""
    rows = [row for shared in _shared(bind) for row in _divided(*shared)]
    told = {row["id"]: {**row, "on": str(row["on"]), "before": {"ore": row["before"]}} for row in rows}
    add(bind, "divisions", told, action="divide_paid")
    for row in rows:
        parts = json.dumps(row["parts"], ensure_ascii=False, sort_keys=True)
        bind.execute(sa.insert(DIVISIONS).values({**row, "parts": parts}))


def _shared(bind: sa.Connection) -> Iterator[tuple[Row, Parts, Sequence[Row]]]:
    """Yield each key with the inhabitants of those who share and the project's payments, in order.

    A key by which nothing can be shared is left out: then nothing has been, either.
    """
    inhabitants: dict[date, dict[str, int]] = defaultdict(dict)
    for each in bind.execute(sa.select(POPULATIONS)):
        inhabitants[each.on][each.party] = each.inhabitants
    payments: dict[str, list[Row]] = defaultdict(list)
    paid = sa.select(ENTRIES).where(ENTRIES.c.party == JOINT, ENTRIES.c.stage == PAID)
    for row in bind.execute(paid).mappings():
        payments[row["proposal"]].append(dict(row))
    for key in map(dict, bind.execute(sa.select(SHARINGS)).mappings()):
        members, known = sorted(json.loads(key["members"])), inhabitants[key["on"]]
        if json.loads(key["rule"])["kind"] == BY_INHABITANTS and all(
            known.get(each) is not None for each in members
        ):
            weights = {each: known[each] for each in members}
            if sum(weights.values()):
                yield key, weights, sorted(payments[key["proposal"]], key=_entered)


def _divided(key: Row, weights: Parts, payments: Sequence[Row]) -> Iterator[dict[str, Any]]:
    before: Counter[int] = Counter()
    left: dict[str, Counter[str]] = {}
    for entry in payments:
        year, amount = entry["year"], int(entry["amount"])
        corrected = left.get(str(entry["corrects"]))
        if corrected is not None and any(corrected.values()):
            parts = _split(amount, corrected)
            corrected.update(parts)
        else:
            parts = _beyond(amount, before[year], weights)
            left[entry["id"]] = Counter(parts)
        yield {
            **{name: entry[name] for name in ("id", "proposal", "year", "on", "corrects")},
            "before": before[year],
            "key": key["id"],
            "key_revision": key["revision"],
            "parts": parts,
        }
        before[year] += amount


def _beyond(amount: int, there: int, weights: Parts) -> dict[str, int]:
    first = _split(there, weights)
    parts = {party: part - first[party] for party, part in _split(there + amount, weights).items()}
    return _split(amount, weights) if any(part < 0 for part in parts.values()) else parts


def _split(amount: int, weights: Parts) -> dict[str, int]:
    """Share by largest remainder, among equal remainders to the one named first; below zero as the same above it."""
    whole, sign = sum(weights.values()), -1 if amount < 0 else 1
    floors = {party: divmod(abs(amount) * weight, whole) for party, weight in weights.items()}
    over = abs(amount) - sum(floor for floor, _ in floors.values())
    lucky = set(sorted(floors, key=lambda party: -floors[party][1])[:over])
    return {party: sign * (floor + (party in lucky)) for party, (floor, _) in floors.items()}


def _entered(entry: Row) -> tuple[date, int, str]:
    """Return by what payments stand in order: their day, and the number their id ends in."""
    number = re.search(r"\d+$", entry["id"])
    return entry["on"], int(number[0]) if number else 0, entry["id"]
