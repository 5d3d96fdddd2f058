import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from portfolio.given import LANGUAGES
from portfolio.money import Money
from portfolio.parties import PartyKind
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn
from portfolio.proposals.proposal import Phase
from portfolio.words import words
from tests.sheets.books import GOALS, GOOD, PARTIES, empty, faults, filled, good, read, saved


def test_a_faultless_workbook_is_read_whole():
    upload, wrong = read(good())
    assert wrong == ()
    assert upload.proposals == (
        ProposalIn(where="Forslag!A6", reference="2026-014", title="Felles søk", owner_party="kommune:0301"),
    )
    assert upload.costs == (
        CostIn(where="Kostnader!A6", reference="2026-014", year=2027, amount=Money.kroner(1_250_000)),
    )
    assert upload.contributions == (
        ContributionIn(
            where="Bidrag!A6", reference="2026-014", party="ks", year=2027, applied=Money(50_000),
            promised=Money(40_000), agreed=Money(30_000), paid=Money(20_050),
        ),
    )  # fmt: skip
    assert len(upload.digest) == 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_says_nothing_and_has_no_faults(language):
    upload, wrong = read(empty(language))
    assert (upload.proposals, upload.costs, upload.contributions, upload.parties, wrong) == (
        (),
        (),
        (),
        (),
        (),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_read_in_every_language(language):
    names = load_workbook(io.BytesIO(empty(language))).sheetnames[1:4]
    cells = dict(zip(names, GOOD.values(), strict=True))
    cells[names[0]] = cells[names[0]] | {"D6": words(language).name(Phase.CARRY_OUT), "I6": "2; 1"}
    upload, wrong = read(filled(cells, language=language))
    assert wrong == ()
    assert upload.proposals[0].phase is Phase.CARRY_OUT
    assert upload.proposals[0].goals == (GOALS[1].key, GOALS[0].key)
    assert len(upload.costs) == len(upload.contributions) == 1


def test_columns_may_stand_in_any_order_and_letter_case():
    book = Workbook()
    book.active.title = "FORSLAG"
    book.active.append(["noe annet", "EIER", "tittel*", " referanse "])
    book.active.append(["", "ks", "Felles\xa0 søk ", 14.0])
    book.create_sheet("kostnader").append(["år", "Beløp i kroner", "Referanse"])
    book["kostnader"].append([2027, "1 250 000,50", 14])
    book.create_sheet("Contributions").append(["Applied for", "Reference", "Year", "Party"])
    upload, wrong = read(saved(book))
    assert wrong == ()
    assert (upload.proposals[0].reference, upload.proposals[0].title) == ("14", "Felles søk")
    assert (upload.costs[0].reference, upload.costs[0].amount) == ("14", Money(125_000_050))


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "about", "says"),
    [
        ("Forslag", "B6", None, "Forslag!B6", "Fyll ut «Tittel»"),
        ("Forslag", "A6", None, "Forslag!A6", "Fyll ut «Referanse»"),
        ("Forslag", "A6", date(2026, 1, 1), "Forslag!A6", "Formater cellen som tekst"),
        ("Forslag", "A6", "=1+1", "Forslag!A6", "ingen lagret verdi"),
        ("Forslag", "B6", "x" * 201, "Forslag!B6", "høyst 200 tegn"),
        ("Forslag", "C6", "Herøy", "Forslag!C6", "1515 Herøy, 1818 Herøy"),
        ("Forslag", "C6", "Våler kommune", "Forslag!C6", "3114 Våler, 3419 Våler"),
        ("Forslag", "C6", "Atlantis", "Forslag!C6", "Ingen part heter «Atlantis»"),
        ("Forslag", "C6", "9999", "Forslag!C6", "nummer 9999"),
        ("Forslag", "C6", "0301 Bergen", "Forslag!C6", "Nummer 0301 er Oslo"),
        ("Forslag", "C6", "Kommunene sammen", "Forslag!C6", "Én part må eie"),
        ("Forslag", "D6", "Halvveis", "Forslag!D6", "ikke et av valgene"),
        ("Forslag", "I6", "1; 999", "Forslag!I6", "ikke et mål"),
        ("Forslag", "J6", "Bergen; Narnia", "Forslag!J6", "Narnia"),
        ("Forslag", "L6", date(2027, 1, 1), "Forslag!L6", "Skriv bare året"),
        ("Forslag", "L6", "2027.5", "Forslag!L6", "ikke et år"),
        ("Forslag", "L6", 2080, "Forslag!L6", "for langt unna"),
        ("Kostnader", "B6", date(2027, 1, 1), "Kostnader!B6", "Skriv bare året"),
        ("Kostnader", "B6", None, "Kostnader!B6", "Fyll ut «År»"),
        ("Kostnader", "C6", -5, "Kostnader!C6", "under null"),
        ("Kostnader", "C6", 0.125, "Kostnader!C6", "to desimaler"),
        ("Kostnader", "C6", 1e-9, "Kostnader!C6", "to desimaler"),
        ("Kostnader", "C6", 1e300, "Kostnader!C6", "Sjekk"),
        ("Kostnader", "C6", 1e30, "Kostnader!C6", ""),
        ("Kostnader", "C6", "1.234", "Kostnader!C6", ""),
        ("Kostnader", "C6", "ca. 2 mill", "Kostnader!C6", ""),
        ("Kostnader", "C6", date(2027, 1, 1), "Kostnader!C6", "ikke et tall"),
        ("Kostnader", "C6", True, "Kostnader!C6", "ikke et tall"),
        ("Kostnader", "C6", "=SUM(1,2)", "Kostnader!C6", "ingen lagret verdi"),
        ("Kostnader", "C6", "#REF!", "Kostnader!C6", "viser #REF!"),
        ("Bidrag", "E6", 501, "Bidrag!E6", "lovet mer enn"),
        ("Bidrag", "F6", 401, "Bidrag!F6", "avtalt mer enn"),
        ("Bidrag", "G6", 301, "Bidrag!G6", "utbetalt mer enn"),
        ("Bidrag", "D6", None, "Bidrag!D6", "Fyll ut «Søkt»"),
        ("Parter", "A6", "Nytt organ", "Parter!B6", "Fyll ut «Type part»"),
    ],
)
def test_a_fault_is_told_at_its_cell_with_what_to_do(sheet, cell, value, about, says):
    told = faults(good(**{sheet: {cell: value}}))
    assert list(told) == [about]
    assert says in told[about]


