"""The schema is made and brought up to date whole or not at all, alike on every kind of database."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from portfolio.actions.starting import load_demo
from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.engines.choice import kind_of
from portfolio.store.schema import MIGRATIONS, AnotherVersion, prepare, version
from portfolio.store.tables import TABLES, metadata
from tests.databases import AT, opened
from tests.store.old import left

NEWEST = max(each.name[:4] for each in (MIGRATIONS / "versions").glob("0*.py"))
NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{newest}", None, None


def upgrade() -> None:
    op.add_column("parties", sa.Column("half", sa.Text()))
    op.create_table("halfway", sa.Column("id", sa.Text(), primary_key=True))
    op.execute("UPDATE parties SET half = name")
    {last}
"""


@pytest.fixture
def later(tmp_path: Path):
    """A later version of the program, whose newest migration ends like this."""

    def made(last: str) -> Path:
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "9999_later.py").write_text(NEXT.format(newest=NEWEST, last=last))
        return folder

    return made


def test_the_migrations_from_nothing_make_what_the_tables_say(nothing: str):
    prepare(nothing)
    with opened(nothing) as database, database.alone() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert version(connection) == NEWEST


def test_preparing_again_changes_nothing(example: Database):
    before = _shape(example)
    prepare(example.url)
    assert _shape(example) == before
    with example.read() as reader:
        assert all(each.holds for each in check(reader))


def test_a_migration_that_fails_leaves_the_old_schema_and_every_row(example: Database, later):
    before = _shape(example)
    with pytest.raises(RuntimeError, match="in the middle"):
        prepare(example.url, migrations=later('raise RuntimeError("in the middle")'))
    assert _shape(example) == before
    prepare(example.url)
    assert _shape(example) == before


def test_a_migration_that_would_leave_rows_pointing_at_nothing_is_undone(example: Database, later):
    before = _shape(example)
    lost = "op.execute(\"UPDATE marks SET member = 'nobody'\")"
    with pytest.raises(Exception, match=r"pointing at nothing|foreign key"):
        prepare(example.url, migrations=later(lost))
    assert _shape(example) == before


def test_a_later_migration_keeps_every_row(example: Database, later):
    tables, rows, _ = _shape(example)
    prepare(example.url, migrations=later("pass"))
    now, kept, at = _shape(example)
    assert at == "9999"
    assert set(now) - set(tables) == {"halfway"}
    assert {name: kept[name] for name in rows if name != "alembic_version"} == {
        name: count for name, count in rows.items() if name != "alembic_version"
    }


def test_a_key_from_before_it_had_a_rule_is_by_inhabitants_and_else_as_it_was(nothing: str, tmp_path: Path):
    left(nothing, tmp_path)
    prepare(nothing)
    with opened(nothing) as database, database.read() as reader:
        (key,) = reader.all(Sharing)
    assert (key.rule, key.members, key.revision) == (ByInhabitants(), ("kommune:0301",), 3)


def test_an_older_program_refuses_a_newer_database_and_changes_nothing(example: Database, later):
    prepare(example.url, migrations=later("pass"))
    before = _shape(example)
    with pytest.raises(AnotherVersion, match="9999"):
        prepare(example.url)
    assert _shape(example) == before


def test_a_database_begun_and_left_unfinished_is_not_taken_for_ready(nothing: str, later):
    with pytest.raises(RuntimeError, match="in the middle"):
        prepare(nothing, migrations=later('raise RuntimeError("in the middle")'))
    prepare(nothing)
    with opened(nothing) as database:
        load_demo(database, at=AT)
        with database.read() as reader:
            assert all(each.holds for each in check(reader))


def _shape(database: Database) -> tuple[dict[str, list[str]], dict[str, int], str | None]:
    """What tables there are with which columns, how many rows, and at which migration; seen from outside."""
    engine = kind_of(database.url).reading(database.url)
    try:
        with engine.connect() as connection:
            found = inspect(connection)
            tables = {
                name: [column["name"] for column in found.get_columns(name)]
                for name in found.get_table_names()
            }
            rows = {
                name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
                for name in tables
            }
            assert len(TABLES) < len(tables)
            return tables, rows, version(connection)
    finally:
        engine.dispose()
