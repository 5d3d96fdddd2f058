"""A round is frozen when it is concluded, once for each time it comes out otherwise, and never without that."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from portfolio.actions.prioritising.rounds import advance
from portfolio.actions.starting import begin
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.checking import check
from portfolio.reports.prioritising.packs import NotConcluded, pack, packs
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.rounds import CLOSED, OPEN, SECRETARIAT, Stamped, met, of


def _take(database: Database, stamp: Stamped, to: RoundPhase) -> None:
    seen = of(database).revision
    advance(database, OPEN, to=to, seen=seen, reason="Fordi", stamp=stamp(SECRETARIAT))


def _of(database: Database, id: str) -> tuple[Pack, ...]:
    with database.read() as reader:
        return packs(reader, reader.get(Round, id))


def test_the_concluded_round_of_the_example_is_frozen_and_the_open_one_is_not(database: Database) -> None:
    assert [each.id for each in _of(database, CLOSED)] == [f"{CLOSED}.1"]
    assert _of(database, OPEN) == ()
    with database.read() as reader, pytest.raises(NotConcluded):
        pack(reader, reader.get(Round, OPEN))


def test_it_is_frozen_as_it_is_concluded_and_again_when_it_has_been_opened_in_between(
    database: Database, stamp: Stamped
) -> None:
    met(database, stamp)
    assert _of(database, OPEN) == ()
    _take(database, stamp, RoundPhase.CLOSED)
    (first,) = _of(database, OPEN)
    _take(database, stamp, RoundPhase.MEETING)
    with database.read() as reader, pytest.raises(NotConcluded):
        pack(reader, reader.get(Round, OPEN))
    _take(database, stamp, RoundPhase.CLOSED)
    assert _of(database, OPEN)[0] == first
    with database.read() as reader:
        assert pack(reader, reader.get(Round, OPEN)).id == f"{OPEN}.2"
        assert [fault for each in check(reader) for fault in each.faults] == []


def test_what_is_frozen_cannot_be_changed_or_taken_away(database: Database) -> None:
    for command in ("UPDATE packs SET text = '{}'", "DELETE FROM packs"):
        with pytest.raises(DatabaseError, match="only added to"), database.alone() as connection:
            connection.execute(text(command))


def test_what_was_concluded_before_anything_was_frozen_is_frozen_at_the_next_start(
    database: Database,
) -> None:
    (before,) = _of(database, CLOSED)
    with database.alone() as connection:
        connection.execute(text("DROP TRIGGER packs_no_delete"))
        connection.execute(text("DELETE FROM packs"))
    begin(database, at=NOW)
    (after,) = _of(database, CLOSED)
    assert (after.id, after.digest) == (before.id, before.digest)
    begin(database, at=NOW)
    assert _of(database, CLOSED) == (after,)
