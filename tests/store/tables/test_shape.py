"""What the tables have in common holds in each of them."""

import pytest
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import String
from sqlalchemy.exc import DBAPIError

from portfolio.given import LONGEST_LINE, Given, Key, Line
from portfolio.parties import Party
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from tests.databases import put
from tests.store.conftest import NOBODY
from tests.store.tables.records import PARTIES


def test_what_is_pointed_at_cannot_be_removed(known: Database):
    put(known, *PARTIES, stamp=NOBODY)
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"), known.write(NOBODY) as writer:
        writer.remove(Party, "stat:prøve")


def test_every_reference_is_found_by_an_index_of_its_own():
    """Else whoever removes a row waits while the whole of the other table is looked through."""
    for table in TABLES.values():
        first = {next(iter(each.columns)).name for each in (*table.indexes, table.primary_key)}
        unique = {column.name for column in table.columns if column.unique}
        assert {column.name for column in table.columns if column.foreign_keys} <= first | unique, table.name


@pytest.mark.parametrize("noun", TABLES, ids=lambda noun: noun.__name__)
def test_a_column_holds_the_longest_that_its_record_lets_through(noun: type[Given]):
    """Else a form would take what one of the databases refuses."""
    allowed = noun.model_json_schema()["properties"]
    for column in TABLES[noun].columns:
        if isinstance(column.type, String) and column.type.length is not None:
            assert column.type.length >= allowed[column.name].get("maxLength", 0), column.name


def test_a_line_in_the_tables_is_a_line_and_a_key_in_the_records():
    key = TypeAdapter(Key)
    assert TypeAdapter(Line).json_schema()["maxLength"] == LONGEST_LINE
    assert key.validate_python("x" * LONGEST_LINE)
    with pytest.raises(ValidationError):
        key.validate_python("x" * (LONGEST_LINE + 1))
