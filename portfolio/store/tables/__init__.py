"""The tables: one per noun, with the noun's own field names as columns; a file for each wing."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Table

from portfolio.given import Given
from portfolio.store.tables import funding, keeping, parties, prioritising, proposals, realising
from portfolio.store.tables.shape import metadata

__all__ = ["TABLES", "keeping", "metadata"]

TABLES: Mapping[type[Given], Table] = MappingProxyType(
    {
        **parties.TABLES,
        **proposals.TABLES,
        **prioritising.TABLES,
        **funding.TABLES,
        **realising.TABLES,
    }
)
"""Which table keeps which noun."""
