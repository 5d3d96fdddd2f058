"""A small report and the workbook it makes: who pays what, by side, with a total, a share and a check of it."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from portfolio.given import Language
from portfolio.money import Money
from portfolio.parties import Side
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.catalogue.exports.written import column, spec, table, text


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody pays."""

    name: str
    number: str
    side: Side
    amount: Money


@dataclass(frozen=True, slots=True)
class Total:
    """What a side pays of the whole."""

    side: Side
    own: Money
    whole: Money
    share: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """Who pays what."""

    as_of: datetime
    example: bool
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]


AT = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
LINES = (
    Line("NAV", "", Side.STATE, Money(30_00)),
    Line("Oslo", "0301", Side.LOCAL, Money(10_05)),
    Line("Herøy", "1515", Side.LOCAL, Money(20_00)),
)
TOTALS = (
    Total(Side.STATE, Money(30_00), Money(60_05), 3000 / 6005),
    Total(Side.LOCAL, Money(30_05), Money(60_05), 3005 / 6005),
)
REPORT = Report(AT, True, LINES, TOTALS)
MONEY = {"format": "money"}
SUMMED = {
    "kind": "sum_over",
    "over": "data",
    "column": "amount",
    "where": [{"column": "side", "same_as": "side"}],
}
SPEC = spec(
    {
        "kind": "facts",
        "key": "front",
        "title": text("Les meg"),
        "lead": text("Hva dette er."),
        "facts": [
            {"kind": "field", "field": "as_of", "label": text("Tatt")},
            {"kind": "text", "text": text("Oppdiktet"), "label": text("Merk"), "shown_if": "example"},
            {"kind": "digest", "label": text("Fingeravtrykk")},
            {"kind": "verdict", "sheet": "control", "label": text("Stemmer")},
        ],
    },
    table(
        column("side"),
        column("own", total=True, **MONEY, **SUMMED),
        column("whole", total=True, **MONEY),
        column("share", format="percent", kind="share", part="own", whole="whole", total=True),
        key="sides",
        rows="totals",
    ),
    table(column("name"), column("number"), column("side"), column("amount", **MONEY), tidy=True),
    {
        "kind": "checks",
        "key": "control",
        "title": text("Kontroll"),
        "lead": text("Om arkene stemmer."),
        "checks": [
            {"kind": "total", "label": text("Beløp"), "column": "amount", "sheets": ["data"], "by": "side"},
            {
                "kind": "share_of",
                "label": text("Andel"),
                "sheet": "sides",
                "share": "share",
                "part": "own",
                "whole": "whole",
            },
        ],
    },
    banner={"field": "example", "text": text("Eksempel")},
)


def made(report: Report = REPORT, language: Language = "nb") -> bytes:
    """Return the workbook."""
    return workbook(SPEC, report, words=words(language))


def opened(report: Report = REPORT, *, values: bool = False) -> Workbook:
    """Return the workbook as openpyxl reads it: with its formulas, or with the values stored beside them."""
    return load_workbook(io.BytesIO(made(report)), data_only=values)
