"""The way in: a database that is ready before the first reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio.pages import doorway
from portfolio.people import PROGRAM, Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.settings import Settings
from portfolio.store.database import Database
from portfolio.store.troubles import Unavailable
from tests.conftest import NOW


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a database that is not there yet."""
    url = f"sqlite:///{tmp_path / 'a folder' / 'new.db'}"
    yield url
    doorway.opened(url).close()


def test_a_new_database_starts_with_the_example(address: str) -> None:
    doorway.warm(Settings(database=address), at=NOW)
    doorway.warm(Settings(database=address), at=NOW)
    with doorway.opened(address).read() as reader:
        assert reader.count(Proposal) == 24
        assert all(each.example for each in reader.all(Proposal))


def test_an_empty_start_has_nobody_and_nothing(address: str) -> None:
    doorway.warm(Settings(database=address, empty=True), at=NOW)
    with doorway.opened(address).read() as reader:
        assert (reader.count(Person), reader.count(Proposal)) == (0, 0)


def test_the_example_is_never_put_beside_what_was_imported(empty_database: Database) -> None:
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(Proposal(id="prosjekt:1", reference="1", title="Ekte", owner_party="ks"))
        writer.trace("import", "test")
    doorway.warm(Settings(database=empty_database.url), at=NOW)
    with empty_database.read() as reader:
        assert [each.title for each in reader.all(Proposal)] == ["Ekte"]
    doorway.opened(empty_database.url).close()


def test_a_database_is_opened_once(database: Database) -> None:
    assert doorway.opened(database.url) is doorway.opened(database.url)
    doorway.opened(database.url).close()


def test_it_is_alive_when_the_database_answers(address: str, tmp_path: Path) -> None:
    settings = Settings(database=address)
    doorway.warm(settings, at=NOW)
    assert doorway.alive(settings)
    with pytest.raises(Unavailable, match="does not answer"):
        doorway.alive(Settings(database=f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}"))
