"""What is frozen of a round when it is concluded: only added to. Rounds from before are frozen at the next start."""

import sqlalchemy as sa
from alembic import op

from portfolio.store.engines.choice import kind_of

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "packs",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("round", sa.String(200), sa.ForeignKey("rounds.id", ondelete="RESTRICT"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    op.create_index("ix_packs_round", "packs", ["round"])
    for command in kind_of(op.get_bind()).guard("packs"):
        op.execute(command)
