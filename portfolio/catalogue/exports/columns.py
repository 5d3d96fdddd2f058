"""The columns of a sheet: how a value is shown, and the rules that work one out from others."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, Field, PositiveFloat, Tag, model_validator

from portfolio.catalogue.exports.fields import Name
from portfolio.given import Given, InLanguages


class Format(StrEnum):
    """How a value is shown."""

    TEXT = "text"
    LONG = "long"
    ID = "id"
    INTEGER = "integer"
    YEAR = "year"
    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"


class _Column(Given):
    field: Name
    heading: InLanguages
    format: Format = Format.TEXT
    width: PositiveFloat | None = None
    total: bool = False


class Plain(_Column):
    """The field as it is."""

    kind: Literal["field"] = "field"


class Where(Given):
    """Which rows of the other sheet count: those whose `column` is this row's `same_as`, or `equals`."""

    column: Name
    same_as: Name | None = None
    equals: str | int | None = None

    @model_validator(mode="after")
    def _one(self) -> "Where":
        if (self.same_as is None) == (self.equals is None):
            raise ValueError("give same_as or equals, and only one of them")
        return self


class SumOver(_Column):
    """The sum of a column of another sheet, over the rows that match."""

    kind: Literal["sum_over"]
    over: Name
    column: Name
    where: tuple[Where, ...] = Field(min_length=1)


class Sum(_Column):
    """The sum of columns of the same row."""

    kind: Literal["sum"]
    of: tuple[Name, ...] = Field(min_length=2)


class Difference(_Column):
    """The first column of the row less the second."""

    kind: Literal["difference"]
    of: tuple[Name, Name]


class Lack(_Column):
    """What the first column of the row has beyond the second; zero where it has less."""

    kind: Literal["lack"]
    of: tuple[Name, Name]


class Share(_Column):
    """One column as a part of another; empty of nothing."""

    kind: Literal["share"]
    part: Name
    whole: Name


def _kind(given: object) -> str:
    return str(given.get("kind", "field") if isinstance(given, dict) else getattr(given, "kind", ""))


SheetColumn = Annotated[
    Annotated[Plain, Tag("field")]
    | Annotated[SumOver, Tag("sum_over")]
    | Annotated[Sum, Tag("sum")]
    | Annotated[Difference, Tag("difference")]
    | Annotated[Lack, Tag("lack")]
    | Annotated[Share, Tag("share")],
    Discriminator(_kind),
]


def needs(column: SheetColumn) -> tuple[str, ...]:
    """Return the columns of the same sheet that a column's rule reads."""
    if isinstance(column, SumOver):
        return tuple(each.same_as for each in column.where if each.same_as)
    if isinstance(column, Share):
        return (column.part, column.whole)
    return column.of if isinstance(column, Sum | Difference | Lack) else ()
