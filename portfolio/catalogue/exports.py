"""What the workbooks we hand over hold: sheets, columns, headings and rules, as data."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Discriminator, Field, PositiveFloat, Tag, model_validator

from portfolio.given import LANGUAGES, Given, InLanguages

FOLDER = Path(__file__).parents[2] / "exports"
NOT_IN_TITLES = "[]:*?/\\'"
LONGEST_TITLE = 31

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A field of a report, or the key of a sheet."""
Way = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=80)]
"""A field of a report, or a field of what it holds: `round.title`."""


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


Column = Annotated[
    Annotated[Plain, Tag("field")]
    | Annotated[SumOver, Tag("sum_over")]
    | Annotated[Sum, Tag("sum")]
    | Annotated[Difference, Tag("difference")]
    | Annotated[Lack, Tag("lack")]
    | Annotated[Share, Tag("share")],
    Discriminator(_kind),
]


def needs(column: Column) -> tuple[str, ...]:
    """Return the columns of the same sheet that a column's rule reads."""
    if isinstance(column, SumOver):
        return tuple(each.same_as for each in column.where if each.same_as)
    if isinstance(column, Share):
        return (column.part, column.whole)
    return column.of if isinstance(column, Sum | Difference | Lack) else ()


class FieldFact(Given):
    """A fact of the report; with `shown_if` only where that field of the report is true."""

    kind: Literal["field"]
    label: InLanguages
    field: Way
    shown_if: Way | None = None


class TextFact(Given):
    """A sentence for the reader; with `shown_if` only where that field of the report is true."""

    kind: Literal["text"]
    label: InLanguages
    text: InLanguages
    shown_if: Way | None = None


class DigestFact(Given):
    """The sha256 of the report's data."""

    kind: Literal["digest"]
    label: InLanguages


class VerdictFact(Given):
    """Whether all the checks on a sheet hold."""

    kind: Literal["verdict"]
    label: InLanguages
    sheet: Name


Fact = Annotated[FieldFact | TextFact | DigestFact | VerdictFact, Field(discriminator="kind")]


class TotalCheck(Given):
    """A column's sum on each sheet against the sum of what the report itself holds for the first of them.

    With `by`, one check for each value of that column.
    """

    kind: Literal["total"]
    label: InLanguages
    column: Name
    sheets: tuple[Name, ...] = Field(min_length=1)
    by: Name | None = None


class AddsUpCheck(Given):
    """How many rows of a sheet whose parts do not sum to the whole."""

    kind: Literal["adds_up"]
    label: InLanguages
    sheet: Name
    parts: tuple[Name, ...] = Field(min_length=2)
    whole: Name


class ShareCheck(Given):
    """Each row's share of the whole, summed, against the sum of the parts."""

    kind: Literal["share_of"]
    label: InLanguages
    sheet: Name
    share: Name
    part: Name
    whole: Name


Check = Annotated[TotalCheck | AddsUpCheck | ShareCheck, Field(discriminator="kind")]


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
    columns: tuple[Column, ...] = Field(min_length=1)
    freeze: int = Field(default=0, ge=0, le=10)
    tidy: bool = False

    def column(self, field: str) -> Column:
        """Return the column that shows a field."""
        return next(each for each in self.columns if each.field == field)


class Checks(_Sheet):
    """Whether the sheets agree, by formula."""

    kind: Literal["checks"]
    checks: tuple[Check, ...] = Field(min_length=1)


Sheet = Annotated[Facts | Table | Checks, Field(discriminator="kind")]


class Mark(Given):
    """A word at the top of every page where a field of the report is true."""

    field: Way
    text: InLanguages


class WorkbookSpec(Given):
    """One workbook."""

    title: InLanguages
    description: InLanguages
    mark: Mark | None = None
    sheets: tuple[Sheet, ...] = Field(min_length=1)

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables by key."""
        return {each.key: each for each in self.sheets if isinstance(each, Table)}

    @model_validator(mode="after")
    def _whole(self) -> "WorkbookSpec":
        faults = [*_same_twice(self), *_bad_titles(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self


def read_export(path: Path) -> WorkbookSpec:
    """Read what one workbook holds."""
    return WorkbookSpec.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def exports(folder: Path = FOLDER) -> Mapping[str, WorkbookSpec]:
    """Read all the workbooks in the folder, by file name."""
    return {path.stem: read_export(path) for path in sorted(folder.glob("*.yaml"))}


def _same_twice(spec: WorkbookSpec) -> Iterator[str]:
    """Excel ignores case in sheet titles and table headings."""
    named = [("sheet keys", [each.key for each in spec.sheets])]
    for language in LANGUAGES:
        named.append((f"{language} titles", [each.title.in_(language).lower() for each in spec.sheets]))
        for key, table in spec.tables.items():
            headings = [each.heading.in_(language).lower() for each in table.columns]
            named.append((f"{language} headings of {key}", headings))
    named.extend((f"fields of {key}", [c.field for c in each.columns]) for key, each in spec.tables.items())
    for what, names in named:
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            yield f"{what} used twice: {', '.join(twice)}"


def _bad_titles(spec: WorkbookSpec) -> Iterator[str]:
    for sheet in spec.sheets:
        for title in (sheet.title.in_(language) for language in LANGUAGES):
            if not 0 < len(title) <= LONGEST_TITLE or set(title) & set(NOT_IN_TITLES):
                yield f"a sheet cannot be called «{title}»"
