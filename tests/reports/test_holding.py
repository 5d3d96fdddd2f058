"""Every stored row answers to the trail: whatever is changed behind the app's back, in any table, is told."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import RULES
from portfolio.reports.holding import NAMES
from portfolio.reports.holding import RULES as HOLDING
from portfolio.reports.invariants import Rule
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import salts
from portfolio.words import words
from tests.databases import AT, Files, Place, of
from tests.edits import changed, copied, identity, rows, rubbish, take_away
from tests.store.conftest import LATER

ROWS, VERSIONS = (rule.name for rule in HOLDING)
CHAIN = RULES[0].name
TABLES_BY_NAME = {table.name: table for table in TABLES.values()}
INGRID = "person:ingrid-solbakken"


def told(connection: Connection, rules: tuple[Rule, ...] = RULES) -> Mapping[str, list[str]]:
    """Return what each rule tells, by its name, where it tells something."""
    held = [rule.hold(Reader(connection)) for rule in rules]
    found = {each.name.text: [fault.in_english() for fault in each.faults] for each in held}
    return {name: faults for name, faults in found.items() if faults}


def about(name: str, id: str, lines: list[str]) -> list[str]:
    """Return the lines about one record, which is told by its name as far as it has one, and by its id."""
    known = rf"{re.escape(NAMES[name])} (?:{re.escape(id)}|.*\({re.escape(id)}\))[: ]"
    return [line for line in lines if re.match(known, line)]


def test_everything_is_called_something_that_people_know() -> None:
    assert NAMES.keys() == TABLES_BY_NAME.keys()


@pytest.mark.parametrize(("value", "rules"), [("{", RULES), (b"\xff\x00", HOLDING)], ids=["text", "bytes"])
def test_whatever_stands_in_a_column_is_told_and_nothing_falls_over(
    filled: Path, database: Database, value: object, rules: tuple[Rule, ...]
) -> None:
    with Files(filled.parent).behind(database.url) as connection:
        for name, table in TABLES_BY_NAME.items():
            for turn in changed(connection, table, rubbish(value)):
                lines = told(connection, rules)[ROWS]
                assert [each for each in turn if not about(name, each[0], lines)] == []


def test_a_row_that_is_taken_away_or_put_there_in_any_table_is_told(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        gone, new = {}, {}
        for name, table in TABLES_BY_NAME.items():
            last = rows(connection, table)[-1]
            gone[name], new[name] = identity(table, last), copied(connection, table)
            take_away(connection, table, last)
        lines = told(connection)[ROWS]
        for name in TABLES_BY_NAME:
            assert (
                "is gone, though nobody has removed it. Fellesporteføljen left it there"
                in about(name, gone[name], lines)[0]
            )
            assert "stands there, but nobody has put it there" in about(name, new[name], lines)[0]
        assert len(lines) == 2 * len(TABLES_BY_NAME)


def test_it_is_told_what_stood_there_who_left_it_and_when(example: Database, place: Place) -> None:
    with example.write(of(example, INGRID, at=LATER)) as writer:
        proposal = writer.all(Proposal)[0]
        writer.revise(proposal.model_copy(update={"title": "Slik Ingrid skrev det"}))
        writer.trace("revise_proposal", proposal.id)
    with place.behind(example.url) as connection:
        connection.execute(
            text("UPDATE proposals SET title = 'Slik det ble' WHERE id = :id"), {"id": proposal.id}
        )
        (line,) = told(connection)[ROWS]
    called = f"Proposal {proposal.reference} Slik Ingrid skrev det ({proposal.id})"
    stood = "«Title» is «Slik det ble», but was «Slik Ingrid skrev det»"
    with example.read() as reader:
        last = reader.head().seq
    assert line == f"{called}: {stood} as Ingrid Solbakken left it {LATER} (trace {last})"


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (
            "UPDATE cost_lines SET amount = 100 WHERE id = 'prosjekt:2026-001.2026'",
            "«Beløp» er «1 kr», men var «",
        ),
        (
            "UPDATE proposals SET owner_party = 'kommune:0301' WHERE id = 'prosjekt:2026-001'",
            "«Eier» er «0301 Oslo», men var «4601 Bergen»",
        ),
        ("UPDATE proposals SET phase = 'stopped' WHERE id = 'prosjekt:2026-001'", "«Fase» er «Stanset», men"),
        (
            "UPDATE rounds SET members = '[]' WHERE id = 'runde:2026-1'",
            "Runde Våren 2026 (runde:2026-1): Medlemmer: tatt ut ",
        ),
        ("UPDATE proposals SET phase = 'x' WHERE id = 'prosjekt:2026-001'", "«Fase» er «x», men var «"),
    ],
)
def test_what_differs_is_told_as_people_call_it(
    database: Database, filled: Path, spoilt: str, said: str
) -> None:
    with Files(filled.parent).behind(database.url) as connection:
        connection.execute(text(spoilt))
        found = next(rule for rule in HOLDING if rule.name == ROWS).hold(Reader(connection))
    lines = [words("nb")(fault).replace("\u00a0", " ") for fault in found.faults]
    assert [line for line in lines if said in line] != [], lines
    assert not any("kommune:" in line for line in lines)


def test_what_is_about_a_person_is_told_of_and_never_told(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("UPDATE people SET name = 'Hemmelig' WHERE id = :id"), {"id": INGRID})
        (line,) = told(connection)[ROWS]
    assert line.startswith(f"Person {INGRID}: «Name», which is about a person, is not as")
    assert "Hemmelig" not in line
    assert "Ingrid S" not in line


def test_what_is_wrong_with_the_versions_is_told_in_words(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("UPDATE versions SET revision = 2 WHERE id = 'kommune:0301'"))
        connection.execute(text("DELETE FROM versions WHERE seq = 2"))
        connection.execute(salts.insert().values(table="marks", id="x", salt="0"))
        found = told(connection)
    assert found[VERSIONS] == [
        "Party kommune:0301: what trace 1 kept of it has been changed since",
        "Trace 2 sealed other versions than the 0 that are kept of it",
    ]
    assert "Mark x has a salt that seals nothing" in found[ROWS]


def test_a_trace_taken_away_from_the_middle_is_told(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("DELETE FROM trail WHERE seq = 1"))
        assert told(connection)[CHAIN] == ["The chain breaks at trace 1"]
        assert told(connection)[VERSIONS][0].startswith("Trace 1 sealed other versions than the")


def test_what_was_kept_and_cannot_be_read_is_told(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("UPDATE versions SET record = '{' WHERE id = 'kommune:0301'"))
        assert told(connection)[ROWS] == ["Party kommune:0301: what trace 1 kept of it cannot be read"]


@pytest.mark.parametrize("open_", [True, False], ids=["open", "closed"])
def test_how_a_mark_was_changed_is_told_of_a_closed_round_alone(
    database: Database, filled: Path, open_: bool
) -> None:
    with database.read() as reader:
        closed = [each.id for each in reader.all(Round) if (each.phase is RoundPhase.CLOSED) != open_]
        mark = next(each for each in reader.all(Mark, round=closed) if each.mark == 3)
    with Files(filled.parent).behind(database.url) as connection:
        connection.execute(text("UPDATE rounds SET phase = 'closed'"))
        spoilt = "UPDATE marks SET mark = 1, reason = 'hemmelig' WHERE id = :id"
        connection.execute(text(spoilt), {"id": mark.id})
        lines = about("marks", mark.id, told(connection)[ROWS])
    if open_:
        assert lines == [f"Mark {mark.id} is not as Fellesporteføljen left it {AT} (trace 3)"]
    else:
        assert lines[0] == f"Mark {mark.id}: «Mark» is «1», but was «3» as it was left {AT}"
        assert lines[1].startswith(f"Mark {mark.id}: «Reason» is «hemmelig», but was «")


def test_who_left_it_is_told_also_where_the_people_cannot_be_read(database: Database, filled: Path) -> None:
    with Files(filled.parent).behind(database.url) as connection:
        connection.execute(text("UPDATE people SET roles = '{'"))
        connection.execute(text("UPDATE trail SET at = 'i går'"))
        assert told(connection)[ROWS]
