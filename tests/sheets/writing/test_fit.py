from dataclasses import dataclass

import pytest

from portfolio.money import Money
from portfolio.parties import Side
from portfolio.sheets.writing.fit import Misfit, check
from tests.catalogue.exports.written import column, spec, table, text


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    side: Side
    amount: Money


@dataclass(frozen=True, slots=True)
class Report:
    lines: tuple[Line, ...]


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (table(column("nobody")), "a Line has no nobody"),
        (table(column("name"), rows="rows"), "the report has no rows rows"),
        (table(column("amount")), "amount cannot be shown as text"),
        (table(column("name", format="money")), "name cannot be shown as money"),
        (table(column("name", total=True)), "name cannot be summed"),
        (table(column("amount", format="money", kind="sum", of=["a", "b"])), "reads a, which is no column there"),
        (
            table(column("amount", format="money", kind="sum_over", over="gone", column="x", where=[{"column": "y", "equals": 1}])),
            "there is no table gone",
        ),
        (
            table(
                column("side"),
                column("amount", format="money", kind="sum_over", over="data", column="amount", where=[{"column": "side", "equals": "moon"}]),
            ),
            "side is never moon",
        ),
        (
            {"kind": "facts", "key": "f", "title": text("f"), "lead": text("f"), "facts": [{"kind": "field", "label": text("l"), "field": "lines.x"}]},
            "the report has no lines.x",
        ),
        (
            {"kind": "facts", "key": "f", "title": text("f"), "lead": text("f"), "facts": [{"kind": "verdict", "label": text("l"), "sheet": "x"}]},
            "there are no checks on x",
        ),
        (
            {"kind": "checks", "key": "c", "title": text("c"), "lead": text("c"), "checks": [{"kind": "total", "label": text("l"), "column": "x", "sheets": ["data"]}]},
            "there is no table data",
        ),
    ],
)  # fmt: skip
def test_a_spec_that_asks_for_what_is_not_there_is_refused(sheet, says):
    with pytest.raises(Misfit, match=says):
        check(spec(sheet), Report)
