"""Answers for programs: any report as plain JSON, amounts in kroner as exact text."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from portfolio.given import Given
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.periods import Period
from portfolio.store.trail import Head


def as_json(answer: object, *, end: Head | None = None) -> str:
    """Return an answer as JSON, the same for the same answer, with where the trail ended."""
    plain = _plain(answer)
    told = {**plain, "trail": _plain(end)} if end and isinstance(plain, dict) else plain
    return json.dumps(told, ensure_ascii=False, indent=2)


def _plain(value: object) -> object:
    """Return a value as JSON knows it. Money is kroner with two decimals in text, so that no øre is lost."""
    if isinstance(value, Money):
        return f"{value.in_kroner:.2f}"
    if isinstance(value, Period):
        return value.key
    if isinstance(value, Objection):
        return {"kind": type(value).__name__, "about": value.about, "says": str(value)}
    if isinstance(value, Given):
        return _plain({name: getattr(value, name) for name in type(value).model_fields})
    if is_dataclass(value) and not isinstance(value, type | Message):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return _simple(value)


def _simple(value: object) -> object:
    if isinstance(value, Message):
        return value.in_english()
    if isinstance(value, StrEnum | Decimal | Fraction):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    return value
