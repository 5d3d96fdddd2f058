"""The workbooks we hand over, as the exports folder describes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, model_validator

from portfolio.catalogue.exports.checks import Check
from portfolio.catalogue.exports.columns import Column, Name, Way
from portfolio.catalogue.exports.facts import Fact
from portfolio.given import LANGUAGES, Given, InLanguages

FOLDER = Path(__file__).parents[3] / "exports"


NOT_IN_TITLES = "[]:*?/\\'"


LONGEST_TITLE = 31


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
