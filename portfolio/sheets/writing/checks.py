"""The sheet of checks: what the sheets come to by formula against what the report holds."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from portfolio.catalogue.exports.checks import AddsUpCheck, Check, ShareCheck, TotalCheck
from portfolio.catalogue.exports.columns import Format
from portfolio.catalogue.exports.sheets import Checks
from portfolio.messages import N_
from portfolio.money import Money, total
from portfolio.sheets.writing.book import Book, CellArea, colour_verdicts, keep_heading
from portfolio.sheets.writing.cells import Cell, Formula, Ink
from portfolio.sheets.writing.layout import HEADING_ROW, VERDICT, Laid, Layout
from portfolio.sheets.writing.styles import Look
from portfolio.sheets.writing.tables import headed, titled
from portfolio.words import Words

HEADINGS_AT = HEADING_ROW + 1
"""A row further down than in a table, since the verdict stands above them."""
HEADINGS: Sequence[tuple[str, Format, float]] = (
    (N_("What is checked"), Format.TEXT, 44),
    (N_("Concerns"), Format.TEXT, 24),
    (N_("Sheet"), Format.TEXT, 20),
    (N_("By formula"), Format.MONEY, 20),
    (N_("Control figure"), Format.MONEY, 20),
    (N_("Difference"), Format.MONEY, 16),
    (N_("Result"), Format.TEXT, 14),
)


Summed = Money | Decimal | int
"""What a column sums to: kroner, a number with two decimals, or a whole number."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check: a formula (`{concerns}` is the cell that says what it is about), its value, the control."""

    label: str
    concerns: object
    sheet: str
    formula: str
    value: Summed
    control: Summed

    @property
    def difference(self) -> Summed:
        """What the formula comes to beyond the control."""
        if isinstance(self.value, Money) and isinstance(self.control, Money):
            return self.value - self.control
        less = Decimal(str(self.value)) - Decimal(str(self.control))
        return less if self.format is Format.NUMBER else int(less)

    @property
    def format(self) -> Format:
        """How the figures are shown."""
        if isinstance(self.value, Money):
            return Format.MONEY
        return Format.NUMBER if isinstance(self.value, Decimal) else Format.INTEGER


def add_checks(book: Book, checks: Checks, layout: Layout, found: Sequence[CheckLine]) -> None:
    """Add the checks to the book. `found` is what `lines_of` gives."""
    title = layout.words.authored(checks.title)
    sheet = book.sheet(title, widths=[wide for _, _, wide in HEADINGS])
    keep_heading(sheet, HEADINGS_AT)
    area = CellArea(1, HEADINGS_AT + len(found), len(HEADINGS))
    sheet.print_area = str(area)
    for cells in (VERDICT.replace("$", ""), f"G{HEADINGS_AT + 1}:G{area.last}"):
        colour_verdicts(sheet, cells, good=_good(layout.words), bad=_bad(layout.words))
    book.fill(_rows(book.ink, checks, layout, found), area=area)


def verdict(words: Words, found: Sequence[CheckLine]) -> str:
    """Return what the checks come to, all together."""
    return _bad(words) if any(each.difference for each in found) else _good(words)


def lines_of(checks: Checks, layout: Layout) -> list[CheckLine]:
    """Return every check of the sheet, with the values worked out from the report."""
    return [line for each in checks.checks for line in _lines(each, layout)]


def _lines(check: Check, layout: Layout) -> Iterator[CheckLine]:
    if isinstance(check, TotalCheck):
        yield from _totals(check, layout)
    elif isinstance(check, AddsUpCheck):
        yield _adds_up(check, layout)
    elif isinstance(check, ShareCheck):
        yield _share_of(check, layout)


def _totals(check: TotalCheck, layout: Layout) -> Iterator[CheckLine]:
    label, by, everything = layout.words.authored(check.label), check.by, layout.words(N_("All rows"))
    placed = [layout.laid[key] for key in check.sheets]
    sums = [_sums(laid, check, everything) for laid in placed]
    none = _total(0, placed[0].table.column(check.column).format)
    for group in sorted(sums[0], key=_order) if by else [everything]:
        for laid, summed_up in zip(placed, sums, strict=True):
            matched = f"SUMIFS({laid.span(check.column)},{laid.span(by)},{{concerns}})" if by else ""
            formula = f"ROUND({matched or f'SUM({laid.span(check.column)})'},2)"
            value, control = summed_up.get(group, none), sums[0].get(group, none)
            yield CheckLine(label, group, laid.title, formula, value, control)


