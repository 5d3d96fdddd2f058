"""A round from before its day was kept gets the day of the trace that first kept it, and nothing where none tells."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from portfolio.prioritising.rounds import Round, newest_first
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from tests.databases import AT, opened
from tests.store.old import INVENTED, KARI, ROUND, ROWS, left, put, trace

BEFORE_MIDNIGHT = datetime(2026, 3, 10, 22, 59, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2026, 7, 10, 22, 30, tzinfo=UTC)
TOLD, UNTOLD = "runde:våren-2026", "runde:eksempel"
(OLD,) = (row for table, row in ROWS if table == "rounds")


@pytest.fixture
def carried(nothing: str, tmp_path: Path) -> Iterator[Database]:
    """An old database with three rounds, of which the trail tells when two were begun, carried over."""
    left(nothing, tmp_path)
    engine = create_engine(nothing)
    with engine.begin() as connection:
        for id in (TOLD, UNTOLD):
            put(connection, "rounds", {**OLD, "id": id, "revision": 2})
        told = {"added": {"title": "x"}, "table": "rounds"}
        trace(connection, "keep_round", TOLD, {**told, "id": TOLD}, by=KARI, at=BEFORE_MIDNIGHT)
        trace(connection, "keep_round", ROUND, {**told, "id": ROUND}, by=KARI, at=AFTER_MIDNIGHT)
        changed: dict[str, Any] = {"id": TOLD, "table": "rounds", "title": ["x", "y"]}
        trace(connection, "keep_round", TOLD, changed, by=KARI, at=AFTER_MIDNIGHT)
        trace(connection, "demo", "example", {"added": {"rounds": 2}, "sha256": "0"}, by=KARI)
        trace(connection, "declare", UNTOLD, {"id": UNTOLD, "table": "impartiality"}, by=INVENTED)
    engine.dispose()
    prepare(nothing, at=AT)
    with opened(nothing) as database:
        yield database


def test_the_day_is_that_of_the_trace_that_first_kept_it_and_nothing_where_none_tells(
    carried: Database,
) -> None:
    with carried.read() as reader:
        assert {each.id: each.begun_on for each in reader.all(Round)} == {
            TOLD: date(2026, 3, 10),
            ROUND: date(2026, 7, 11),
            UNTOLD: None,
        }
        assert [each.id for each in newest_first(reader.all(Round))] == [ROUND, TOLD, UNTOLD]


def test_what_it_changed_has_a_new_version_that_a_trace_of_its_own_seals_and_all_holds(
    carried: Database,
) -> None:
    with carried.read() as reader:
        assert [fault for each in check(reader) for fault in each.faults] == []
        (newest,) = (each for each in reader.traces() if each.action == "date_rounds")
        assert (newest.person, newest.at) == ("program", AT)
        assert json.loads(newest.changes) == [
            {"table": "rounds", "id": ROUND, "begun_on": [None, "2026-07-11"]},
            {"table": "rounds", "id": TOLD, "begun_on": [None, "2026-03-10"]},
        ]
        first, second = reader.versions(Round, TOLD)
        assert (first.seq + 1, first.revision) == (second.seq, second.revision) == (newest.seq, 2)
        assert (first.record.begun_on, second.record) == (None, reader.get(Round, TOLD))
        assert len(reader.versions(Round, UNTOLD)) == 1


def test_a_round_that_was_changed_behind_our_back_before_it_still_shows(nothing: str, tmp_path: Path) -> None:
    left(nothing, tmp_path)
    engine = create_engine(nothing)
    with engine.begin() as connection:
        told = {"added": {"title": "x"}, "table": "rounds", "id": ROUND}
        trace(connection, "keep_round", ROUND, told, by=KARI)
        connection.execute(text("UPDATE rounds SET proposals = '['"))
    engine.dispose()
    prepare(nothing, at=AT)
    with opened(nothing) as database, database.read() as reader:
        faults = [fault.in_english() for each in check(reader) for fault in each.faults]
    assert any(f"Round {ROUND}" in each and "cannot be read" in each for each in faults)
