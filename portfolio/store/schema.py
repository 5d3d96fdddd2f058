"""The schema brought up to date, by migrations, before anything else touches the database."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.store.engines.choice import kind_of
from portfolio.store.signing import Keys
from portfolio.store.troubles import STARTING, in_words

MIGRATIONS = Path(__file__).parent / "migrations"


class AnotherVersion(Objection):
    """A database whose tables are of a version that this program does not know."""


def prepare(url: str, *, at: datetime | None = None, keys: Keys = (), migrations: Path = MIGRATIONS) -> None:
    """Create the tables, or bring them up to this version of the program; whole or not at all.

    A migration that leaves a trace dates it `at`; where nobody says, by the clock of the database itself. It signs it
    with the first of the `keys`, if there are any.

    Two programs may start on the same database at once: the second waits for the first.

    Raises:
        AnotherVersion: the tables are of a version that this program does not know, such as a newer one.
        Unavailable: the database is busy, full or only to be read.
    """
    kind = kind_of(url)
    kind.make_place(url)
    engine = kind.migrating(url)
    try:
        with in_words(kind, only=STARTING), engine.connect() as connection, connection.begin():
            kind.queue_across_processes(connection)
            _known(connection, ScriptDirectory(str(migrations)))
            config = Config()
            config.set_main_option("script_location", str(migrations))
            config.attributes.update(connection=connection, at=at, keys=keys)
            command.upgrade(config, "head")
            _keep_references(kind.lost_references(connection))
    finally:
        engine.dispose()


def moved(connection: Connection, *, migrations: Path = MIGRATIONS) -> tuple[str, str] | None:
    """Return which version a database says that its tables are of, and which this program makes; None where they are one."""
    said = ", ".join(sorted(MigrationContext.configure(connection).get_current_heads()))
    made = ScriptDirectory(str(migrations)).get_current_head() or ""
    return None if said == made else (said, made)


def version(connection: Connection) -> str | None:
    """Return the name of the last migration that was run."""
    return MigrationContext.configure(connection).get_current_revision()


def _known(connection: Connection, here: ScriptDirectory) -> None:
    known = {each.revision for each in here.walk_revisions()}
    said = set(MigrationContext.configure(connection).get_current_heads()) - known
    if said:
        raise AnotherVersion(
            N_(
                "The database is of version {said}, and this program knows versions up to {made}. Nothing is changed. Start the newer program on it, or open a copy from before it was brought up to date."
            ),
            said=", ".join(sorted(said)),
            made=here.get_current_head() or "–",
        )


def _keep_references(lost: int) -> None:
    if lost:
        raise RuntimeError(f"the migration would leave {lost} rows pointing at nothing")
