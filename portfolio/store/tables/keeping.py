"""The store's own tables: drafts of what is typed, the trail of what is done, and the versions it seals."""

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from portfolio.given import LONGEST_LINE
from portfolio.store.columns import Moment
from portfolio.store.tables.shape import metadata

ACTION = 80
"""Signs in the name of an action, which is a verb and at most a noun: the longest has fifteen."""
SEAL = 64
"""Signs in a sha256, written in hexadecimal."""
NAME = 63
"""Signs in the name of a table: as many as any database takes."""
IDENTITY = LONGEST_LINE + 11
"""Signs in what a row is known by: an id, or a party and a day."""
SALT = 32
"""Signs in a salt of 128 bits, written in hexadecimal."""

drafts = Table(
    "drafts",
    metadata,
    Column("person", String(LONGEST_LINE), primary_key=True),
    Column("form", String(LONGEST_LINE), primary_key=True),
    Column("content", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", String(LONGEST_LINE), nullable=False, index=True),
    Column("action", String(ACTION), nullable=False),
    Column("subject", String(LONGEST_LINE), nullable=False, index=True),
    Column("changes", Text, nullable=False),
    Column("content", String(SEAL), nullable=False),
    Column("reason", Text, nullable=False),
    Column("before", String(SEAL), nullable=False),
    Column("digest", String(SEAL), nullable=False, unique=True),
    Column("signature", String(SEAL), nullable=False),
)
versions = Table(
    "versions",
    metadata,
    Column("table", String(NAME), primary_key=True),
    Column("id", String(IDENTITY), primary_key=True),
    Column(
        "seq",
        Integer,
        ForeignKey("trail.seq", ondelete="RESTRICT"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("revision", Integer, nullable=False),
    Column("record", Text),
    Column("digest", String(SEAL), nullable=False),
)
salts = Table(
    "salts",
    metadata,
    Column("table", String(NAME), primary_key=True),
    Column("id", String(IDENTITY), primary_key=True),
    Column("salt", String(SALT), nullable=False),
)

UNVERSIONED: Mapping[str, str] = {
    drafts.name: "what is typed and not saved is nobody's word yet, and is let go of when it is saved",
    trail.name: "it is what seals the versions, and is a chain by itself",
    versions.name: "they are the versions",
    salts.name: "a salt must be able to go and leave nothing behind; a wrong one opens nothing, and so it shows",
}
"""The tables whose rows have no versions, and why. All others have."""