def _sums(laid: Laid, check: TotalCheck, everything: str) -> Mapping[object, Summed]:
    """Return the exact sum of a column for each value of another, or for everything."""
    amounts: dict[object, Fraction] = defaultdict(Fraction)
    for row in laid.rows:
        value = getattr(row, check.column)
        plain = value.ore if isinstance(value, Money) else value or 0
        amounts[getattr(row, check.by) if check.by else everything] += Fraction(plain)
    shown = laid.table.column(check.column).format
    return {group: _total(amount, shown) for group, amount in amounts.items()}


def _total(amount: Fraction | int, shown: Format) -> Summed:
    """Return a sum as the checks hold it: to the øre, whole, or with the two decimals that they round to."""
    if shown is Format.MONEY:
        return Money(int(amount))
    if shown is Format.INTEGER:
        return int(amount)
    return Decimal(math.floor(amount * 100 + Fraction(1, 2))) / 100


def _order(value: object) -> tuple[int, str]:
    """Put closed choices in their own order, years in theirs, and ids by what they are written with."""
    if isinstance(value, StrEnum):
        return list(type(value)).index(value), ""
    return (value, "") if isinstance(value, int) else (0, str(value))


def _adds_up(check: AddsUpCheck, layout: Layout) -> CheckLine:
    laid = layout.laid[check.sheet]
    parts = "+".join(laid.span(name) for name in check.parts)
    parts += "".join(f"-{laid.span(name)}" for name in check.less)
    wrong = sum(
        total(getattr(row, name) for name in check.parts)
        != getattr(row, check.whole) + total(getattr(row, name) for name in check.less)
        for row in laid.rows
    )
    formula = f"SUMPRODUCT(--(ROUND({parts}-{laid.span(check.whole)},2)<>0))"
    concerns = layout.words(N_("Rows that do not add up"))
    return CheckLine(layout.words.authored(check.label), concerns, laid.title, formula, wrong, 0)


def _share_of(check: ShareCheck, layout: Layout) -> CheckLine:
    laid = layout.laid[check.sheet]
    weighted = sum(
        Fraction(getattr(row, check.share) or 0) * getattr(row, check.whole).ore for row in laid.rows
    )
    formula = f"ROUND(SUMPRODUCT({laid.span(check.share)},{laid.span(check.whole)}),2)"
    return CheckLine(
        layout.words.authored(check.label),
        layout.words(N_("All rows")),
        laid.title,
        formula,
        Money(round(weighted)),
        total(getattr(row, check.part) for row in laid.rows),
    )


def _rows(ink: Ink, checks: Checks, layout: Layout, found: Sequence[CheckLine]) -> Iterator[str]:
    words = layout.words
    yield from titled(ink, words.authored(checks.title), words.authored(checks.lead))
    yield ink.row(3, [Cell(words(N_("All checks together")), Look.LABEL), _together(words, found)])
    yield ink.row(4, [])
    yield headed(ink, HEADINGS_AT, [(words(text), shown, wide) for text, shown, wide in HEADINGS])
    for number, line in enumerate(found, HEADINGS_AT + 1):
        yield ink.row(number, _cells(line, number, words))


def _together(words: Words, found: Sequence[CheckLine]) -> Cell:
    cells = f"G{HEADINGS_AT + 1}:G{HEADINGS_AT + len(found)}"
    formula = f'IF(COUNTIF({cells},"{_good(words)}")=ROWS({cells}),"{_good(words)}","{_bad(words)}")'
    return Cell(Formula(formula, verdict(words, found)))


def _cells(line: CheckLine, row: int, words: Words) -> list[Cell]:
    ruled = line.formula.replace("{concerns}", f"$B{row}")
    ruled_on = f'IF(F{row}=0,"{_good(words)}","{_bad(words)}")'
    figures = (
        Formula(ruled, line.value),
        line.control,
        Formula(f"ROUND(D{row}-E{row},2)", line.difference),
    )
    return [
        Cell(line.label),
        Cell(line.concerns),
        Cell(line.sheet),
        *(Cell(figure, Look.BODY, line.format) for figure in figures),
        Cell(Formula(ruled_on, verdict(words, [line]))),
    ]


def _good(words: Words) -> str:
    return words(N_("OK")).replace('"', "")


def _bad(words: Words) -> str:
    return words(N_("DEVIATION")).replace('"', "")
