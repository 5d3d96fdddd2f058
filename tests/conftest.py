"""What many tests stand on: a database with the example portfolio, and a desk to sit at."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from portfolio.actions.starting import begin, load_demo
from portfolio.given import Language
from portfolio.pages.desk.desk import Desk
from portfolio.people import Person, Stamp
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.databases import example, known, nothing, place, places
from tests.funding.equal_parts import equal_parts

__all__ = ["equal_parts", "example", "known", "nothing", "place", "places"]

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""The moment at which every test that stands on the example takes place."""

settings.register_profile("here", deadline=None)
settings.load_profile("here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the files whose tests take longest begin, so that nobody waits for one of them at the end."""
    items.sort(
        key=lambda item: (
            not any(f"tests/{each}/" in item.nodeid for each in ("browser", "reliability", "workbooks"))
        )
    )


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit looks through every installed package whenever a page is tested; they do not change while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the example in it, to be copied and never changed."""
    return _made(tmp_path_factory.mktemp("filled") / "portfolio.db", example=True)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with reference data only, to be copied and never changed."""
    return _made(tmp_path_factory.mktemp("bare") / "portfolio.db", example=False)


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Iterator[Database]:
    """A database of the test's own with the example portfolio."""
    yield from _copy(filled, tmp_path)


@pytest.fixture
def empty_database(bare: Path, tmp_path: Path) -> Iterator[Database]:
    """A database of the test's own with nobody and nothing in it but reference data."""
    yield from _copy(bare, tmp_path)


@pytest.fixture
def person(database: Database) -> Callable[[str], Person]:
    """Look up one of the example people."""

    def find(id: str) -> Person:
        with database.read() as reader:
            return reader.get(Person, id)

    return find


@pytest.fixture
def stamp(person: Callable[[str], Person]) -> Callable[[str], Stamp]:
    """Make the stamp of one of the example people."""
    return lambda id: Stamp(person=person(id), at=NOW)


@pytest.fixture
def desk(database: Database, person: Callable[[str], Person]) -> Callable[..., Desk]:
    """Seat one of the example people at a desk."""

    def seat(id: str, language: Language = "nb") -> Desk:
        return Desk(database, person(id), language, lambda: NOW)

    return seat


def _made(path: Path, *, example: bool) -> Path:
    url = f"sqlite:///{path}"
    prepare(url)
    database = Database(url)
    (load_demo if example else begin)(database, at=NOW)
    database.close()
    return path


def _copy(source: Path, folder: Path) -> Iterator[Database]:
    for each in source.parent.glob(f"{source.name}*"):
        shutil.copy(each, folder / each.name)
    database = Database(f"sqlite:///{folder / source.name}")
    yield database
    database.close()
