"""A fingerprint of a report: the same data gives the same, and a changed øre another."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from pydantic import BaseModel

from portfolio.messages import Message
from portfolio.money import Money


def digest(report: object) -> str:
    """Return the sha256 of a report's fields and rows, in their order, as 64 hexadecimal digits."""
    seal = hashlib.sha256()
    for line in _lines(report):
        seal.update(json.dumps(line, ensure_ascii=True, default=_plain, separators=(",", ":")).encode())
        seal.update(b"\n")
    return seal.hexdigest()


def _lines(report: object) -> Iterator[list[object]]:
    for name, value in _fields(report):
        if isinstance(value, tuple):
            yield [name, len(value)]
            yield from ([row] for row in value)
        else:
            yield [name, value]


def _fields(row: object) -> list[tuple[str, object]]:
    return [(each.name, getattr(row, each.name)) for each in fields(row)]  # type: ignore[arg-type]


def _plain(value: object) -> object:
    """Return what JSON has no word for as something it has."""
    for kind, plain in _PLAIN:
        if isinstance(value, kind):
            return plain(value)
    if is_dataclass(value):
        return [field for _, field in _fields(value)]
    raise TypeError(f"a {type(value).__name__} cannot be part of a report")


_PLAIN: tuple[tuple[type, Callable[..., object]], ...] = (
    (Money, lambda money: {"ore": money.ore}),
    (Message, lambda said: [said.text, dict(sorted(said.facts.items())), said.plural]),
    (BaseModel, lambda given: given.model_dump(mode="json")),
    (Mapping, dict),
    (date, lambda day: day.isoformat()),
    (Enum, lambda choice: choice.value),
    (Decimal, str),
    (Fraction, str),
)
