"""How cells look: one named style for each look and format, the same in every workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from portfolio.catalogue.exports.columns import Format

INK = "1F2933"
NAVY = "14375A"
MUTED = "6B7785"
RULE = "D5DBE1"
PALE = "EAF0F6"
YELLOW = "FFF8DC"


class Look(StrEnum):
    """The part a cell plays."""

    BODY = "body"
    DATA = "data"
    HEADER = "header"
    TOTAL = "total"
    LABEL = "label"
    TITLE = "title"
    SECTION = "section"
    LEAD = "lead"
    LINK = "link"
    INPUT = "input"
    EXAMPLE = "example"


NUMBER_FORMATS: Mapping[Format, str] = {
    Format.TEXT: "@",
    Format.LONG: "@",
    Format.ID: "@",
    Format.INTEGER: "#,##0;[Red]-#,##0",
    Format.YEAR: "0",
    Format.MONEY: "#,##0.00;[Red]-#,##0.00",
    Format.PERCENT: "0.0%",
    Format.NUMBER: "#,##0.0#####;[Red]-#,##0.0#####",
    Format.DAY: "dd.mm.yyyy",
    Format.MOMENT: "dd.mm.yyyy hh:mm",
}
WIDTHS: Mapping[Format, float] = {
    Format.TEXT: 22,
    Format.LONG: 46,
    Format.ID: 26,
    Format.INTEGER: 12,
    Format.YEAR: 9,
    Format.MONEY: 17,
    Format.PERCENT: 12,
    Format.NUMBER: 13,
    Format.DAY: 12,
    Format.MOMENT: 17,
}
TO_THE_LEFT = (Format.TEXT, Format.LONG, Format.ID)

_FONTS: Mapping[Look, Font] = {
    Look.BODY: Font(name="Calibri", size=10.5, color=INK),
    Look.DATA: Font(name="Calibri", size=10.5, color=INK),
    Look.HEADER: Font(name="Calibri", size=10.5, bold=True, color="FFFFFF"),
    Look.TOTAL: Font(name="Calibri", size=10.5, bold=True, color=INK),
    Look.LABEL: Font(name="Calibri", size=10.5, bold=True, color=NAVY),
    Look.TITLE: Font(name="Calibri", size=18, bold=True, color=NAVY),
    Look.SECTION: Font(name="Calibri", size=13, bold=True, color=NAVY),
    Look.LEAD: Font(name="Calibri", size=10.5, color=MUTED),
    Look.LINK: Font(name="Calibri", size=10.5, color="0B5CAD", underline="single"),
    Look.INPUT: Font(name="Calibri", size=10.5, color=INK),
    Look.EXAMPLE: Font(name="Calibri", size=10.5, italic=True, color=MUTED),
}
_FILLS: Mapping[Look, str] = {
    Look.HEADER: NAVY,
    Look.TOTAL: PALE,
    Look.INPUT: YELLOW,
    Look.EXAMPLE: PALE,
}
_THIN = Side(style="thin", color=RULE)
_STRONG = Side(style="medium", color=NAVY)
_ALL_ROUND = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BORDERS: Mapping[Look, Border] = {
    Look.BODY: Border(bottom=_THIN),
    Look.LABEL: Border(bottom=_THIN),
    Look.LINK: Border(bottom=_THIN),
    Look.TOTAL: Border(top=_STRONG),
    Look.INPUT: _ALL_ROUND,
    Look.EXAMPLE: _ALL_ROUND,
}
_NOT_WRAPPED = (Look.TITLE, Look.SECTION, Look.LEAD, Look.TOTAL, Look.DATA)
_INDENTED = (Look.BODY, Look.DATA, Look.HEADER, Look.TOTAL, Look.INPUT, Look.EXAMPLE)


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers that a workbook's cells refer to styles by."""

    plain: Mapping[tuple[Look, Format], int]
    quoted: Mapping[tuple[Look, Format], int]


def add_styles(workbook: Workbook) -> Styles:
    """Give a workbook all the named styles; `quoted` ones keep a text from ever becoming a formula."""
    scratch = workbook.create_sheet()
    plain, quoted = {}, {}
    for row, (look, shown) in enumerate(product(Look, Format), 1):
        style = _named(look, shown)
        workbook.add_named_style(style)
        cell, kept = scratch.cell(row, 1), scratch.cell(row, 2)
        cell.style = kept.style = style.name
        kept.quotePrefix = True
        plain[look, shown], quoted[look, shown] = cell.style_id, kept.style_id
    workbook.remove(scratch)
    return Styles(plain, quoted)


def _named(look: Look, shown: Format) -> NamedStyle:
    style = NamedStyle(name=f"Portefølje {look} {shown}")
    style.font = _FONTS[look]
    if look in _FILLS:
        style.fill = PatternFill("solid", fgColor=_FILLS[look])
    style.border = _BORDERS.get(look, Border())
    style.number_format = NUMBER_FORMATS[shown] if look is not Look.HEADER else "@"
    style.alignment = Alignment(
        horizontal="left" if shown in TO_THE_LEFT else "right",
        indent=int(look in _INDENTED and shown in TO_THE_LEFT),
        vertical="center" if look is Look.HEADER else "top",
        wrap_text=look is Look.HEADER or (shown in TO_THE_LEFT and look not in _NOT_WRAPPED),
    )
    return style
