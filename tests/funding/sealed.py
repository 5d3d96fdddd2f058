"""What somebody has seen who looks at a project's shares now."""

from portfolio.lookups.carrying import seal
from portfolio.store.database import Database


def seen(database: Database, project: str) -> str:
    """Return the seal on what a project's shares rest on now."""
    with database.read() as reader:
        return seal(reader, project)
