"""A workbook under way: its sheets, their set-up for screen and print, and its bytes at last."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from portfolio.given import Language
from portfolio.messages import N_
from portfolio.sheets.writing.cells import Ink
from portfolio.sheets.writing.package import Body, finish
from portfolio.sheets.writing.styles import add_styles
from portfolio.words import Words

A4 = 9
END_NUMBER, END_DIGEST = "TrailNumber", "TrailDigest"
"""What the properties of a workbook are called that say where the trail ended."""
TAGS: dict[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class CellArea:
    """A block of cells, from row `first` to row `last`, over so many columns from A."""

    first: int
    last: int
    columns: int

    def __str__(self) -> str:
        return f"A{self.first}:{get_column_letter(self.columns)}{self.last}"


class Book:
    """Collects sheets and gives the file. It is used once."""

    def __init__(self, *, words: Words, title: str, description: str, banner: str = "") -> None:
        self.words = words
        self._workbook = Workbook()
        self._workbook.remove(self._workbook.worksheets[0])
        self.ink = Ink(words, add_styles(self._workbook))
        self._title, self._banner = title, banner
        self._bodies: list[Body] = []
        about = self._workbook.properties
        about.title, about.description = title, description
        about.language, about.creator = TAGS[words.language], "Fellesporteføljen"

    def sheet(self, title: str, *, widths: Sequence[float]) -> Worksheet:
        """Add a sheet, set up for A4 across with the page number at the foot."""
        sheet: Worksheet = self._workbook.create_sheet(title)
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        self._foot(sheet, title)
        return sheet

    def fill(self, rows: Iterable[str], *, area: CellArea, digits_as_text: str = "") -> None:
        """Give the sheet that was added last its rows, which may be many and are asked for once."""
        self._bodies.append(Body(rows, str(area), digits_as_text))

    def tell_end(self, seq: object, digest: object) -> None:
        """Say, where only programs look, where the trail ended when this was asked."""
        for name, value in ((END_NUMBER, seq), (END_DIGEST, digest)):
            props = self._workbook.custom_doc_props  # type: ignore[attr-defined]
            props.append(StringProperty(name=name, value=str(value)))

    def to_bytes(self, *, at: datetime | None = None) -> bytes:
        """Return the file."""
        skeleton = io.BytesIO()
        self._workbook.save(skeleton)
        return finish(skeleton.getvalue(), self._bodies, shared=self.ink.shared_strings, at=at)

    def _foot(self, sheet: Worksheet, title: str) -> None:
        pages = self.words(N_("Page {page} of {pages}"), page="&P", pages="&N")
        named = f"{self._title} – {title}".replace("&", "&&")
        for part, left, right in (
            (sheet.oddFooter, named, pages),
            (sheet.oddHeader, "", self._banner.replace("&", "&&")),
        ):
            if part is not None:
                part.left.text, part.right.text = left or None, right or None
                part.left.size = part.right.size = 9


def keep_heading(sheet: Worksheet, row: int, *, columns: int = 0) -> None:
    """Keep the heading row on the screen and at the top of every page."""
    sheet.freeze_panes = f"{get_column_letter(columns + 1)}{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def name_table(sheet: Worksheet, name: str, headings: Sequence[str], area: CellArea) -> None:
    """Make a block a named table with filters; the cells of its first row hold the headings."""
    table = Table(displayName=name, name=name, ref=str(area))
    table.tableColumns = [TableColumn(id=number, name=text) for number, text in enumerate(headings, 1)]
    table.autoFilter = AutoFilter(ref=str(area))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def colour_verdicts(sheet: Worksheet, cells: str, *, good: str, bad: str) -> None:
    """Colour the words of a verdict; the words say the same without the colour."""
    for word, ink, fill in ((good, "0B6B3A", "E3F4EA"), (bad, "9B1C1C", "FBE3E3")):
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal",
            formula=[f'"{word}"'],
            font=Font(color=ink, bold=True),
            fill=PatternFill(bgColor=fill),
        )
        sheet.conditional_formatting.add(cells, rule)
