"""A version that is not as its trace sealed it is found, and so is one that is gone or one too many."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, select, text

from portfolio.store.database import Database
from portfolio.store.sealing import Altered, Unsealed, unsealed
from portfolio.store.tables.keeping import trail, versions
from tests.conftest import NOW
from tests.databases import Files, Place
from tests.edits import changed, plausible, rows, rubbish, spoil, take_away


@pytest.fixture
def counted(example: Database) -> Callable[[int], int]:
    """How many versions a trace of the example has made."""

    def count(seq: int) -> int:
        with example.read() as reader:
            return len(reader.connection.execute(select(versions).where(versions.c.seq == seq)).all())

    return count


def found(connection: Connection) -> set[Altered | Unsealed]:
    return set(unsealed(connection))


def test_everything_is_sealed_in_the_example(example: Database):
    with example.read() as reader:
        assert found(reader.connection) == set()


def test_each_column_of_a_version_that_is_changed_shows(example: Database, place: Place):
    with place.behind(example.url) as connection:
        for turn in changed(connection, versions, plausible):
            assert {column for _, column in turn} == set(versions.columns.keys())
            faults = found(connection)
            altered = {each.id for each in faults if isinstance(each, Altered)}
            for id, column in turn:
                own = id.partition(".")[2].rpartition(".")[0]
                assert column in ("id", "seq") or own in altered
            assert any(isinstance(each, Unsealed) for each in faults)


@pytest.mark.parametrize("column", versions.columns.keys())
@pytest.mark.parametrize("value", ["{", b"\xff\x00"], ids=["text", "bytes"])
def test_whatever_stands_in_a_version_shows(database: Database, column: str, value: object, filled):
    with Files(filled.parent).behind(database.url) as connection:
        spoil(connection, versions, rows(connection, versions)[100], column, rubbish(value))
        assert found(connection)


def test_a_version_that_is_gone_or_put_there_shows_at_its_trace(
    example: Database, place: Place, counted: Callable[[int], int]
):
    count = counted(2)
    with place.behind(example.url) as connection:
        first = connection.execute(select(versions).where(versions.c.seq == 2)).mappings().first()
        turn = connection.begin_nested()
        take_away(connection, versions, first)
        assert found(connection) == {Unsealed(2, count - 1)}
        turn.rollback()
        connection.execute(versions.insert().values({**first, "id": "x"}))
        assert found(connection) == {Unsealed(2, count + 1), Altered(first["table"], "x", 2)}


def test_a_trace_whose_versions_are_all_gone_shows(example: Database, place: Place):
    with place.behind(example.url) as connection:
        connection.execute(delete(versions).where(versions.c.seq == 2))
        assert found(connection) == {Unsealed(2, 0)}


def test_versions_whose_trace_is_gone_or_says_that_it_sealed_nothing_show(
    example: Database, place: Place, counted: Callable[[int], int]
):
    count = counted(1)
    for command in ("DELETE FROM trail WHERE seq = 1", "UPDATE trail SET content = '' WHERE seq = 1"):
        with place.behind(example.url) as connection:
            turn = connection.begin_nested()
            connection.execute(text(command))
            assert found(connection) == {Unsealed(1, count)}
            turn.rollback()


def test_only_a_trace_from_before_there_were_versions_may_seal_nothing(example: Database, place: Place):
    empty = {
        "at": NOW,
        "person": "x",
        "action": "x",
        "subject": "x",
        "changes": "[]",
        "content": "",
        "before": "",
    }
    with place.behind(example.url) as connection:
        connection.execute(trail.insert().values(seq=0, digest="0", **empty))
        assert found(connection) == set()
        connection.execute(trail.insert().values(seq=9, digest="9", **empty))
        assert found(connection) == {Unsealed(9, 0)}
