"""The first sheet: what the workbook is, what it rests on, and how its sheets hang together."""

from collections.abc import Iterator, Mapping

from portfolio.catalogue.exports.facts import DigestFact, Fact, FieldFact, ImprintFact, TextFact, VerdictFact
from portfolio.catalogue.exports.sheets import Facts
from portfolio.catalogue.exports.workbooks import WorkbookSpec
from portfolio.messages import N_, Message
from portfolio.reports.imprint import Imprint
from portfolio.sheets.writing.book import Book, CellArea
from portfolio.sheets.writing.cells import Cell, Formula, Ink
from portfolio.sheets.writing.digest import digest
from portfolio.sheets.writing.layout import Layout, quoted
from portfolio.sheets.writing.styles import TO_THE_LEFT, Look
from portfolio.sheets.writing.tables import LINE_HEIGHT, lines, titled
from portfolio.words import Words

WIDE = (30.0, 96.0)
FIRST = 4


def add_facts(book: Book, facts: Facts, layout: Layout, *, verdicts: Mapping[str, str]) -> None:
    """Add the first sheet to the book. `verdicts` are what the checks on each sheet come to."""
    sheet = book.sheet(layout.words.authored(facts.title), widths=WIDE)
    rows = list(_rows(book.ink, facts, layout, verdicts))
    area = CellArea(1, len(rows), len(WIDE))
    sheet.print_area = str(area)
    book.fill(rows, area=area)


def _rows(ink: Ink, facts: Facts, layout: Layout, verdicts: Mapping[str, str]) -> Iterator[str]:
    said = layout.words.authored
    title = f"{said(layout.spec.title)} – {layout.banner}" if layout.banner else said(layout.spec.title)
    yield from titled(ink, title, said(layout.spec.description))
    yield ink.row(3, [])
    told = [line for each in facts.facts if _shown(each, layout) for line in _lines(each, layout, verdicts)]
    for number, (label, cell) in enumerate(told, FIRST):
        yield _told(ink, number, Cell(label, Look.LABEL), cell)
    after = FIRST + len(told)
    yield ink.row(after, [])
    yield ink.row(after + 1, [Cell(layout.words(N_("The sheets of this workbook")), Look.SECTION)], height=22)
    for number, (link, lead) in enumerate(_contents(layout.spec, facts, layout.words), after + 2):
        yield _told(ink, number, link, lead)


def _told(ink: Ink, number: int, left: Cell, right: Cell) -> str:
    text = ink.said(right.value) if right.format in TO_THE_LEFT else ""
    return ink.row(number, [left, right], height=LINE_HEIGHT * lines(text, WIDE[1]) + 4)


def _shown(fact: Fact, layout: Layout) -> bool:
    if isinstance(fact, FieldFact | TextFact) and fact.shown_if:
        return bool(layout.value(fact.shown_if))
    return True


def _lines(fact: Fact, layout: Layout, verdicts: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
    if isinstance(fact, ImprintFact):
        yield from _imprint(layout)
    else:
        yield layout.words.authored(fact.label), _value(fact, layout, verdicts)


def _imprint(layout: Layout) -> Iterator[tuple[str, Cell]]:
    """Yield what every workbook says of what it rests on, in the same words and the same order."""
    words, imprint = layout.words, layout.value("imprint")
    if isinstance(imprint, Imprint):
        yield words(N_("Figures as of")), _field(imprint.as_of, words)
        yield words(N_("What is in it")), _field(imprint.filters, words)
        yield words(N_("Versions")), _field(imprint.versions, words)
        yield words(N_("Price basis")), Cell(words(imprint.prices))
        yield words(N_("Data revision")), _field(imprint.revision, words)
        yield words(N_("Head of the trail")), Cell(imprint.head)
        yield words(N_("Fingerprint (SHA-256)")), Cell(digest(layout.report))


def _value(
    fact: FieldFact | TextFact | DigestFact | VerdictFact, layout: Layout, verdicts: Mapping[str, str]
) -> Cell:
    if isinstance(fact, FieldFact):
        return _field(layout.value(fact.field), layout.words)
    if isinstance(fact, DigestFact):
        return Cell(digest(layout.report))
    if isinstance(fact, VerdictFact):
        return Cell(Formula(layout.verdict(fact.sheet), verdicts[fact.sheet]))
    return Cell(layout.words.authored(fact.text))


def _field(value: object, words: Words) -> Cell:
    """Return a fact as it is written out, to the left like its neighbours; several sentences as a paragraph."""
    if isinstance(value, tuple) and all(isinstance(each, Message) for each in value):
        return Cell(" ".join(map(words, value)))
    return Cell(value if isinstance(value, tuple | str) or value is None else words.put(value))


def _contents(spec: WorkbookSpec, facts: Facts, words: Words) -> Iterator[tuple[Cell, Cell]]:
    for each in spec.sheets:
        if each.key != facts.key:
            title = words.authored(each.title)
            target = f"#{quoted(title)}!A1".replace('"', '""')
            link = Formula(f'HYPERLINK("{target}","{title.replace(chr(34), chr(34) * 2)}")', title)
            yield Cell(link, Look.LINK), Cell(words.authored(each.lead))
