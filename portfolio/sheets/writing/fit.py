"""Whether a workbook's spec fits the report it is to be filled from."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from portfolio.catalogue.exports.checks import AddsUpCheck, Check, ShareCheck, TotalCheck
from portfolio.catalogue.exports.columns import Format, SheetColumn, SumOver, needs
from portfolio.catalogue.exports.facts import ImprintFact, VerdictFact
from portfolio.catalogue.exports.sheets import Checks, Facts, Table
from portfolio.catalogue.exports.workbooks import WorkbookSpec
from portfolio.given import InLanguages
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.periods import Period
from portfolio.reports.imprint import Imprint

_WORDS = (str, StrEnum, Message, InLanguages, Period, bool, tuple, int)
FITS: Mapping[Format, tuple[type, ...]] = {
    Format.TEXT: _WORDS,
    Format.LONG: _WORDS,
    Format.ID: (str,),
    Format.INTEGER: (int,),
    Format.YEAR: (int,),
    Format.MONEY: (Money,),
    Format.PERCENT: (float, Fraction),
    Format.NUMBER: (Decimal, float, int),
    Format.DAY: (date,),
    Format.MOMENT: (datetime,),
}
SUMMED = (Format.MONEY, Format.INTEGER, Format.NUMBER)


class Misfit(ValueError):
    """A spec that asks for something the report or another sheet does not have."""


def check(spec: WorkbookSpec, report: type) -> None:
    """Let a spec pass if every field, sheet and column it names is there and of the right sort.

    Raises:
        Misfit: otherwise, with all that is wrong.
    """
    faults = list(_faults(spec, report))
    if faults:
        raise Misfit("; ".join(faults))


def member(report: type, rows: str, field: str, value: str | int) -> object:
    """Return what a spec's plain value is among a field's own: the closed choice, or the value itself.

    Raises:
        ValueError: the field's closed choice has no such member.
    """
    row = _row(_held(report)[rows])
    kind = get_type_hints(row)[field] if row else None
    return kind(str(value)) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


def _faults(spec: WorkbookSpec, report: type) -> Iterator[str]:
    if spec.banner and not _reached(report, spec.banner.field):
        yield f"the report has no {spec.banner.field}"
    for table in spec.tables.values():
        row = _row(_held(report).get(table.rows))
        if row is None:
            yield f"{table.key}: the report has no rows {table.rows}"
        else:
            yield from _columns(table, row)
            yield from (fault for column in table.columns for fault in _rule(spec, table, column, report))
    for sheet in spec.sheets:
        if isinstance(sheet, Facts):
            yield from _facts(spec, sheet, report)
        elif isinstance(sheet, Checks):
            yield from (f"{sheet.key}: {fault}" for each in sheet.checks for fault in _check(spec, each))


def _row(hint: object) -> type | None:
    """Return the row dataclass of a field that holds a tuple of them."""
    arguments = get_args(hint)
    if get_origin(hint) is not tuple or len(arguments) != 2 or arguments[1] is not Ellipsis:  # noqa: PLR2004
        return None
    return arguments[0] if isinstance(arguments[0], type) and is_dataclass(arguments[0]) else None


def _columns(table: Table, row: type) -> Iterator[str]:
    hints = get_type_hints(row)
    known = {each.name for each in fields(row)}
    for column in table.columns:
        if column.field not in known:
            yield f"{table.key}: a {row.__name__} has no {column.field}"
        elif not _fits(hints[column.field], column.format):
            yield f"{table.key}: {column.field} cannot be shown as {column.format}"
        if column.total and column.kind != "share" and column.format not in SUMMED:
            yield f"{table.key}: {column.field} cannot be summed"


def _fits(hint: object, shown: Format) -> bool:
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    plain = [get_origin(kind) or kind for kind in kinds if kind is not NoneType]
    return all(isinstance(kind, type) and issubclass(kind, FITS[shown]) for kind in plain)


def _rule(spec: WorkbookSpec, table: Table, column: SheetColumn, report: type) -> Iterator[str]:
    own = {each.field for each in table.columns}
    missing = set(needs(column)) - own
    yield from (f"{table.key}: a rule reads {name}, which is no column there" for name in sorted(missing))
    if isinstance(column, SumOver):
        lacks = list(_have(spec, column.over, [column.column, *(each.column for each in column.where)]))
        yield from lacks or _values(spec.tables[column.over], column, report)


def _values(over: Table, column: SumOver, report: type) -> Iterator[str]:
    for each in column.where:
        try:
            member(report, over.rows, each.column, each.equals if each.equals is not None else "")
        except ValueError:
            if each.equals is not None:
                yield f"{over.key}: {each.column} is never {each.equals}"
        except (KeyError, TypeError):
            yield f"{over.key}: {each.column} cannot be compared"


def _have(spec: WorkbookSpec, key: str, columns: list[str]) -> Iterator[str]:
    table = spec.tables.get(key)
    if table is None:
        yield f"there is no table {key}"
        return
    missing = set(columns) - {each.field for each in table.columns}
    yield from (f"{key} has no column {name}" for name in sorted(missing))


def _facts(spec: WorkbookSpec, sheet: Facts, report: type) -> Iterator[str]:
    checks = {each.key for each in spec.sheets if isinstance(each, Checks)}
    for fact in sheet.facts:
        if isinstance(fact, VerdictFact) and fact.sheet not in checks:
            yield f"{sheet.key}: there are no checks on {fact.sheet}"
        if isinstance(fact, ImprintFact) and _held(report).get("imprint") is not Imprint:
            yield f"{sheet.key}: the report has no imprint"
        for way in (getattr(fact, "field", None), getattr(fact, "shown_if", None)):
            if way and not _reached(report, way):
                yield f"{sheet.key}: the report has no {way}"


def _held(kind: type) -> dict[str, object]:
    """Return what a class holds and works out, with the type of each."""
    worked_out = {
        name: get_type_hints(each.fget)["return"]
        for name, each in inspect.getmembers(kind, lambda member: isinstance(member, property))
    }
    return worked_out | get_type_hints(kind)


def _reached(kind: object, way: str) -> bool:
    for name in way.split("."):
        if not isinstance(kind, type) or name not in _held(kind):
            return False
        kind = _held(kind)[name]
    return True


def _check(spec: WorkbookSpec, each: Check) -> Iterator[str]:
    if isinstance(each, TotalCheck):
        for key in each.sheets:
            yield from _have(spec, key, [each.column, *([each.by] if each.by else [])])
    elif isinstance(each, AddsUpCheck):
        yield from _have(spec, each.sheet, [*each.parts, *each.less, each.whole])
    elif isinstance(each, ShareCheck):
        yield from _have(spec, each.sheet, [each.share, each.part, each.whole])
