"""The store's own tables: drafts of what is typed, and the trail of what is done."""

from sqlalchemy import Column, Integer, String, Table, Text

from portfolio.store.columns import Moment
from portfolio.store.tables.shape import metadata

drafts = Table(
    "drafts",
    metadata,
    Column("person", String(200), primary_key=True),
    Column("form", String(200), primary_key=True),
    Column("content", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", String(200), nullable=False, index=True),
    Column("action", String(80), nullable=False),
    Column("subject", String(200), nullable=False, index=True),
    Column("changes", Text, nullable=False),
    Column("before", String(64), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
)
