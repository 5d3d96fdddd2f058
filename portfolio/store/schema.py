"""The schema brought up to date, by migrations, before anything else touches the database."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from portfolio.store.engines import queue, sqlite_module

MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(url: str, *, migrations: Path = MIGRATIONS) -> None:
    """Create the tables, or bring them up to this version of the program; whole or not at all.

    Two programs may start on the same database at once: the second waits for the first.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite" and place.database:
        Path(place.database).parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            queue(connection)
            config = Config()
            config.set_main_option("script_location", str(migrations))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _keep_references(connection)
    finally:
        engine.dispose()


def version(connection: Connection) -> str | None:
    """Return the name of the last migration that was run."""
    return MigrationContext.configure(connection).get_current_revision()


def _engine(url: str) -> Engine:
    """An engine for migrations: foreign keys are off, since rebuilding a table would else empty others."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True)
    made = create_engine(url, module=sqlite_module(), connect_args={"timeout": 30}, hide_parameters=True)

    @event.listens_for(made, "connect")
    def _set_up(connection, _record):  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")

    return made


def _keep_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise RuntimeError(f"the migration would leave {len(lost)} rows pointing at nothing")
