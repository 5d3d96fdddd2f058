"""How a value of ours lies in the database at the other end of a connection, and how it is read just so."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, Connection, Label, type_coerce
from sqlalchemy.types import NullType


def laying(connection: Connection, column: Column[Any]) -> Callable[[Any], Any]:
    """Return what turns a value of ours into what lies in a column."""
    made = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return made or (lambda value: value)


def as_it_lies(column: Column[Any]) -> Label[Any]:
    """Return the column read as it lies, whatever stands there: nothing in it can make the reading fail."""
    return type_coerce(column, NullType()).label(column.name)
