"""The empty workbook that people fill in and send back: headings, lists to choose from, and an example."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from portfolio.alphabet import alphabetical
from portfolio.catalogue.exports.columns import Format
from portfolio.messages import N_
from portfolio.parties import OFFERED, Party, label
from portfolio.proposals.proposal import Phase
from portfolio.proposals.strategy import Goal
from portfolio.sheets.filling.examples import examples
from portfolio.sheets.filling.forms import FORMS, LISTS, README, BlankSheet, Heading
from portfolio.sheets.filling.register import PREFIXES
from portfolio.sheets.writing.book import Book, CellArea, keep_heading
from portfolio.sheets.writing.cells import Cell, Ink
from portfolio.sheets.writing.layout import HEADING_ROW, quoted
from portfolio.sheets.writing.styles import Look
from portfolio.sheets.writing.tables import LINE_HEIGHT, headed, lines, titled
from portfolio.words import Words

ROWS_READY = 300
"""How many rows each sheet has ready to fill in: more than a round has had of anything; below them one may go on."""
PRINTED = 25
"""How many of them are printed: one page, since an empty row is no use on paper."""
ADVICE: Sequence[tuple[str, str]] = (
    (N_("What to fill in"), N_("Fill in the yellow fields. Columns marked * must be filled in on every row you use.")),
    (N_("Reference"), N_("Give each proposal a reference, and use the same on the sheets Costs and Contributions.")),
    (N_("Amounts"), N_("Write whole kroner, or kroner and øre: 1250000 or 99,50. Current kroner without VAT.")),
    (N_("Parties"), N_("Choose from the list, or write the municipality number. Two municipalities may have the same name; the number tells them apart.")),
    (N_("Several in one field"), N_("Put semicolons between goals, and between partners.")),
    (N_("The example"), N_("The rows with the reference EKSEMPEL show how it is done. They are skipped as long as nobody changes them; let them stand or delete them.")),
    (N_("Columns and rows"), N_("You may change the order of the columns and rows, but not the headings.")),
    (N_("Sending it"), N_("Save the workbook and upload it. Before anything is kept you see all that is read, and what must be mended.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the sheet of lists."""

    key: str
    heading: str
    texts: tuple[str, ...]


def template(*, words: Words, parties: Sequence[Party], goals: Sequence[Goal], example: bool = True) -> bytes:
    """Return an empty workbook of proposals in one language; the same input gives the same bytes."""
    book = Book(
        words=words,
        title=words(N_("Template for proposals")),
        description=words(N_("Fill it in, save it and upload it.")),
    )
    listed = _lists(words, parties, goals)
    _add_advice(book)
    for form in FORMS:
        _add_form(book, form, listed, examples(words, parties, goals) if example else {})
    _add_lists(book, listed)
    return book.to_bytes()


def _add_advice(book: Book) -> None:
    words, ink = book.words, book.ink
    book.sheet(words(README), widths=(28, 100))
    rows = [
        *titled(ink, words(N_("Template for proposals")), words(N_("Fill it in, save it and upload it."))),
        ink.row(3, []),
    ]
    for number, (name, advice) in enumerate(ADVICE, HEADING_ROW):
        said = words(advice)
        cells = [Cell(words(name), Look.LABEL), Cell(said, Look.BODY, Format.LONG)]
        rows.append(ink.row(number, cells, height=LINE_HEIGHT * lines(said, 100) + 6))
    book.fill(rows, area=CellArea(1, len(rows), 2))  # fmt: skip


def _add_form(
    book: Book, form: BlankSheet, listed: Sequence[ListColumn], given: Mapping[str, Mapping[str, object]]
) -> None:
    title = book.words(form.title)
    sheet = book.sheet(title, widths=[each.width for each in form.headings])
    keep_heading(sheet, HEADING_ROW, columns=1)
    last = HEADING_ROW + ROWS_READY
    for number, heading in enumerate(form.headings, 1):
        letter = get_column_letter(number)
        _help(sheet, heading, f"{letter}{HEADING_ROW + 1}:{letter}{last}", book.words, listed)
    area = CellArea(1, last, len(form.headings))
    sheet.print_area = str(CellArea(1, HEADING_ROW + PRINTED, len(form.headings)))
    book.fill(_form_rows(book.ink, form, given.get(form.key)), area=area)


def _form_rows(ink: Ink, form: BlankSheet, example: Mapping[str, object] | None) -> Iterator[str]:
    words = ink.words
    yield from titled(ink, words(form.title), words(form.lead))
    yield ink.row(3, [])
    shown = [(_starred(each, words), each.format, each.width) for each in form.headings]
    yield headed(ink, HEADING_ROW, shown)
    first = HEADING_ROW + 1
    if example:
        yield ink.row(first, [Cell(example.get(e.field), Look.EXAMPLE, e.format) for e in form.headings])
        first += 1
    blank = [Cell(None, Look.INPUT, each.format) for each in form.headings]
    yield from (ink.row(number, blank) for number in range(first, HEADING_ROW + ROWS_READY + 1))


def _starred(heading: Heading, words: Words) -> str:
    return f"{words(heading.text)} *" if heading.required else words(heading.text)


def _help(sheet: Worksheet, heading: Heading, cells: str, words: Words, listed: Sequence[ListColumn]) -> None:
    """Show what to write when a cell is entered, and a list where there is one; nothing is forbidden."""
    help_ = DataValidation(type=None, allow_blank=True, showErrorMessage=False, showInputMessage=True)
    choices = [each.key for each in listed]
    if heading.choices in choices:
        at = choices.index(heading.choices)
        letter, count = get_column_letter(at + 1), max(1, len(listed[at].texts))
        help_.type = "list"
        help_.formula1 = f"{quoted(words(LISTS))}!${letter}$2:${letter}${count + 1}"
    help_.promptTitle, help_.prompt = words(heading.text)[:32], words(heading.hint)[:255]
    help_.sqref = cells
    sheet.add_data_validation(help_)


def _lists(words: Words, parties: Sequence[Party], goals: Sequence[Goal]) -> tuple[ListColumn, ...]:
    order = sorted(parties, key=lambda each: (OFFERED.index(each.kind), each.number, alphabetical(each.name)))
    titles = tuple(f"{each.number} {words.authored(each.text)}".strip() for each in goals)
    return (
        ListColumn("parties", words(N_("All parties")), tuple(label(each) for each in order)),
        ListColumn("party_kinds", words(N_("Kind of party")), tuple(words.name(each.kind) for each in order)),
        ListColumn("phases", words(N_("Phase")), tuple(words.name(each) for each in Phase)),
        ListColumn("goals", words(N_("Goals of the strategy")), titles),
        ListColumn("kinds", words(N_("Kinds of new parties")), tuple(words.name(each) for each in PREFIXES)),
    )


def _add_lists(book: Book, listed: Sequence[ListColumn]) -> None:
    widths = [44.0, 22.0, 24.0, 60.0, 24.0]
    sheet = book.sheet(book.words(LISTS), widths=widths)
    keep_heading(sheet, 1)
    tall = max(len(each.texts) for each in listed)
    headings = [(each.heading, Format.TEXT, wide) for each, wide in zip(listed, widths, strict=True)]
    rows = [headed(book.ink, 1, headings)]
    for index in range(tall):
        cells = [Cell(each.texts[index], Look.DATA) if index < len(each.texts) else None for each in listed]
        rows.append(book.ink.row(index + 2, cells))
    codes = f"A2:A{tall + 1}"
    book.fill(rows, area=CellArea(1, tall + 1, len(listed)), digits_as_text=codes)
