"""What the tables have in common: one catalogue of them, and the columns most of them have."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Text

from portfolio.given import LONGEST_LINE

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[str]:
    """Return the column of the stable id."""
    return Column("id", String(LONGEST_LINE), primary_key=True)


def revision_column() -> Column[int]:
    """Return the column of the revision, by which a second writer is told."""
    return Column("revision", Integer, nullable=False)


def reference(name: str, target: str, *, needed: bool = True) -> Column[str]:
    """Return a column that points at a row of another table, which then cannot be removed."""
    key = ForeignKey(f"{target}.id", ondelete="RESTRICT")
    return Column(name, String(LONGEST_LINE), key, nullable=not needed, index=True)


def text_column(name: str, size: int | None = LONGEST_LINE) -> Column[str]:
    """Return a column of text, of at most so many signs where a size is given; empty rather than missing."""
    return Column(name, String(size) if size else Text(), nullable=False)
