"""The tables of the ledger, the sharing keys, and how payments were divided."""

from collections.abc import Mapping

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from portfolio.funding.divisions import Division
from portfolio.funding.keys import ByInhabitants, Rule, Sharing
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.given import LONGEST_LINE, Given
from portfolio.periods import EARLIEST
from portfolio.store.columns import Choice, Counts, Keys, Nested, Ore
from portfolio.store.tables.shape import id_column, metadata, reference, revision_column, text_column

entries = Table(
    "entries",
    metadata,
    id_column(),
    reference("proposal", "proposals"),
    reference("party", "parties"),
    Column("year", Integer, nullable=False),
    Column("stage", Choice(Stage), nullable=False),
    Column("amount", Ore, nullable=False),
    Column("on", Date, nullable=False),
    text_column("note"),
    text_column("move"),
    text_column("corrects"),
    Index(None, "year", "stage"),
)
sharings = Table(
    "sharings",
    metadata,
    id_column(),
    reference("proposal", "proposals"),
    Column("applies_from", Date, nullable=False, server_default=EARLIEST.isoformat()),
    Column("on", Date, nullable=False),
    Column("members", Keys, nullable=False),
    Column("rule", Nested(Rule), nullable=False, server_default=ByInhabitants().model_dump_json()),
    revision_column(),
    UniqueConstraint("proposal", "applies_from"),
)
divisions = Table(
    "divisions",
    metadata,
    Column("id", String(LONGEST_LINE), ForeignKey("entries.id", ondelete="RESTRICT"), primary_key=True),
    reference("proposal", "proposals"),
    Column("year", Integer, nullable=False),
    Column("on", Date, nullable=False),
    Column("before", Ore, nullable=False),
    reference("key", "sharings"),
    Column("key_revision", Integer, nullable=False),
    Column("parts", Counts, nullable=False),
    text_column("corrects"),
)

TABLES: Mapping[type[Given], Table] = {
    Entry: entries,
    Sharing: sharings,
    Division: divisions,
}
"""Which table keeps which noun."""
