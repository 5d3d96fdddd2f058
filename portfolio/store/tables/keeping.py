"""The store's own tables: drafts of what is typed, and the trail of what is done."""

from sqlalchemy import Column, Integer, String, Table, Text

from portfolio.store.columns import Moment
from portfolio.store.tables.shape import LINE, metadata

ACTION = 80
"""Signs in the name of an action, which is a verb and at most a noun: the longest has fifteen."""
SEAL = 64
"""Signs in a sha256, written in hexadecimal."""

drafts = Table(
    "drafts",
    metadata,
    Column("person", String(LINE), primary_key=True),
    Column("form", String(LINE), primary_key=True),
    Column("content", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", String(LINE), nullable=False, index=True),
    Column("action", String(ACTION), nullable=False),
    Column("subject", String(LINE), nullable=False, index=True),
    Column("changes", Text, nullable=False),
    Column("before", String(SEAL), nullable=False),
    Column("digest", String(SEAL), nullable=False, unique=True),
)
