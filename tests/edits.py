"""Rows changed behind the app's back: each column of a table, to what might have stood there or to what might not."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Connection, Table

from portfolio.store.columns import Choice, Counts, Exact, Keys, Moment, Nested, Ore

Row = Mapping[str, Any]
Change = Callable[[Column[Any], Any], Any]
A_BASELINE = '{"value":"1","on":"2026-01-01","method":"","source":""}'
OTHERS: Mapping[type, Callable[[Any, Any], Any]] = {
    Choice: lambda kind, value: next(each for each in kind.choices if each != value),
    Keys: lambda _, value: ("annet:x", *value),
    Counts: lambda _, value: {**value, "annet:x": 1},
    Ore: lambda _, value: type(value)(value.ore + 1),
    Exact: lambda _, value: (value or Decimal(0)) + 1,
    Moment: lambda _, value: value + timedelta(days=1),
    sa.Date: lambda _, value: value + timedelta(days=1),
    sa.Boolean: lambda _, value: not value,
    sa.Integer: lambda _, value: (value or 0) + 1,
    sa.String: lambda _, value: _text(value or ""),
}
"""For each kind of column: another value that might well have stood there."""


def another(column: Column[Any], value: Any) -> Any:
    """Return another value that might well have stood in a column."""
    return next(make(column.type, value) for kind, make in OTHERS.items() if isinstance(column.type, kind))


def plausible(column: Column[Any], value: Any) -> Any:
    """Return that change as it is written; of a record inside the row, as somebody writes JSON by hand."""
    if isinstance(column.type, Nested):
        return sa.literal(A_BASELINE if value is None else _text(value.model_dump_json()[:-1]) + "}")
    return sa.literal(another(column, value), column.type)


def rubbish(value: object) -> Change:
    """Return the change of any column to this, just as it is."""
    return lambda *_: sa.literal(value)


def rows(connection: Connection, table: Table) -> list[Row]:
    """Return the rows of a table, in order of what they are known by."""
    found = connection.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings()
    return [dict(each) for each in found]


def identity(table: Table, row: Row) -> str:
    """Return what a row is known by, as text."""
    return ".".join(str(row[column.name]) for column in table.primary_key.columns)


def spoil(connection: Connection, table: Table, row: Row, column: str, change: Change) -> None:
    """Change one column of one row."""
    plain = sa.table(table.name, *(sa.column(each.name) for each in table.columns))
    here = [plain.c[key.name] == sa.literal(row[key.name], key.type) for key in table.primary_key.columns]
    value = change(table.c[column], row[column])
    connection.execute(sa.update(plain).where(*here).values({plain.c[column]: value}))


def take_away(connection: Connection, table: Table, row: Row) -> None:
    """Delete one row."""
    connection.execute(sa.delete(table).where(*(key == row[key.name] for key in table.primary_key.columns)))


def copied(connection: Connection, table: Table) -> str:
    """Add a row like the first, but for its key and what no two may have alike; return what it is known by."""
    row = dict(rows(connection, table)[0])
    alone = {
        column
        for each in table.constraints
        if isinstance(each, sa.UniqueConstraint)
        for column in each.columns
    }
    own = [column for column in table.columns if column.primary_key or column in alone]
    row |= {column.name: another(column, row[column.name]) for column in own}
    connection.execute(sa.insert(table).values(row))
    return identity(table, row)


def changed(connection: Connection, table: Table, change: Change) -> Iterator[list[tuple[str, str]]]:
    """Change every column of a table, each in a row of its own, and yield which rows, and which column of each.

    Where a table has fewer rows than columns it takes several times; what was changed is put back in between.
    """
    there, left = rows(connection, table), [column.name for column in table.columns]
    while left:
        turn, now = connection.begin_nested(), list(zip(left, there, strict=False))
        for column, row in now:
            spoil(connection, table, row, column, change)
        yield [(identity(table, row), column) for column, row in now]
        turn.rollback()
        left = left[len(now) :]


def _text(value: str) -> str:
    return f"{value[:-1]}{'y' if value.endswith('x') else 'x'}"
