"""The checks of a workbook worked out from the cells it holds, as a spreadsheet would."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain

from openpyxl.workbook import Workbook

SPAN = r"'([^']+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)"
SUM = re.compile(rf"=ROUND\(SUM\({SPAN}\),2\)")
SUMIFS = re.compile(rf"=ROUND\(SUMIFS\({SPAN},{SPAN},\$B\d+\),2\)")
SHARES = re.compile(rf"=ROUND\(SUMPRODUCT\({SPAN},{SPAN}\),2\)")
ADDS_UP = re.compile(r"=SUMPRODUCT\(--\(ROUND\((.+),2\)<>0\)\)")
TERM = re.compile(rf"([+-]?){SPAN}")
CENT = Decimal("0.01")
Grouped = dict[tuple[str, ...], dict[object, Decimal]]
"""The sums of a column by the values of another, by where the two stand."""


def deviating(formulas: Workbook, values: Workbook, *, control: str) -> Iterator[str]:
    """Yield what each check is called that no longer comes to its control figure by what stands in the cells."""
    grouped: Grouped = {}
    for formula, stored in zip(
        formulas[control].iter_rows(min_row=6), values[control].iter_rows(min_row=6), strict=True
    ):
        if _rounded(_worked_out(str(formula[3].value), values, stored[1].value, grouped)) != _rounded(
            _number(stored[4].value)
        ):
            yield str(stored[0].value)


def _worked_out(formula: str, values: Workbook, concerns: object, grouped: Grouped) -> Decimal:
    if match := SUM.fullmatch(formula):
        return sum(map(_number, _cells(values, *match.groups())), Decimal(0))
    if match := SUMIFS.fullmatch(formula):
        if match.groups() not in grouped:
            grouped[match.groups()] = _by_key(values, match.groups())
        return grouped[match.groups()][concerns]
    if match := SHARES.fullmatch(formula):
        shares, wholes = (list(_cells(values, *match.groups()[at : at + 4])) for at in (0, 4))
        return sum(
            (_number(one) * _number(other) for one, other in zip(shares, wholes, strict=True)), Decimal(0)
        )
    match = ADDS_UP.fullmatch(formula)
    assert match, formula
    terms = [
        [_number(cell) * (-1 if sign == "-" else 1) for cell in _cells(values, *span)]
        for sign, *span in TERM.findall(match.group(1))
    ]
    return Decimal(sum(_rounded(sum(row, Decimal(0))) != 0 for row in zip(*terms, strict=True)))


def _by_key(values: Workbook, spans: tuple[str, ...]) -> dict[object, Decimal]:
    """Return the sum of a column for each value of another, read once for all the lines that ask."""
    sums: dict[object, Decimal] = defaultdict(Decimal)
    amounts, keys = (_cells(values, *spans[at : at + 4]) for at in (0, 4))
    for each, key in zip(amounts, keys, strict=True):
        sums[key] += _number(each)
    return sums


def _cells(values: Workbook, sheet: str, column: str, first: str, last: str) -> list[object]:
    return [cell.value for cell in chain(*values[sheet][f"{column}{first}:{column}{last}"])]


def _number(value: object) -> Decimal:
    return Decimal(repr(value)) if isinstance(value, int | float) else Decimal(0)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(CENT, rounding=ROUND_HALF_UP)
