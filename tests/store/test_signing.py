"""With a key outside the database, nobody who has the file can leave a trail that holds."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from portfolio.parties import Party, PartyKind
from portfolio.store import trail
from portfolio.store.database import Database
from portfolio.store.signing import Fault, Forged, Unknowable, Unsigned, unsigned
from tests.databases import Place
from tests.store.conftest import NOBODY

KEY, OTHER = "k" * 32, "o" * 32


@pytest.fixture
def signed(known: Database) -> Iterator[Database]:
    """A database whose trail is signed from its second trace on, and has four."""
    database = Database(known.url, keys=(KEY,))
    for number in ("one", "two", "three"):
        _add(database, number)
    yield database
    database.close()


def _add(database: Database, name: str) -> None:
    with database.write(NOBODY) as writer:
        writer.add(Party(id=f"annet:{name}", kind=PartyKind.OTHER, name=name))
        writer.trace("try", f"annet:{name}")


def _faults(database: Database, *keys: str) -> list[Fault]:
    with database.read() as reader:
        return list(unsigned(reader.connection, keys))


def test_what_the_key_signed_holds_with_it_and_not_with_another(signed: Database) -> None:
    first, last = 2, 4
    assert _faults(signed, KEY) == []
    assert _faults(signed, OTHER) == [Forged(seq) for seq in range(first, last + 1)]


def test_a_new_key_signs_what_comes_and_the_old_one_is_known_still(signed: Database) -> None:
    renewed = Database(signed.url, keys=(OTHER, KEY))
    _add(renewed, "four")
    assert _faults(renewed, OTHER, KEY) == []
    assert _faults(renewed, KEY) == [Forged(5)]
    renewed.close()


def test_without_the_key_it_is_said_that_nothing_is_known_of_the_signatures(signed: Database) -> None:
    assert _faults(signed) == [Unknowable(2)]


def test_a_trace_by_somebody_without_the_key_shows(signed: Database, known: Database) -> None:
    _add(known, "by-hand")
    assert _faults(signed, KEY) == [Unsigned(5)]


def test_a_trail_made_anew_without_signatures_shows_at_its_end(signed: Database, place: Place) -> None:
    with place.behind(signed.url) as connection:
        connection.execute(text("UPDATE trail SET signature = ''"))
    assert _faults(signed, KEY) == [Unsigned(4)]


@pytest.mark.parametrize("signature", ["", "0" * 64, "æ", "x" * 64])
def test_each_signature_that_is_changed_shows(signed: Database, place: Place, signature: str) -> None:
    with place.behind(signed.url) as connection:
        connection.execute(text("UPDATE trail SET signature = :it WHERE seq = 3"), {"it": signature})
    assert _faults(signed, KEY) == [Forged(3) if signature else Unsigned(3)]


def test_an_edit_of_what_was_signed_shows_though_the_chain_is_made_anew(
    signed: Database, place: Place
) -> None:
    with place.behind(signed.url) as connection:
        connection.execute(text("UPDATE trail SET digest = :it WHERE seq = 4"), {"it": "1" * 64})
    assert _faults(signed, KEY) == [Forged(4)]


def test_a_trail_that_was_never_signed_lacks_nothing_until_there_is_a_key(known: Database) -> None:
    assert _faults(known) == []
    assert _faults(known, KEY) == [Unsigned(1)]
    with known.read() as reader:
        assert trail.length(reader.connection) == 1