@pytest.mark.parametrize(
    ("written", "party"),
    [
        (301, "kommune:0301"),
        ("301", "kommune:0301"),
        (1103.0, "kommune:1103"),
        ("1515", "kommune:1515"),
        ("1515 Herøy", "kommune:1515"),
        ("STAVANGER  kommune", "kommune:1103"),
        ("kommune:1103", "kommune:1103"),
        ("11", "fylke:11"),
        ("Rogaland fylkeskommune", "fylke:11"),
        ("rogaland", "fylke:11"),
    ],
)
def test_an_owner_is_known_by_number_name_or_both(written, party):
    upload, wrong = read(good(Forslag={"C6": written}))
    assert wrong == ()
    assert upload.proposals[0].owner_party == party


@pytest.mark.parametrize(
    ("written", "ore"),
    [(0.1, 10), (166996663.86, 16_699_666_386), ("1 250 000,50 kr", 125_000_050), ("99.5", 9950), (0, 0)],
)
def test_an_amount_is_kept_to_the_ore(written, ore):
    upload, wrong = read(good(Kostnader={"C6": written}))
    assert wrong == ()
    assert upload.costs[0].amount == Money(ore)


def test_every_fault_is_told_at_once_and_the_sound_rows_are_still_read():
    told = faults(
        good(
            Forslag={"B6": None, "C6": "Herøy", "L6": "snart", "A7": "15", "B7": "Ny", "C7": "KS"},
            Kostnader={"B6": "x", "C6": -1},
        )
    )
    assert sorted(told) == ["Forslag!B6", "Forslag!C6", "Forslag!L6", "Kostnader!B6", "Kostnader!C6"]
    upload, _ = read(good(Forslag={"B6": None, "A7": "15", "B7": "Ny", "C7": "KS"}))
    assert [each.reference for each in upload.proposals] == ["15"]


def test_the_same_reference_or_year_twice_is_told_with_where_the_first_stands():
    told = faults(
        good(
            Forslag={"A9": "2026-014 ", "B9": "En til", "C9": "KS"},
            Kostnader={"A8": "2026-014", "B8": 2027, "C8": 1},
        )
    )
    assert list(told) == ["Forslag!A9", "Kostnader!A8"]
    assert "Forslag!A6" in told["Forslag!A9"]


def test_a_party_may_give_twice_in_a_year_but_not_by_the_same_row():
    again = {f"{column}7": GOOD["Bidrag"][f"{column}6"] for column in "ABCDEFG"}
    assert list(faults(good(Bidrag=again))) == ["Bidrag!A7"]
    assert faults(good(Bidrag=again | {"D7": 501})) == {}


def test_a_new_body_may_own_a_proposal_in_the_same_workbook():
    other = words("nb").name(PartyKind.OTHER)
    upload, wrong = read(good(Parter={"A6": "Norsk søkelag", "B6": other}, Forslag={"C6": "norsk søkelag"}))
    assert wrong == ()
    assert upload.parties[0].id == upload.proposals[0].owner_party == "annen:norsk-søkelag"


def test_a_new_body_that_is_in_the_register_already_is_left_out():
    known = next(each.name for each in PARTIES if each.kind is PartyKind.STATE)
    upload, wrong = read(good(Parter={"A6": known, "B6": "state"}))
    assert (upload.parties, wrong) == ((), ())


def test_a_missing_sheet_is_told():
    book = load_workbook(io.BytesIO(good()))
    del book["Kostnader"], book["Parter"]
    told = [words("nb")(each.message) for each in read(saved(book))[1]]
    assert told == ["Arket «Kostnader» mangler. Bruk malen."]


def test_a_missing_column_is_told():
    assert "«Eier» mangler" in faults(good(Forslag={"C4": "Sjef"}))["Forslag!A4"]


def test_a_table_of_something_else_lacks_the_sheets_of_the_template():
    book = Workbook()
    book.active.append(["a", "b"])
    assert len(read(saved(book))[1]) == 3


def test_at_most_so_many_faults_are_told():
    rows = {f"A{row}": "x" for row in range(6, 300)}
    told = read(good(Forslag=rows))[1]
    assert len(told) == 301
    assert "feil til" in words("nb")(told[-1].message)


@pytest.mark.parametrize("text", ["=1+1", "@x", "+47 12345678", "-"])
def test_a_text_that_looks_like_a_formula_is_read_as_text(text):
    book = load_workbook(io.BytesIO(good()))
    cell = book["Forslag"]["N6"]
    cell.value, cell.data_type = text, "s"
    upload, wrong = read(saved(book))
    assert wrong == ()
    assert upload.proposals[0].contact == text


def test_running_text_keeps_its_lines():
    upload, _ = read(good(Forslag={"E6": " Første \n\n andre\xa0 linje "}))
    assert upload.proposals[0].summary == "Første\n\nandre linje"
