"""A database from before there were versions is carried over with nothing lost, and with nobody's name in an id."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.reports.checking import check
from portfolio.reports.history import history
from portfolio.store import drafts
from portfolio.store.database import Database
from portfolio.store.personal import erased
from portfolio.store.schema import prepare
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import versions
from tests.databases import AT, of, opened
from tests.store.old import BENEFIT, INVENTED, KARI, OLA, PROPOSAL, ROUND, ROWS, left

LATER = {"bases", "divisions", "packs", "releases"}
"""Tables that there were none of then."""


@pytest.fixture
def carried(nothing: str, tmp_path: Path):
    """An old database, carried over."""
    left(nothing, tmp_path)
    prepare(nothing, at=AT)
    with opened(nothing) as database:
        yield database


def named(database: Database, name: str) -> Person:
    with database.read() as reader:
        (found,) = reader.all(Person, name=name)
    return found


def everything(database: Database, but: set[str]) -> str:
    """All that stands in the database, but for these tables."""
    with database.read() as reader:
        names = set(inspect(reader.connection).get_table_names()) - but
        return repr([reader.connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in names])


def test_everything_that_stood_there_has_a_first_version_and_all_holds(carried: Database):
    with carried.read() as reader:
        assert [fault for each in check(reader) for fault in each.faults] == []
        first = select(versions.c.table).where(versions.c.seq == 3)
        rows = reader.connection.execute(first).scalars().all()
        assert sorted(rows) == sorted(table for table, _ in ROWS)
        assert {table for table, _ in ROWS} | LATER == {table.name for table in TABLES.values()}
        kept, *older = reader.traces(before=4)
        assert (kept.person, kept.action, kept.at) == ("program", "keep_versions", AT)
        assert [each.content for each in older] == ["", ""]
        for noun in TABLES:
            assert reader.all_as_of(noun, reader.head().seq) == reader.all(noun)


def test_what_stood_there_stands_there_still(carried: Database):
    with carried.read() as reader:
        proposal, benefit = reader.get(Proposal, PROPOSAL), reader.get(Benefit, BENEFIT)
        assert (proposal.title, proposal.contact) == ("Felles «kart»", "kari@nordmann.example")
        assert (str(benefit.baseline.value), benefit.revision, proposal.revision) == ("10.50", 3, 3)
        assert {each.mark for each in reader.all(Mark)} == {4, None, 2}
        for table, _ in ROWS:
            noun = next(noun for noun in TABLES if TABLES[noun].name == table)
            assert reader.count(noun) == sum(each == table for each, _ in ROWS)


def test_real_people_have_ids_that_tell_nothing_and_invented_ones_keep_theirs(carried: Database):
    kari, ola = named(carried, "Kari Nordmann"), named(carried, "Ola Nordmann")
    assert all(re.fullmatch("person:[0-9a-f]{16}", each.id) for each in (kari, ola))
    assert (kari.former, ola.former) == (KARI, OLA)
    assert named(carried, "Ingrid Solbakken").id == INVENTED
    assert "nordmann" not in everything(carried, {"trail", "people"}).replace("kari@nordmann.example", "")


def test_they_stand_by_the_new_id_wherever_they_stood(carried: Database):
    kari, ola = named(carried, "Kari Nordmann").id, named(carried, "Ola Nordmann").id
    with carried.read() as reader:
        assert reader.get(Proposal, PROPOSAL).owner_person == kari
        assert reader.get(Round, ROUND).members == (kari, INVENTED, ola)
        assert reader.get(Benefit, BENEFIT).owner == ola
        assert [each.by for each in reader.all(Reading)] == [ola]
        marks = {each.id: (each.member, each.mark) for each in reader.all(Mark)}
        assert marks == {
            f"{ROUND}.{PROPOSAL}.{member}.behov": (member, mark)
            for member, mark in ((kari, 4), (ola, None), (INVENTED, 2))
        }
        assert {each.id for each in reader.all(Impartiality)} == {
            f"{ROUND}.{PROPOSAL}.{m}" for m in (kari, ola)
        }


def test_what_was_typed_and_not_saved_is_found_again_with_whom_it_was_about(carried: Database):
    kari, ola = named(carried, "Kari Nordmann").id, named(carried, "Ola Nordmann").id
    with carried.read() as reader:
        assert drafts.draft(reader, person=kari, form=f"person.{ola}") == {"_seen": 1, "name": "Ola N"}
        chosen = drafts.draft(reader, person=INVENTED, form="runde.runde:1")
    assert chosen == {"members": f"{ola}\n{INVENTED}", "_was.members": kari, "_seen": 2}


def test_the_old_traces_are_as_they_were_and_the_change_log_names_who_left_them(carried: Database):
    with carried.read() as reader:
        events = history(reader, viewer=named(carried, "Kari Nordmann"))
        assert [each.who for each in events][-3:] == ["program", "Ola Nordmann", "Kari Nordmann"]
        assert [(each.person, each.subject) for each in reader.traces(before=3)] == [
            (OLA, PROPOSAL),
            (KARI, KARI),
        ]
        assert reader.who_and_when(reader.traces(subject=KARI)[0])[0] == "Kari Nordmann"


def test_one_who_was_carried_over_can_be_erased_and_all_holds(carried: Database):
    kari = named(carried, "Kari Nordmann")
    with carried.write(of(carried, INVENTED)) as writer:
        writer.revise(erased(kari))
        writer.revise(writer.get(Proposal, PROPOSAL).model_copy(update={"contact": ""}))
        writer.trace("keep_person", kari.id)
    with carried.read() as reader:
        assert [fault for each in check(reader) for fault in each.faults] == []
    assert "kari" not in everything(carried, {"trail"}).lower()


@pytest.mark.parametrize("table", ["readings", "versions", "entries", "trail"])
def test_what_is_only_added_to_is_guarded_after_it_as_before(carried: Database, table: str):
    with pytest.raises(DBAPIError, match=f"{table} is only added to"), carried.alone() as connection:
        connection.execute(text(f"DELETE FROM {table}"))


def test_an_empty_database_gets_no_trace(nothing: str):
    prepare(nothing)
    with opened(nothing) as database, database.read() as reader:
        assert reader.head().seq == 0


def test_a_trace_that_nobody_dates_is_dated_by_the_clock_of_the_database(nothing: str, tmp_path: Path):
    left(nothing, tmp_path)
    prepare(nothing)
    with opened(nothing) as database, database.read() as reader:
        kept, before = reader.traces(most=2, before=4)
        assert kept.at.tzinfo is not None
        assert kept.at > before.at
        assert all(each.holds for each in check(reader))


def test_a_row_that_cannot_be_read_does_not_stand_in_the_way(nothing: str, tmp_path: Path):
    left(nothing, tmp_path)
    with opened(nothing) as database, database.alone() as connection:
        connection.execute(text("UPDATE benefits SET target = '{'"))
        connection.execute(text("UPDATE drafts SET content = 'x'"))
    prepare(nothing)
    with opened(nothing) as database, database.read() as reader:
        faults = [fault.in_english() for each in check(reader) for fault in each.faults]
        (kept,) = reader.connection.execute(
            select(versions.c.record).where(versions.c.id == BENEFIT)
        ).scalars()
    assert json.loads(kept)["target"] == "{"
    assert f"Benefit {BENEFIT}: what trace 3 kept of it cannot be read" in faults
