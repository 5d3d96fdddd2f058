"""Rounds from before hold the versions they judged, marks and words stand on them, and no order moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert, inspect, text

from portfolio.actions.prioritising.rounds import keep_round
from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties
from portfolio.lookups.basis import as_judged, bases, texts_judged
from portfolio.lookups.judging import judged
from portfolio.people import Stamp
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.ranking import Judged
from portfolio.prioritising.rounds import Round
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.schema import prepare
from portfolio.store.tables import TABLES
from tests.databases import AT, Place, of, opened
from tests.rounds import CLOSED, SECRETARIAT, TOLK, opened_round, rewritten
from tests.store.old import PROPOSAL, ROUND, empty, left, migrations, trace

BEFORE, OWN = "0006", "0007"
LATER = "prosjekt:2026-001"
UNFROZEN = f"{CLOSED} is concluded, and nothing of it is frozen. Start the application once: it freezes what was concluded before it could"
"""What is told of a round that was concluded before there was anything to freeze it in."""
GIVEN = (Mark, Impartiality, GateAnswer)
Counted = tuple[Judged, ...]


@pytest.fixture
def carried(nothing: str, tmp_path: Path) -> Iterator[Database]:
    """A database of the first version, with a round that was opened then, carried over."""
    left(nothing, tmp_path)
    prepare(nothing, at=AT)
    with opened(nothing) as database:
        yield database


def written(url: str, folder: Path) -> None:
    """Leave the example as the first version of the program did."""
    empty(url, folder)
    example, engine = demo(), create_engine(url)
    several = (example.people, example.proposals, example.costs, example.rounds, example.gate_answers)
    more = (example.impartiality, example.marks, example.recommendations, example.entries)
    with engine.begin() as connection:
        then = inspect(connection)
        for records in ((*parties(), *example.parties), *several, *more):
            table = TABLES[type(records[0])]
            names = {each["name"] for each in then.get_columns(table.name)}
            fields = [name for name in type(records[0]).model_fields if name in names]
            rows = [{name: getattr(each, name) for name in fields} for each in records]
            connection.execute(insert(table), rows)
        trace(connection, "demo", "example", {"added": {"marks": len(example.marks)}}, by=SECRETARIAT)
    engine.dispose()


def forgotten(place: Place, url: str) -> None:
    """Let a database forget what its rounds hold, and be as it was before they held anything."""
    with place.behind(url) as connection:
        connection.execute(text("DELETE FROM versions WHERE \"table\" = 'bases'"))
        connection.execute(text("DROP TABLE bases"))
        for table in ("marks", "impartiality", "gate_answers"):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN upon"))
        connection.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": BEFORE})


def faults(reader: Reader) -> list[str]:
    return [fault.in_english() for each in check(reader) for fault in each.faults]


def counted(database: Database) -> dict[str, Counted]:
    with database.read() as reader:
        return {each.id: judged(reader, each) for each in reader.all(Round)}


def test_a_round_from_before_there_were_versions_holds_the_first_that_was_kept(carried: Database) -> None:
    with carried.read() as reader:
        (held,) = bases(reader, reader.get(Round, ROUND)).values()
        assert (held.proposal, held.seq) == (PROPOSAL, 3)
        for noun in GIVEN:
            assert {each.upon for each in reader.all(noun)} == {3}
        assert faults(reader) == []
        told = [each for each in reader.traces() if each.action == "hold_versions"]
        assert [(each.person, each.at) for each in told] == [("program", AT)] * 4


def test_a_round_that_was_never_open_holds_nothing(nothing: str, tmp_path: Path) -> None:
    left(nothing, tmp_path)
    engine = create_engine(nothing)
    with engine.begin() as connection:
        for table in ("marks", "impartiality"):
            connection.execute(text(f"DELETE FROM {table}"))
        connection.execute(text("UPDATE rounds SET phase = 'preparing'"))
    engine.dispose()
    prepare(nothing, at=AT)
    with opened(nothing) as database, database.read() as reader:
        assert bases(reader, reader.get(Round, ROUND)) == {}
        assert [each.upon for each in reader.all(GateAnswer)] == [3]
        assert faults(reader) == []


def test_the_example_of_the_first_version_is_carried_over_and_no_order_moves(
    nothing: str, tmp_path: Path, example: Database
) -> None:
    written(nothing, tmp_path)
    prepare(nothing, at=AT)
    with opened(nothing) as database:
        assert counted(database) == counted(example)
        with database.read() as reader, example.read() as fresh:
            for round_ in reader.all(Round):
                then = {id: (each.proposal, each.cost) for id, each in as_judged(reader, round_).items()}
                now = {id: (each.proposal, each.cost) for id, each in as_judged(fresh, round_).items()}
                assert then == now
                assert len(bases(reader, round_)) == len(round_.proposals)
            assert [fault for fault in faults(reader) if fault != UNFROZEN] == []


def test_where_the_trail_tells_a_round_holds_what_stood_when_it_was_opened_or_a_proposal_came_in(
    example: Database, place: Place, tmp_path: Path
) -> None:
    def stamp(id: str) -> Stamp:
        return of(example, id)

    id = opened_round(example, stamp)
    rewritten(example, stamp, title="For sent")
    rewritten(example, stamp, LATER, title="Før den kom inn")
    with example.read() as reader:
        both = reader.get(Round, id).model_copy(update={"proposals": (TOLK, LATER)})
    keep_round(example, both, stamp=stamp(SECRETARIAT))
    rewritten(example, stamp, LATER, title="For sent")
    with example.read() as reader:
        held = texts_judged(reader, both)
    forgotten(place, example.url)
    prepare(example.url, at=AT, migrations=migrations(tmp_path, until=OWN))
    with example.read() as reader:
        assert texts_judged(reader, both) == held
        assert [each.title for each in held.values()] == ["Tolk i tide", "Før den kom inn"]
