"""How a connection to PostgreSQL is set up: what it sees, how writers queue, and what guards a table."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, text

from portfolio.store.engines.postgresql import WRITERS_LOCK, PostgreSQL
from tests.databases import Place


@pytest.fixture
def url(places: Callable[[str], Place]) -> Iterator[str]:
    place = places("postgresql")
    url = place.new()
    yield url
    place.drop(url)


def test_a_reader_sees_one_moment_and_a_writer_sees_what_others_have_written(url: str):
    assert _said(PostgreSQL().reading(url)) == ("repeatable read", "on")
    assert _said(PostgreSQL().writing(url)) == ("read committed", "off")


def test_a_second_writer_queues_until_the_first_is_done(url: str):
    made, free = PostgreSQL().writing(url), text("select pg_try_advisory_xact_lock(:key)")
    with made.connect() as first, made.connect() as second:
        with first.begin():
            PostgreSQL().queue_across_processes(first)
            assert second.execute(free, {"key": WRITERS_LOCK}).scalar_one() is False
        assert second.execute(free, {"key": WRITERS_LOCK}).scalar_one() is True
    made.dispose()


def test_the_lock_is_the_one_that_every_version_of_the_program_queues_by():
    assert WRITERS_LOCK == 4_172_026


def test_the_guard_is_what_the_migrations_that_have_been_run_put_there():
    assert PostgreSQL().guard("trail") == (
        (
            "CREATE FUNCTION trail_only_added_to() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'trail is only added to'; END $$"
        ),
        (
            "CREATE TRIGGER trail_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON trail "
            "FOR EACH STATEMENT EXECUTE FUNCTION trail_only_added_to()"
        ),
    )


def _said(made: Engine) -> tuple[str, str]:
    with made.connect() as connection:
        level = connection.execute(text("show transaction_isolation")).scalar_one()
        only = connection.execute(text("show transaction_read_only")).scalar_one()
    made.dispose()
    return level, only
