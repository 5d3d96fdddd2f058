"""The files of the example as somebody wrote them, and what everything in them says of itself."""

import csv
from decimal import Decimal
from typing import Any

import yaml

from portfolio.catalogue.reference import DATA
from portfolio.money import Money

FOLDER = DATA / "demo"
SOURCE = "Eksempeldata (oppdiktet)"
LABELS = {"source": SOURCE, "example": True}
"""Said by every record that can say it, so that nobody takes the example for real."""

CsvRow = dict[str, str]
Item = dict[str, Any]


def rows(name: str) -> list[CsvRow]:
    """Return the rows of a CSV file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def items(name: str) -> list[Item]:
    """Return the items of a YAML file, for what has text too long for a row."""
    with (FOLDER / f"{name}.yaml").open(encoding="utf-8") as source:
        read: list[Item] = yaml.safe_load(source)
    return read


def amount(row: CsvRow) -> Money:
    """Return the amount of a row, which is written in kroner."""
    return Money.kroner(Decimal(row["amount"]))


def or_none(row: CsvRow, *optional: str) -> dict[str, str | None]:
    """Return a row in which these fields are None where they are empty."""
    return {key: value or None if key in optional else value for key, value in row.items()}
