"""The tables of the ledger and the sharing keys."""

from collections.abc import Mapping

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from portfolio.funding.keys import ByInhabitants, Rule, Sharing
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.given import LONGEST_LINE, Given
from portfolio.store.columns import Choice, Keys, Nested, Ore
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
    Column(
        "proposal",
        String(LONGEST_LINE),
        ForeignKey("proposals.id", ondelete="RESTRICT"),
        nullable=False,
        unique=True,
    ),
    Column("on", Date, nullable=False),
    Column("members", Keys, nullable=False),
    Column("rule", Nested(Rule), nullable=False, server_default=ByInhabitants().model_dump_json()),
    revision_column(),
)

TABLES: Mapping[type[Given], Table] = {
    Entry: entries,
    Sharing: sharings,
}
"""Which table keeps which noun."""
