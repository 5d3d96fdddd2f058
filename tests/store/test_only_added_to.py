"""What is only added to cannot be changed or erased, by anyone; and a look at the database changes nothing."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from portfolio.parties import Party, PartyKind
from portfolio.realising.readings import Reading
from portfolio.store.database import Database
from tests.databases import AT, of, put

ONLY_ADDED_TO = ("trail", "entries", "readings")
COLUMNS = {"trail": "changes", "entries": "note", "readings": "comment"}
EMPTY = {"sqlite": "DELETE FROM {table}", "postgresql": "TRUNCATE {table} CASCADE"}


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
@pytest.mark.parametrize("command", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_the_database_itself_refuses_to_change_or_erase(example: Database, table: str, command: str):
    with pytest.raises(DBAPIError, match="only added to"), example.alone() as connection:
        connection.execute(text(command.format(table=table, column=COLUMNS[table])))


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
def test_the_whole_table_cannot_be_emptied_at_once(example: Database, table: str):
    with pytest.raises(DBAPIError, match="only added to"), example.alone() as connection:
        connection.execute(text(EMPTY[connection.dialect.name].format(table=table)))


@pytest.mark.parametrize(
    "command",
    [
        "INSERT INTO parties (id, kind, name, number, county, revision) VALUES ('x', 'other', 'x', '', '', 1)",
        "UPDATE parties SET name = 'x'",
        "DELETE FROM drafts",
        "CREATE TABLE x (y INTEGER)",
        "DROP TABLE drafts",
    ],
)
def test_a_look_at_the_database_cannot_write(example: Database, command: str):
    with (
        pytest.raises(DBAPIError, match=r"(?i)read-?only|query_only"),
        example.read() as reading,
    ):
        reading.connection.execute(text(command))


def test_a_look_sees_one_moment_from_first_to_last(example: Database):
    with example.read() as reading:
        first, before = reading.head(), reading.count(Party)
        if example.url.startswith("postgresql") or _logs_ahead(example):
            with example.write(of(example, "person:are-tangneset")) as writer:
                writer.add(Party(id="annet:ny", kind=PartyKind.OTHER, name="x"))
                writer.trace("try", "annet:ny")
        assert reading.count(Party) == before
        assert reading.head() == first


def test_a_correction_may_correct_a_reading_only_once(example: Database):
    with example.read() as reading:
        one = next(each for each in reading.all(Reading) if each.corrects)
    stamp = of(example, one.by, at=AT)
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(example, one.model_copy(update={"id": f"{one.benefit}.99"}), stamp=stamp)


def _logs_ahead(database: Database) -> bool:
    with database.read() as reading:
        return reading.connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
