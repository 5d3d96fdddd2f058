"""The day each round was begun, as the trace that first kept it tells; nothing where no trace does."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from portfolio.store.migrations.keeping import TRAIL, change, in_utc, last, parsed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NORWAY = ZoneInfo("Europe/Oslo")
ROUNDS = sa.table("rounds", sa.column("id"), sa.column("begun_on", sa.Date()))


def upgrade() -> None:
    op.add_column("rounds", sa.Column("begun_on", sa.Date(), nullable=True))
    bind = op.get_bind()
    begun = {id: day for id, day in _begun(bind).items() if last(bind, "rounds", id)}
    change(bind, "rounds", {id: {"begun_on": str(day)} for id, day in begun.items()}, action="date_rounds")
    for id, day in begun.items():
        bind.execute(sa.update(ROUNDS).where(ROUNDS.c.id == id).values(begun_on=day))


def _begun(bind: sa.Connection) -> Mapping[str, date]:
    """Return the day in Norway of the trace that first kept each round.

    A trace that only counts what it kept, such as that of the example, does not tell when a round was begun.
    """
    begun: dict[str, date] = {}
    telling = sa.select(TRAIL.c.at, TRAIL.c.changes).where(TRAIL.c.changes.contains('"rounds"'))
    for at, changes in bind.execute(telling.order_by(TRAIL.c.seq)):
        for id in _added(parsed(changes)):
            begun.setdefault(id, in_utc(at).astimezone(NORWAY).date())
    return begun


def _added(changes: Any) -> Iterator[str]:
    for each in changes if isinstance(changes, list) else ():
        if isinstance(each, dict) and each.get("table") == "rounds" and "added" in each:
            yield str(each.get("id"))
