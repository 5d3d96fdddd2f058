"""Workbooks like the small ones that went wrong, each otherwise in one way: the kinds of `test_small` met elsewhere in a file."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from portfolio.catalogue.former import former
from portfolio.given import Language
from portfolio.sheets.filling.forms import CONTRIBUTIONS, COSTS, PROPOSALS, BlankSheet
from portfolio.words import words

READ, ASKED, REFUSED = "read", "asked", "refused"
"""What may come of a workbook: it is read right and nothing asked, it is asked about, or it is refused, at a cell."""
TOLD: Mapping[BlankSheet, Mapping[str, object]] = {
    PROPOSALS: {
        "reference": "T-1",
        "title": "Felles kart",
        "owner_party": "0301",
        "phase": "concept",
        "summary": "Ett kart",
        "goals": 1,
        "partners": "KS; 1103",
        "starts": 2027,
        "ends": 2029,
    },
    COSTS: {"reference": "T-1", "year": 2027, "amount": 1_250_000, "note": "n"},
    CONTRIBUTIONS: {
        "reference": "T-1",
        "party": "KS",
        "year": 2027,
        "applied": 500_000,
        "promised": 400_000,
        "agreed": 300_000,
        "paid": 200_000,
        "note": "n",
    },
}
UNSEEN = "\u200b\u202e\u00ad\ufeff\u2066\u200d\u180e\ufe0f\u2060\u00a0\u202f\u2009\u3000\u3164\t"
"""Signs that nobody sees, and spaces that are no ordinary ones."""
TYPED = (
    "title",
    "amount",
    "year",
    "reference",
    "party",
    "owner_party",
    "starts",
    "goals",
    "promised",
    "note",
)
Do = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Variant:
    """A workbook, and what is to come of it: where it is asked or refused, and words that are said there."""

    name: str
    content: bytes
    comes: str
    where: str = ""
    says: str = ""


def book(do: Do = bool, *, language: Language = "nb", **said: object) -> bytes:
    """Return a workbook with one row a sheet, with some fields said otherwise, and something done to it."""
    made = Workbook()
    made.remove(made.active)
    for form, told in TOLD.items():
        sheet = made.create_sheet(words(language)(form.title))
        headings = [each for each in form.headings if each.field in told]
        sheet.append([words(language)(each.text) for each in headings])
        sheet.append(
            [
                said.get(f"{form.key}_{each.field}", said.get(each.field, told[each.field]))
                for each in headings
            ]
        )
    do(made)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def put(sheet: str, **cells: object) -> Do:
    """Return a way of writing in cells of a sheet."""

    def do(made: Any) -> None:
        for cell, value in cells.items():
            made[sheet][cell] = value

    return do


def shown(sheet: str, cell: str, format_: str, value: object = None) -> Do:
    """Return a way of showing a cell by a format."""

    def do(made: Any) -> None:
        made[sheet][cell].number_format = format_
        if value is not None:
            made[sheet][cell] = value

    return do


def merged_cells() -> Iterator[Variant]:
    """01: cells that are made one."""
    for sheet, block in (
        ("Forslag", "B2:B3"),
        ("Forslag", "E2:H2"),
        ("Kostnader", "C2:C4"),
        ("Bidrag", "B1:B3"),
    ):
        yield Variant(
            block,
            book(lambda made, s=sheet, b=block: made[s].merge_cells(b)),
            REFUSED,
            f"{sheet}!{block}",
            "slått sammen",
        )
    yield Variant("nothing in it", book(lambda made: made["Kostnader"].merge_cells("A20:D25")), READ)
    yield Variant(
        "a title above", book(lambda made: _above(made["Kostnader"], ["Våre kostnader"], merge="A1:D1")), READ
    )
    yield Variant(
        "headings",
        book(lambda made: made["Forslag"].merge_cells("D1:E1")),
        ASKED,
        "Forslag!E1",
        "ingen overskrift",
    )


def headings_twice() -> Iterator[Variant]:
    """02: a heading that stands twice, and what stands where nothing is read."""
    for heading in ("Beløp i kroner", "BELØP  I KRONER ", "Beløp i\nkroner *", "Amount in kroner"):
        yield Variant(
            heading, book(put("Kostnader", F1=heading, F2=99)), ASKED, "Kostnader!F1", "to ganger, i C og F"
        )
    yield Variant(
        "the same amount",
        book(put("Kostnader", F1="Beløp i kroner", F2=1_250_000)),
        ASKED,
        "Kostnader!F1",
        "to ganger",
    )
    yield Variant(
        "in nynorsk", book(put("Bidrag", J1="Lova", J2=1)), ASKED, "Bidrag!J1", "to ganger, i E og J"
    )
    yield Variant(
        "in a merged cell", book(put("Bidrag", J1="Merknad", J2="x")), ASKED, "Bidrag!J1", "to ganger"
    )
    yield Variant("nothing under it", book(put("Kostnader", F1="Beløp i kroner")), READ)
    for heading in ("Lovet (mill. kr)", "Tildelt", "Lovt", None, date(2028, 1, 1), 2028):
        yield Variant(f"Lovet as {heading}", book(put("Bidrag", E1=heading)), ASKED, "Bidrag!E1", "ikke lest")
    yield Variant(
        "a required one",
        book(put("Kostnader", C1="Beløp i mill. kr")),
        REFUSED,
        "Kostnader!A1",
        "«Beløp i kroner» mangler",
    )
    yield Variant(
        "loose text", book(put("Kostnader", H9="husk momsen")), ASKED, "Kostnader!H1", "ingen overskrift"
    )
    yield Variant(
        "a row above",
        book(lambda made: _above(made["Kostnader"], ["T-1", 2028, 5_000_000])),
        ASKED,
        "Kostnader!A1",
        "over overskriftene",
    )
    yield Variant(
        "a row of totals", book(put("Kostnader", A3="Sum", C3=1)), REFUSED, "Kostnader!B3", "Fyll ut"
    )


def noise() -> Iterator[Variant]:
    """03: amounts with the seventeen digits that are stored, in each column, and amounts that are none."""
    noisy = {"amount": 1250000.0000000002, "applied": 500000.00000000006, "promised": 400000.00000000006}
    yield Variant("seventeen digits", book(**noisy, agreed=300000.00000000006, paid=200000.00000000003), READ)
    for field, where in (("amount", "Kostnader!C2"), ("promised", "Bidrag!E2"), ("paid", "Bidrag!G2")):
        yield Variant(f"half an øre {field}", book(**{field: 100.125}), REFUSED, where, "deler av et øre")
        yield Variant(f"below zero {field}", book(**{field: -5}), REFUSED, where, "under null")
        yield Variant(f"too large {field}", book(**{field: 1e18}), REFUSED, where, "for stort")
        yield Variant(f"an error {field}", book(**{field: "#REF!"}), REFUSED, where, "#REF!")
        yield Variant(f"a formula {field}", book(**{field: "=1+1"}), REFUSED, where, "ingen lagret verdi")
        yield Variant(f"a truth {field}", book(**{field: True}), REFUSED, where, "ikke et tall")
        yield Variant(f"a day {field}", book(**{field: date(2027, 1, 1)}), REFUSED, where, "ikke et tall")
    for text in ("1,2 mill", "1200 tkr", "1.250.000", "50 %", "ca. 5", "(500)", "€ 500"):
        yield Variant(f"the text {text}", book(amount=text), REFUSED, "Kostnader!C2", "er ikke et beløp")
    for text in (
        "1 250 000",
        "kr 1\u202f250\u202f000",
        "1\u00a0250\u00a0000,-",
        "1250000,00",
        "1250000.00 kr",
    ):
        yield Variant(f"the text {text}", book(amount=text), READ)


def signs() -> Iterator[Variant]:
    """06 and 07: signs that nobody sees, and signs that stand by their number."""
    for sign in UNSEEN:
        around = {field: f"{sign}{_said(field)}{sign}" for field in TYPED if field != "reference"}
        yield Variant(f"U+{ord(sign):04X}", book(reference=f"{sign}T-1{sign}", **around), READ)
    for text in ("Felles_x0020_kart", "_xFEFF_Felles kart", "Felles_x000D_\nkart", "Felles\r\nkart"):
        yield Variant(repr(text), book(title=text), READ)
    for cell in ("C1", "D1"):
        yield Variant(f"in the heading {cell}", book(lambda made, c=cell: _spoil(made["Kostnader"][c])), READ)


def pictures() -> Iterator[Variant]:
    """09: what else stands in a workbook."""
    yield Variant("a chart", book(_chart), READ)
    yield Variant("a page with a chart alone", book(lambda made: made.create_chartsheet("Graf", 0)), READ)
    yield Variant(
        "a table", book(lambda made: made["Kostnader"].add_table(Table(displayName="T", ref="A1:D2"))), READ
    )
    yield Variant("a comment", book(_comment), ASKED, "Kostnader!C2", "1 kommentar")


def bodies() -> Iterator[Variant]:
    """10 and 11: bodies that are no more, and the names that people write."""
    for old in former():
        if old.number in {"0709", "1850", "0511", "3024", "1507", "30", "54", "01", "0602", "2020"}:
            yield Variant(
                old.number, book(owner_party=old.number), REFUSED, "Forslag!C2", f"{old.number} {old.name}"
            )
    for name, says in (
        ("Viken fylke", "31 Østfold"),
        ("Nærøy", "Nærøysund"),
        ("Klæbu kommune", "5001 Trondheim"),
        ("HORDALAND", "46 Vestland"),
    ):
        yield Variant(name, book(owner_party=name), REFUSED, "Forslag!C2", says)
    for name in ("Digitaliseringdirektoratet", "Nav (IT-avdelingen)", "Herøy (1515)"):
        yield Variant(name, book(owner_party=name), REFUSED, "Forslag!C2", "Er det «")
    for name in ("301", "0301", "OSLO", "Oslo kommune", "Oslo (0301)", "0301 oslo", "Oslo, 0301"):
        yield Variant(name, book(owner_party=name), READ)
    for name in ("Kommunesektorens organisasjon (KS)", "KS - Kommunesektorens organisasjon", "ks"):
        yield Variant(name, book(party=name), READ)


def units() -> Iterator[Variant]:
    """12: amounts that are meant, or shown, as something else than kroner."""
    for format_ in (
        "#,##0,,",
        '0.0,,"M"',
        '0 "mill."',
        "0.0\\ \\m\\i\\l\\l",
        "[$MNOK] 0.0",
        "[$€-2] 0",
        "0‰",
        ";;;",
        '0"000"',
    ):
        comes = REFUSED if "%" in format_ else ASKED
        yield Variant(format_, book(shown("Kostnader", "C2", format_)), comes, "Kostnader!C2", "formatet")
    for format_ in (
        '#,##0 "kr"',
        '#,##0",-"',
        "[$kr-414] #,##0",
        "#,##0\\ \\k\\r",
        "General",
        '_-* #,##0\\ "kr"_-;;_-* "-"??_-',
    ):
        yield Variant(format_, book(shown("Kostnader", "C2", format_)), READ)
    for cell, format_ in (("C2", "0%"), ("C2", "0.00 %")):
        yield Variant(format_, book(shown("Kostnader", cell, format_)), REFUSED, "Kostnader!C2", "prosent")
    small = {"applied": 6.25, "promised": 6.25, "agreed": 5.5, "paid": 4.75}
    yield Variant("millions", book(amount=12.5, **small), ASKED, "Kostnader!C2", "påfallende lite")
    yield Variant(
        "a number too many", book(amount=12_500_000_000_000), ASKED, "Kostnader!C2", "påfallende mye"
    )
    yield Variant(
        "per cent in a note", book(shown("Bidrag", "H2", "0%", 0.5)), REFUSED, "Bidrag!H2", "viser noe annet"
    )
    yield Variant("a day in a note", book(note=date(2027, 1, 1)), REFUSED, "Kostnader!D2", "dato")


def names_of_sheets() -> Iterator[Variant]:
    """13: sheets as Numbers, Google and LibreOffice name them, and sheets beside those of the template."""
    for name in ("Forslag – Tabell 1", "Forslag (2)", "Kopi av Forslag", "Ark1"):
        yield Variant(
            name, book(lambda made, n=name: setattr(made["Forslag"], "title", n)), REFUSED, "", f"«{name}»"
        )
    for name in ("FORSLAG", "forslag ", "Framlegg", "Proposals"):
        yield Variant(name, book(lambda made, n=name: _renamed(made["Forslag"], n)), READ)
    for name in (
        "Kostnader (2)",
        "Kopi av Kostnader",
        "Gevinster",
        "Costs",
        "Kostnader – Tabell 1",
        "Parter – Tabell 1",
    ):
        yield Variant(f"{name} besides", book(lambda made, n=name: _sheet(made, n)), ASKED, name, "ikke lest")
    for name in ("Lister", "Les meg"):
        yield Variant(
            f"{name} with amounts", book(lambda made, n=name: _sheet(made, n)), ASKED, name, "ikke lest"
        )
    yield Variant("an empty one besides", book(lambda made: made.create_sheet("Ark9")), READ)


def several() -> Iterator[Variant]:
    """14: what people write between several."""
    for text in ("KS, 1103", "KS\n1103", "KS;1103;", "• KS\n• 1103", "KS,Stavanger"):
        yield Variant(repr(text), book(partners=text), READ)
    for text in ("KS / 1103", "KS og 1103", "KS & 1103", "KS, Narnia"):
        yield Variant(text, book(partners=text), REFUSED, "Forslag!G2", "Sett semikolon")
    for text in ("1/2", "1 og 2", "1 + 2"):
        yield Variant(text, book(goals=text), REFUSED, "Forslag!F2", "Sett semikolon")
    yield Variant("a number that Excel made", book(goals=1.2), REFUSED, "Forslag!F2", "ikke et mål")


def hidden() -> Iterator[Variant]:
    """17: what is hidden, in whatever way."""
    yield Variant(
        "a sheet",
        book(lambda made: setattr(made["Kostnader"], "sheet_state", "veryHidden")),
        ASKED,
        "Kostnader",
        "skjult",
    )
    yield Variant(
        "a grouped row",
        book(lambda made: made["Forslag"].row_dimensions.group(2, 2, hidden=True)),
        ASKED,
        "Forslag!A2",
        "1 skjult rad",
    )
    yield Variant(
        "a column",
        book(lambda made: setattr(made["Bidrag"].column_dimensions["E"], "hidden", True)),
        ASKED,
        "Bidrag!E1",
        "skjult",
    )
    yield Variant(
        "grouped columns",
        book(lambda made: made["Bidrag"].column_dimensions.group("D", "G", hidden=True)),
        ASKED,
        "Bidrag!G1",
        "skjult",
    )
    yield Variant(
        "grouped and open", book(lambda made: made["Forslag"].row_dimensions.group(2, 2, hidden=False)), READ
    )


def references() -> Iterator[Variant]:
    """18: what stands for the reference."""
    for said in ("T-1 ", "\u00a0T-1", "T-1\u200b"):
        yield Variant(repr(said), book(proposals_reference=said), READ)
    yield Variant("twenty digits", book(reference=12345678901234567890), REFUSED, "Forslag!A2", "15 sifre")
    yield Variant("a day", book(reference=date(2026, 1, 14)), REFUSED, "Forslag!A2", "dato")
    yield Variant(
        "a word of the format",
        book(shown("Forslag", "A2", '"T-"0', 7)),
        REFUSED,
        "Forslag!A2",
        "viser noe annet",
    )


def years() -> Iterator[Variant]:
    """Years as other things than four digits."""
    for said in (
        date(2027, 1, 1),
        46388,
        "01.01.2027",
        "2027-2029",
        2027.5,
        True,
        "#N/A",
        "år 2027",
        time(12),
        27,
        20270,
    ):
        yield Variant(repr(said), book(costs_year=said), REFUSED, "Kostnader!B2")
    for said in (2027.0, "2027 ", "2027\u00a0", "２０２７"):
        yield Variant(repr(said), book(costs_year=said), READ)


def languages() -> Iterator[Variant]:
    """The same in the three languages, and shifted about in the sheet."""
    for language in ("nb", "nn", "en"):
        yield Variant(language, book(language=language), READ)
    yield Variant("shifted", book(_shifted), READ)
    yield Variant("one heading in English", book(put("Bidrag", E1="Promised")), READ)


KINDS: tuple[Callable[[], Iterator[Variant]], ...] = (
    merged_cells, headings_twice, noise, signs, pictures, bodies, units, names_of_sheets, several, hidden, references, years, languages,
)  # fmt: skip


def _said(field: str) -> object:
    return next(told[field] for told in reversed(TOLD.values()) if field in told)


def _above(sheet: Any, row: list[object], *, merge: str = "") -> None:
    sheet.insert_rows(1, 2)
    for column, value in enumerate(row, 1):
        sheet.cell(1, column, value)
    if merge:
        sheet.merge_cells(merge)


def _spoil(cell: Any) -> None:
    cell.value = f"\ufeff{cell.value[:3]}\u00ad{cell.value[3:]}\u00a0*"


def _chart(made: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(made["Kostnader"], min_col=3, min_row=1, max_row=2), titles_from_data=True)
    made["Kostnader"].add_chart(chart, "J5")


def _comment(made: Any) -> None:
    made["Kostnader"]["C2"].comment = Comment("Egentlig 2 500 000", "Kari")


def _renamed(sheet: Any, name: str) -> None:
    sheet.title = "x"
    sheet.title = name


def _sheet(made: Any, name: str) -> None:
    sheet = made.create_sheet(name)
    sheet.append(["Referanse", "År", "Beløp i kroner"])
    sheet.append(["T-1", 2028, 1_000_000])


def _shifted(made: Any) -> None:
    for sheet in made:
        sheet.insert_cols(1, 4)
        sheet.insert_rows(1, 6)
