"""The rule of a sharing key: those that were there are all by inhabitants."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


BY_INHABITANTS = '{"kind":"inhabitants"}'


def upgrade() -> None:
    op.add_column("sharings", sa.Column("rule", sa.Text(), nullable=False, server_default=BY_INHABITANTS))
