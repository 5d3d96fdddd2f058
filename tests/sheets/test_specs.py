from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import ValidationError

from portfolio.catalogue.exports.workbooks import FOLDER, WorkbookSpec, exports, read_export
from portfolio.money import Money
from portfolio.parties import Side
from portfolio.reports.funding.overview import FundingReport
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.realising.benefits import BenefitReport
from portfolio.sheets.writing.fit import Misfit, check

REPORTS = {"funding": FundingReport, "ranking": RankingReport, "benefits": BenefitReport}


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    side: Side
    amount: Money


@dataclass(frozen=True, slots=True)
class Report:
    lines: tuple[Line, ...]


def text(plain):
    return {"nb": plain, "nn": plain, "en": plain}


def column(field, **more):
    return {"field": field, "heading": text(field)} | more


def table(*columns, key="data", rows="lines", **more):
    return {
        "kind": "table",
        "key": key,
        "title": text(key),
        "lead": text("x"),
        "rows": rows,
        "columns": columns,
    } | more


def spec(*sheets, **more):
    return WorkbookSpec.model_validate(
        {"title": text("t"), "description": text("d"), "sheets": sheets} | more
    )


def test_every_workbook_fits_its_report():
    assert exports().keys() == REPORTS.keys()
    for name, each in exports().items():
        check(each, REPORTS[name])


def test_every_file_in_the_folder_is_a_workbook():
    assert {path.name for path in Path(FOLDER).iterdir()} == {
        "README.md",
        *(f"{name}.yaml" for name in REPORTS),
    }
    assert read_export(Path(FOLDER) / "funding.yaml").tables["data"].tidy


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


@pytest.mark.parametrize(
    "sheets",
    [
        [table(column("name"), column("name"))],
        [table(column("name"), key="a"), table(column("name"), key="a")],
        [table(column("name") | {"heading": text("Side")}, column("side") | {"heading": text("side")})],
        [table(column("name")) | {"title": text("Data/Year")}],
        [table(column("name")) | {"title": text("x" * 32)}],
        [table(column("name") | {"formula": "=1+1"})],
        [table(column("name", kind="expression", of="1+1"))],
        [table(column("amount", kind="sum_over", over="b", column="c", where=[{"column": "d"}]))],
        [],
    ],
)
def test_a_spec_that_is_not_one_is_refused_when_it_is_read(sheets):
    with pytest.raises(ValidationError):
        spec(*sheets)
