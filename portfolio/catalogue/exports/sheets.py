"""The kinds of sheet a workbook may hold: facts, tables, and checks of itself."""

from typing import Annotated, Literal

from pydantic import Field

from portfolio.catalogue.exports.checks import Check
from portfolio.catalogue.exports.columns import SheetColumn
from portfolio.catalogue.exports.facts import Fact
from portfolio.catalogue.exports.fields import Name
from portfolio.given import Given, InLanguages

MOST_FROZEN = 10
"""Columns that may be kept in view: with more of them a screen has no room left to turn the rest past."""


class _Sheet(Given):
    key: Name
    title: InLanguages
    lead: InLanguages


class Facts(_Sheet):
    """The first sheet: what the workbook is, and how its sheets hang together."""

    kind: Literal["facts"]
    facts: tuple[Fact, ...] = Field(min_length=1)


class Table(_Sheet):
    """One row for each row of the report. A `tidy` table has its headings in row 1 and no total row."""

    kind: Literal["table"]
    rows: Name
    columns: tuple[SheetColumn, ...] = Field(min_length=1)
    freeze: int = Field(default=0, ge=0, le=MOST_FROZEN)
    tidy: bool = False

    def column(self, field: str) -> SheetColumn:
        """Return the column that shows a field."""
        return next(each for each in self.columns if each.field == field)


class Checks(_Sheet):
    """Whether the sheets agree, by formula."""

    kind: Literal["checks"]
    checks: tuple[Check, ...] = Field(min_length=1)


Sheet = Annotated[Facts | Table | Checks, Field(discriminator="kind")]
