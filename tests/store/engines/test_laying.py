"""A value of ours is known as it lies, and whatever lies there is read just so."""

import pytest
from sqlalchemy import select, text

from portfolio.store.database import Database
from portfolio.store.engines.laying import as_it_lies, laying
from portfolio.store.tables import TABLES


def test_every_value_of_every_table_is_known_as_it_lies(example: Database):
    with example.read() as reader:
        for noun, table in TABLES.items():
            columns = [column for column in table.columns if column.name not in ("baseline", "target")]
            lying = reader.connection.execute(
                select(*map(as_it_lies, columns)).order_by(*table.primary_key.columns)
            ).all()
            ours = reader.connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            lay = {column.name: laying(reader.connection, column) for column in columns}
            assert lying == [tuple(lay[name](row[name]) for name in lay) for row in ours]
            assert len(lying) == reader.count(noun) > 0


def test_an_amount_lies_in_whole_ore_and_a_choice_by_its_value(example: Database):
    with example.read() as reader:
        entries = next(table for table in TABLES.values() if table.name == "entries")
        columns = [as_it_lies(entries.c[name]) for name in ("amount", "stage")]
        assert {tuple(map(type, row)) for row in reader.connection.execute(select(*columns))} == {(int, str)}


@pytest.mark.parametrize("value", ["'{'", "x'ff00'"])
def test_what_no_column_of_ours_holds_is_read_as_it_lies(database: Database, value: str):
    with database.alone() as connection:
        connection.execute(text(f'UPDATE decisions SET "on" = {value}, resolution = {value}'))
        decisions = next(table for table in TABLES.values() if table.name == "decisions")
        found = connection.execute(select(*map(as_it_lies, decisions.columns))).mappings().first()
        assert found["on"] == found["resolution"] in ("{", b"\xff\x00")
