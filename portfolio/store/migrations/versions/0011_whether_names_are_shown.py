"""Whether the members' names stand with their reasons: not in any round from before, since nobody was told so."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rounds", sa.Column("names_shown", sa.Boolean(), nullable=False, server_default=sa.false()))
