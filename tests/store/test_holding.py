"""A row that is not as the trail last kept it is found, in any column of any table; and one gone, or one too many."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.store.database import Database
from portfolio.store.holding import Differs, Fault, Garbled, Gone, Loose, Unknown, astray
from portfolio.store.personal import PERSONAL, erased
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import salts
from tests.databases import Files, Place, of
from tests.edits import changed, copied, identity, plausible, rows, spoil, take_away

INGRID = "person:ingrid-solbakken"
KNOWN = {table.name: noun for noun, table in TABLES.items()}


def found(connection: Connection) -> list[Fault]:
    return list(astray(connection))


def test_everything_holds_in_the_example(example: Database):
    with example.read() as reader:
        assert found(reader.connection) == []


def test_every_column_of_every_table_that_is_changed_shows_with_its_row(example: Database, place: Place):
    tried = 0
    with place.behind(example.url) as connection:
        for noun, table in TABLES.items():
            for turn in changed(connection, table, plausible):
                faults = {each.id: each for each in found(connection) if each.table == table.name}
                for id, column in turn:
                    if column in table.primary_key.columns:
                        assert isinstance(faults[id], Gone)
                    else:
                        assert list(faults[id].fields) == [column]
                        assert (faults[id].fields[column] is None) == (column in PERSONAL.get(noun, {}))
                tried += len(turn)
    assert tried == sum(len(table.columns) for table in TABLES.values()) > 125


def test_what_stands_there_and_what_stood_there_are_told_as_they_lie(example: Database, place: Place):
    with place.behind(example.url) as connection:
        entry = rows(connection, TABLES[next(noun for noun in TABLES if noun.__name__ == "Entry")])[0]
        stood = entry["amount"].ore
        connection.execute(text("UPDATE entries SET amount = 7 WHERE id = :id"), {"id": entry["id"]})
        (fault,) = found(connection)
        assert isinstance(fault, Differs)
        assert (fault.fields, fault.told["amount"]) == ({"amount": (7, stood)}, {"ore": stood})


def test_a_row_that_is_taken_away_or_put_there_shows_in_any_table(example: Database, place: Place):
    with example.read() as reader, place.behind(example.url) as connection:
        expected = set()
        for name, noun in KNOWN.items():
            table = TABLES[noun]
            last = rows(connection, table)[-1]
            seq = reader.last_version(noun, identity(table, last)).seq
            expected |= {Gone(name, identity(table, last), seq), Unknown(name, copied(connection, table))}
            take_away(connection, table, last)
        assert set(found(connection)) == expected


def test_what_the_app_removed_and_somebody_put_back_shows(example: Database, place: Place):
    with example.read() as reader:
        mark = reader.all(Mark)[0]
    with example.write(of(example, INGRID)) as writer:
        writer.remove(Mark, mark.id)
        writer.trace("try", mark.id)
    with place.behind(example.url) as connection:
        assert found(connection) == []
        row = {name: getattr(mark, name) for name in Mark.model_fields}
        connection.execute(TABLES[Mark].insert().values(row))
        assert found(connection) == [Unknown("marks", mark.id)]


def test_a_list_may_be_written_otherwise_while_it_means_the_same(example: Database, place: Place):
    with place.behind(example.url) as connection:
        connection.execute(text("UPDATE rounds SET members = replace(members, ', ', ' , ')"))
        assert found(connection) == []


@pytest.mark.parametrize(
    "commands",
    [
        ("UPDATE salts SET salt = 'x' WHERE id = :id",),
        ("DELETE FROM salts WHERE id = :id",),
        ("UPDATE people SET name = '–' WHERE id = :id",),
        ("UPDATE people SET name = '–' WHERE id = :id", "DELETE FROM salts WHERE id = :id"),
    ],
    ids=["another salt", "no salt", "no name", "neither"],
)
def test_nobody_is_erased_behind_the_apps_back(example: Database, place: Place, commands: tuple[str, ...]):
    with place.behind(example.url) as connection:
        for command in commands:
            connection.execute(text(command), {"id": INGRID})
        (fault,) = found(connection)
        assert (fault.id, fault.fields) == (INGRID, {"name": None})


def test_one_who_was_erased_does_not_come_back_behind_the_apps_back(example: Database, place: Place):
    with example.write(of(example, "person:are-tangneset")) as writer:
        writer.revise(erased(writer.get(Person, INGRID)))
        writer.trace("try", INGRID)
    with place.behind(example.url) as connection:
        assert found(connection) == []
        connection.execute(text("UPDATE people SET name = 'Ingrid' WHERE id = :id"), {"id": INGRID})
        assert [each.fields for each in found(connection)] == [{"name": None}]


def test_each_column_of_a_salt_that_is_changed_shows_and_so_does_one_too_many(
    example: Database, place: Place
):
    with place.behind(example.url) as connection:
        for turn in changed(connection, salts, plausible):
            differing = {each.id for each in found(connection) if isinstance(each, Differs)}
            assert differing == {id.removeprefix("people.").removeprefix("proposals.") for id, _ in turn}
        connection.execute(salts.insert().values(table="marks", id="x", salt="0"))
        assert found(connection) == [Loose("marks", "x")]


def test_a_version_that_its_noun_cannot_be_made_from_shows(database: Database, filled: Path):
    with Files(filled.parent).behind(database.url) as connection:
        for record in ("{", "7", '{"id":"kommune:0301"}'):
            command = "UPDATE versions SET record = :record WHERE id = 'kommune:0301'"
            connection.execute(text(command), {"record": record})
            assert found(connection) == [Garbled("parties", "kommune:0301", 1)]


def test_one_column_at_a_time_is_told_and_nothing_else(database: Database, filled: Path):
    with Files(filled.parent).behind(database.url) as connection:
        table = TABLES[Mark]
        row = rows(connection, table)[0]
        spoil(connection, table, row, "reason", plausible)
        assert [(each.id, list(each.fields)) for each in found(connection)] == [(row["id"], ["reason"])]
