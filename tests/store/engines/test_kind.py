"""What every kind of database must do: refuse what is refused, order alike, and tell nothing of people."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from portfolio.parties import Party, PartyKind
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.engines.choice import kind_of
from tests.databases import Place, of, put
from tests.store.conftest import NOBODY

ONLY_ADDED_TO = {"trail": "changes", "entries": "note", "readings": "comment", "versions": "record"}
"""The tables that are guarded, each with a column that somebody could wish to change."""
CANARY = "Kanari Fuglesang"


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
@pytest.mark.parametrize("command", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_the_database_itself_refuses_to_change_or_erase(example: Database, table: str, command: str):
    with pytest.raises(DBAPIError, match="only added to"), example.alone() as connection:
        connection.execute(text(command.format(table=table, column=ONLY_ADDED_TO[table])))


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
def test_a_guard_can_be_taken_off_and_put_back(example: Database, table: str):
    kind = kind_of(example.url)
    change = text(f"UPDATE {table} SET {ONLY_ADDED_TO[table]} = 'x'")
    with example.alone() as connection:
        for command in kind.unguard(table):
            connection.execute(text(command))
        assert connection.execute(change).rowcount > 0
        for command in kind.guard(table):
            connection.execute(text(command))
    with pytest.raises(DBAPIError, match="only added to"), example.alone() as connection:
        connection.execute(change)


@pytest.mark.parametrize("table", ONLY_ADDED_TO)
def test_the_whole_table_cannot_be_emptied_at_once(example: Database, place: Place, table: str):
    with pytest.raises(DBAPIError, match="only added to"), example.alone() as connection:
        connection.execute(text(place.emptied(table)))


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
        example.read() as reader,
    ):
        reader.connection.execute(text(command))


def test_a_look_sees_one_moment_from_first_to_last(example: Database, place: Place):
    with example.read() as reader:
        first, before = reader.head(), reader.count(Party)
        if place.looks_beside_a_change(example):
            with example.write(of(example, "person:are-tangneset")) as writer:
                writer.add(Party(id="annet:ny", kind=PartyKind.OTHER, name="x"))
                writer.trace("try", "annet:ny")
        assert reader.count(Party) == before
        assert reader.head() == first


def test_a_reference_to_what_is_not_there_is_refused(known: Database):
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"):
        put(known, Proposal(id="prosjekt:p", reference="p", title="p", owner_party="borte"), stamp=NOBODY)
    with known.read() as reader:
        assert reader.count(Proposal) == 0


def test_records_come_in_the_same_order_on_every_database(known: Database):
    ids = ["x:b", "x:-", "x:a/b", "x:ab", "x:å", "x:ø", "x:æ", "x:a_b", "x:a.b", "x:1", "x:aa", "x:z", "x:o"]
    put(known, *(Party(id=id, kind=PartyKind.OTHER, name="x") for id in ids), stamp=NOBODY)
    with known.read() as reader:
        assert [each.id for each in reader.all(Party, id=ids)] == sorted(ids)


def test_an_error_from_the_database_tells_nothing_of_what_was_written(example: Database):
    twice = Party(id="annet:x", kind=PartyKind.OTHER, name=CANARY)
    with pytest.raises(DBAPIError) as told:
        put(example, twice, twice, stamp=of(example, "person:are-tangneset"))
    assert CANARY not in str(told.value)
    assert CANARY not in repr(told.value.orig)
