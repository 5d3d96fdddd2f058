"""The tables of parties, their inhabitants, and people."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Table

from portfolio.given import LONGEST_LINE, Given
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import Person
from portfolio.store.columns import Choice, Keys
from portfolio.store.tables.shape import id_column, metadata, reference, revision_column, text_column

parties = Table(
    "parties",
    metadata,
    id_column(),
    Column("kind", Choice(PartyKind), nullable=False),
    text_column("name"),
    text_column("number"),
    text_column("county"),
    revision_column(),
)
populations = Table(
    "populations",
    metadata,
    Column("party", String(LONGEST_LINE), ForeignKey("parties.id", ondelete="RESTRICT"), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("inhabitants", Integer, nullable=False),
)
people = Table(
    "people",
    metadata,
    id_column(),
    text_column("name"),
    Column("roles", Keys, nullable=False),
    reference("organisation", "parties"),
    Column("active", Boolean, nullable=False),
    Column("example", Boolean, nullable=False),
    text_column("former"),
    revision_column(),
)

TABLES: Mapping[type[Given], Table] = {
    Party: parties,
    Population: populations,
    Person: people,
}
"""Which table keeps which noun."""
