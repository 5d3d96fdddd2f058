"""Which kind of database an address means: the one list of those the store knows."""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.engine import make_url

from portfolio.store.engines.kind import DatabaseKind
from portfolio.store.engines.postgresql import PostgreSQL
from portfolio.store.engines.sqlite import SQLite

KINDS: tuple[DatabaseKind, ...] = (SQLite(), PostgreSQL())
"""A kind that is added here is chosen by its addresses, and by nothing else."""


class UnknownKind(LookupError):
    """An address of a kind of database that the store does not know."""


def aside(folder: Path) -> str:
    """Return the address of a database in a folder, for what is to touch no other."""
    return SQLite.in_folder(folder)


def kind_of(where: str | Connection) -> DatabaseKind:
    """Return the kind of the database at an address, or at the other end of a connection.

    >>> kind_of("postgresql+psycopg://user@host/portfolio").name
    'postgresql'

    Raises:
        UnknownKind: it is none that we know.
    """
    name = where.dialect.name if isinstance(where, Connection) else make_url(where).get_backend_name()
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UnknownKind(f"{name} is none of {', '.join(each.name for each in KINDS)}")
