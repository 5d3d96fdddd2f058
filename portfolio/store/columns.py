"""How our values lie in a database column, exact on SQLite and PostgreSQL alike."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, DateTime, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from portfolio.given import Given
from portfolio.money import Money

C = TypeVar("C", bound=StrEnum)

NUMBER = 60
"""Signs in a decimal number: twice what any measurement needs."""
CHOICE = 40
"""Signs in the value of a closed choice, which is a word or two of code."""


class Ore(TypeDecorator[Money]):
    """Money as whole øre."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """Write an amount."""
        return None if value is None else value.ore

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:
        """Read an amount; PostgreSQL gives sums as Decimal."""
        return None if value is None else Money(int(value))


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone, kept as UTC. SQLite drops the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write a moment; one without a zone could mean two things and is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read a moment, always with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number as text, since SQLite keeps NUMERIC as a float."""

    impl = String(NUMBER)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write a number."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read a number."""
        return None if value is None else Decimal(value)


class Choice(TypeDecorator[C]):
    """A closed choice by its value."""

    impl = String(CHOICE)
    cache_ok = True

    def __init__(self, choices: type[C]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: C | None, dialect: Dialect) -> str | None:
        """Write a choice."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> C | None:
        """Read a choice."""
        return None if value is None else self.choices(value)


class Keys(TypeDecorator[tuple[str, ...]]):
    """A short list of ids or choices, in order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        """Write the list."""
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Read the list."""
        return None if value is None else tuple(json.loads(value))


class Counts(TypeDecorator[Mapping[str, int]]):
    """Whole numbers by id, in order of id."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, int] | None, dialect: Dialect) -> str | None:
        """Write the numbers."""
        return None if value is None else json.dumps(dict(value), ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, int] | None:
        """Read the numbers."""
        return None if value is None else dict(json.loads(value))


class Nested(TypeDecorator[Given]):
    """A record inside a record: of one noun, or of a closed union of them, told apart by what they say themselves."""

    impl = Text
    cache_ok = True

    def __init__(self, noun: Any) -> None:
        super().__init__()
        self.noun = noun
        self._adapter = TypeAdapter(noun)

    def process_bind_param(self, value: Given | None, dialect: Dialect) -> str | None:
        """Write the record."""
        return None if value is None else value.model_dump_json()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Given | None:
        """Read the record."""
        if value is None:
            return None
        read: Given = self._adapter.validate_json(value)
        return read
