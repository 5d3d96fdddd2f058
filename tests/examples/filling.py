"""The template filled in as people do it, by openpyxl: one value for each field of a row."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from portfolio.catalogue.reference import parties
from portfolio.catalogue.strategy import goals
from portfolio.given import Language
from portfolio.sheets.filling.forms import FORMS
from portfolio.sheets.filling.template import HEADING_ROW, template
from portfolio.words import words

FIRST = HEADING_ROW + 2
"""The row after the example."""

Rows = Iterable[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types so that Excel makes a formula of it."""

    text: str


def place(sheet: str, field: str, row: int = FIRST, *, language: Language = "nb") -> str:
    """Return the cell that a field of a row stands in: `Forslag!L6`."""
    form = next(each for each in FORMS if words(language)(each.title) == sheet)
    column = next(number for number, each in enumerate(form.headings, 1) if each.field == field)
    return f"{sheet}!{get_column_letter(column)}{row}"


def filled(source: bytes | None = None, *, language: Language = "nb", **sheets: Rows) -> bytes:
    """Return the template with rows on the sheets named (`proposals`, `costs`, `contributions`, `parties`)."""
    given = source or template(words=words(language), parties=parties(), goals=goals())
    book = load_workbook(io.BytesIO(given))
    for form in FORMS:
        sheet = book[words(language)(form.title)]
        columns = {heading.field: number for number, heading in enumerate(form.headings, 1)}
        for number, row in enumerate(sheets.get(form.key, ()), FIRST):
            for field, value in row.items():
                cell = sheet.cell(number, columns[field])
                cell.value = value.text if isinstance(value, Typed) else value
                if isinstance(value, str):
                    cell.data_type = "s"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
