"""A sheet of the template as it came back: found by its title, and its columns by their headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from portfolio.given import LANGUAGES
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.sheets.filling.forms import BlankSheet
from portfolio.sheets.filling.safe import Grid, Value
from portfolio.sheets.filling.texts import folded
from portfolio.words import words

HEADINGS_WITHIN = 15
"""The headings stand in one of the first so many rows: in the fourth, unless somebody has put lines of their own above."""


class LeftOut(Objection):
    """A sheet, column or value that must be there."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet of the template as it came back: the row that its headings stand in, and the column of each by its field."""

    form: BlankSheet
    grid: Grid
    heading_row: int
    columns: Mapping[str, int]

    @property
    def title(self) -> str:
        """What the sheet is called in the file."""
        return self.grid.title

    @property
    def rows(self) -> tuple[tuple[int, Mapping[int, Value]], ...]:
        """The rows under the headings, by their number."""
        below = sorted(number for number in self.grid.rows if number > self.heading_row)
        return tuple((number, self.grid.rows[number]) for number in below)

    def cell(self, field: str, row: int) -> str:
        """Return where a field of a row stands, as `Forslag!C7`."""
        return f"{self.title}!{get_column_letter(self.columns.get(field, 1))}{row}"


def sheet_of(form: BlankSheet, grids: Sequence[Grid]) -> FilledSheet | None:
    """Return the sheet with the form's title in any of the languages, in whatever order its columns stand.

    Raises:
        LeftOut: a heading that must be there is not.
    """
    grid = next((each for each in grids if is_called(each, form.title)), None)
    if grid is None:
        return None
    row, columns = _headings(form, grid)
    lacking = [each for each in form.headings if each.required and each.field not in columns]
    if lacking:
        raise LeftOut(
            N_("The column «{column}» is missing. Use the headings of the template."),
            about=f"{grid.title}!A{row or 1}",
            column=Message(lacking[0].text),
        )
    return FilledSheet(form, grid, row, columns)


def is_called(grid: Grid, title: str) -> bool:
    """Say whether a sheet has a title of the template in any of the languages."""
    return folded(grid.title) in {folded(words(language)(title)) for language in LANGUAGES}


def known_headings(form: BlankSheet) -> Mapping[str, str]:
    """Return the field that each heading of a form stands for, by the heading as it is compared, in all the languages."""
    return {
        folded(words(language)(each.text)): each.field for each in form.headings for language in LANGUAGES
    }


def _headings(form: BlankSheet, grid: Grid) -> tuple[int, dict[str, int]]:
    """Return the row with most of the form's headings, and where each of them stands."""
    known = known_headings(form)
    best: tuple[int, dict[str, int]] = (0, {})
    for number in sorted(grid.rows)[:HEADINGS_WITHIN]:
        found: dict[str, int] = {}
        for column, value in sorted(grid.rows[number].items()):
            field = known.get(folded(str(value))) if isinstance(value, str) else None
            if field:
                found.setdefault(field, column)
        if len(found) > len(best[1]):
            best = (number, found)
    return best
