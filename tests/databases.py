"""The same test on every kind of database: a place where each is made, new for every test."""

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url

from portfolio.actions.starting import begin, load_demo
from portfolio.given import Given
from portfolio.people import Person, Stamp
from portfolio.store.database import Database
from portfolio.store.engines.choice import kind_of
from portfolio.store.schema import prepare
from tests.postgres import server

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUMBERS = count(1)


class Place(ABC):
    """Where databases of one kind are made: new ones, or copies of one that is filled once."""

    def __init__(self) -> None:
        self._patterns: dict[str, str] = {}

    @abstractmethod
    def new(self) -> str:
        """Return the address of a new database with nothing in it."""

    @abstractmethod
    def copy(self, pattern: str) -> str:
        """Return the address of a new database like another that nobody is using."""

    @abstractmethod
    def drop(self, url: str) -> None:
        """Take a database away."""

    @abstractmethod
    def disarm(self, connection: Connection) -> None:
        """Do what somebody does first who means to change what is guarded: put guards and references out of use."""

    @contextmanager
    def behind(self, url: str) -> Iterator[Connection]:
        """Open a database behind the app's back: nothing is guarded, nothing refers, nothing leaves a trace."""
        engine = kind_of(url).migrating(url)
        try:
            with engine.connect() as connection, connection.begin():
                self.disarm(connection)
                yield connection
        finally:
            engine.dispose()

    @abstractmethod
    def emptied(self, table: str) -> str:
        """Return the statement that empties a table at once."""

    @abstractmethod
    def looks_beside_a_change(self, database: Database) -> bool:
        """Say whether somebody may change a database while another looks at it."""

    def like(self, fill: Callable[..., None]) -> str:
        """Return the address of a new database filled this way; the filling is done once."""
        if fill.__name__ not in self._patterns:
            url = self.new()
            prepare(url)
            with opened(url) as database:
                fill(database, at=AT)
            self._patterns[fill.__name__] = url
        return self.copy(self._patterns[fill.__name__])


class Files(Place):
    """SQLite files in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def new(self) -> str:
        return f"sqlite:///{self.folder / f'{next(NUMBERS)}.db'}"

    def copy(self, pattern: str) -> str:
        url = self.new()
        source, target = make_url(pattern).database, make_url(url).database
        assert source is not None
        assert target is not None
        shutil.copy(source, target)
        return url

    def drop(self, url: str) -> None:
        file = Path(str(make_url(url).database))
        for each in file.parent.glob(f"{file.name}*"):
            each.unlink()

    def disarm(self, connection: Connection) -> None:
        """References are off already in a connection that did not ask for them."""
        triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for name in connection.execute(triggers).scalars().all():
            connection.execute(text(f'DROP TRIGGER "{name}"'))

    def emptied(self, table: str) -> str:
        return f"DELETE FROM {table}"

    def looks_beside_a_change(self, database: Database) -> bool:
        """They may where the log is written ahead, and not where the driver is too old for it."""
        with database.read() as reader:
            return reader.connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


class Server(Place):
    """Databases on a PostgreSQL server, copied by the server itself."""

    def __init__(self, admin: str) -> None:
        super().__init__()
        self.admin = admin
        self._engine = create_engine(admin, isolation_level="AUTOCOMMIT")
        self._left: set[str] = set()
        with self._engine.connect() as connection:
            norwegian = connection.exec_driver_sql(
                "SELECT count(*) FROM pg_collation WHERE collprovider = 'i' AND collname LIKE 'nb%%'"
            ).scalar_one()
        self._language = "LOCALE_PROVIDER icu ICU_LOCALE 'nb'" if norwegian else ""

    def new(self) -> str:
        """A server in Norway sorts text as Norwegians do: so do ours, where the server knows how."""
        return self._create(f"template0 {self._language}")

    def copy(self, pattern: str) -> str:
        return self._create(f'"{make_url(pattern).database}"')

    def drop(self, url: str) -> None:
        name = str(make_url(url).database)
        self._do(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self._left.discard(name)

    def disarm(self, connection: Connection) -> None:
        """Whoever owns the server may say that all this has been seen to elsewhere."""
        connection.execute(text("SET LOCAL session_replication_role = replica"))

    def emptied(self, table: str) -> str:
        return f"TRUNCATE {table} CASCADE"

    def looks_beside_a_change(self, database: Database) -> bool:
        return True

    def close(self) -> None:
        for name in tuple(self._left):
            self._do(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self._engine.dispose()

    def _create(self, template: str) -> str:
        name = f"portfolio_test_{os.getpid()}_{next(NUMBERS)}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE {template}')
        self._left.add(name)
        return make_url(self.admin).set(database=name).render_as_string(hide_password=False)

    def _do(self, command: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(command)


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """Open a database, and close it after use."""
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _files(folder: Path) -> Iterator[Place]:
    yield Files(folder)


@contextmanager
def _server(_folder: Path) -> Iterator[Place]:
    with server() as admin:
        place = Server(admin)
        yield place
        place.close()


PLACES: Mapping[str, Callable[[Path], AbstractContextManager[Place]]] = {
    "sqlite": _files,
    "postgresql": _server,
}
"""Where databases of each kind are made: a kind that is added here is tried by every test of the store."""


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Place]]:
    """The place of each kind, opened when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def opened_once(kind: str) -> Place:
            return stack.enter_context(PLACES[kind](tmp_path_factory.mktemp("databases")))

        yield opened_once


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, places: Callable[[str], Place]) -> Place:
    """Where this test makes its databases: the test is run once for each kind."""
    return places(request.param)


@pytest.fixture
def nothing(place: Place) -> Iterator[str]:
    """The address of a database that nobody has prepared."""
    url = place.new()
    yield url
    place.drop(url)


@pytest.fixture
def known(place: Place) -> Iterator[Database]:
    """A database with reference data only."""
    yield from _lent(place, begin)


@pytest.fixture
def example(place: Place) -> Iterator[Database]:
    """A database with the example portfolio."""
    yield from _lent(place, load_demo)


def of(database: Database, id: str, *, at: datetime = AT) -> Stamp:
    """Return the stamp of somebody in the database."""
    with database.read() as reader:
        return Stamp(person=reader.get(Person, id), at=at)


def put(database: Database, *records: Given, stamp: Stamp, reason: str = "") -> None:
    """Add records with a trace of it."""
    with database.write(stamp) as writer:
        writer.add(*records)
        writer.trace("try", "records", reason=reason)


def _lent(place: Place, fill: Callable[..., None]) -> Iterator[Database]:
    url = place.like(fill)
    with opened(url) as database:
        yield database
    place.drop(url)
