"""The workbooks we hand over, as the exports folder describes them."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml
from pydantic import Field, model_validator

from portfolio.catalogue.exports.fields import Way
from portfolio.catalogue.exports.sheets import Sheet, Table
from portfolio.given import LANGUAGES, Given, InLanguages
from portfolio.settings import HOME

FOLDER = HOME / "exports"
NOT_IN_TITLES = "[]:*?/\\'"
"""Signs that Excel refuses in the title of a sheet, or takes for the end of it in a formula."""
LONGEST_TITLE = 31
"""Signs in the title of a sheet: what Excel takes."""


class Banner(Given):
    """A word at the top of every page where a field of the report is true."""

    field: Way
    text: InLanguages


class WorkbookSpec(Given):
    """One workbook."""

    title: InLanguages
    description: InLanguages
    banner: Banner | None = None
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


@cache
def exports(folder: Path = FOLDER) -> Mapping[str, WorkbookSpec]:
    """Return all the workbooks in the folder by file name, read once."""
    return MappingProxyType({path.stem: read_export(path) for path in sorted(folder.glob("*.yaml"))})


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
