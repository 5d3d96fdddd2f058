"""The signature of a trace, by a key that is kept outside the database; those from before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("trail", sa.Column("signature", sa.String(length=64), server_default="", nullable=False))
