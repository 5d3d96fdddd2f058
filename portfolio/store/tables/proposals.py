"""The tables of proposals and what they cost."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Integer, String, Table

from portfolio.given import LONGEST_LINE, Given
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.columns import Choice, Keys, Ore
from portfolio.store.tables.shape import id_column, metadata, reference, revision_column, text_column

proposals = Table(
    "proposals",
    metadata,
    id_column(),
    Column("reference", String(LONGEST_LINE), nullable=False, unique=True),
    text_column("title"),
    reference("owner_party", "parties"),
    reference("owner_person", "people", needed=False),
    Column("phase", Choice(Phase), nullable=False),
    *(text_column(name, None) for name in ("summary", "need", "solution", "zero_alternative")),
    Column("goals", Keys, nullable=False),
    Column("partners", Keys, nullable=False),
    text_column("statutory"),
    Column("starts", Integer),
    Column("ends", Integer),
    text_column("contact"),
    text_column("source"),
    Column("example", Boolean, nullable=False),
    revision_column(),
)
cost_lines = Table(
    "cost_lines",
    metadata,
    id_column(),
    reference("proposal", "proposals"),
    Column("year", Integer, nullable=False),
    Column("amount", Ore, nullable=False),
    text_column("note"),
    revision_column(),
)

TABLES: Mapping[type[Given], Table] = {
    Proposal: proposals,
    CostLine: cost_lines,
}
"""Which table keeps which noun."""
