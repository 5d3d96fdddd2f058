"""The goals of the KS digitalisation strategy 2017–2020, as the data folder holds them."""

import csv
from functools import cache

from portfolio.given import InLanguages
from portfolio.proposals.strategy import Area, Goal
from portfolio.settings import HOME

FOLDER = HOME / "data" / "strategy"


@cache
def areas() -> tuple[Area, ...]:
    """Return the five areas, in the strategy's order."""
    return tuple(
        Area(key=row["key"], number=int(row["number"]), name=_text(row, "name")) for row in _rows("areas")
    )


@cache
def goals() -> tuple[Goal, ...]:
    """Return the 25 goals, in the strategy's order."""
    return tuple(
        Goal(key=row["key"], number=int(row["number"]), area=row["area"], text=_text(row, "text"))
        for row in _rows("goals")
    )


def _text(row: dict[str, str], field: str) -> InLanguages:
    return InLanguages(nb=row[f"{field}_nb"], nn=row[f"{field}_nn"], en=row[f"{field}_en"])


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
