import io
import re
import time
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from portfolio.catalogue.exports.workbooks import exports
from portfolio.given import LANGUAGES
from portfolio.money import Money, total
from portfolio.sheets.writing.cells import TooLargeForASheet
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.workbooks.conftest import cells
from tests.workbooks.reports import funding

SPEC = exports()["funding"]


@pytest.fixture(scope="module")
def report():
    return funding()


@pytest.fixture(scope="module")
def content(report):
    return workbook(SPEC, report, words=words("nb"))


@pytest.fixture(scope="module")
def book(content):
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def values(content):
    return load_workbook(io.BytesIO(content), data_only=True)


def formulas(content):
    book = load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_every_formula_comes_to_the_value_stored_beside_it(content, recalculated):
    stored, worked_out, ruled = cells(io.BytesIO(content)), recalculated(content), formulas(content)
    assert len(ruled) > 2_500
    for place in ruled:
        expected, got = stored.get(place), worked_out.get(place)
        if isinstance(expected, float | int):
            assert got == pytest.approx(expected, rel=1e-12, abs=1e-9), (place, ruled[place])
        else:
            assert got == expected, (place, ruled[place])


def test_the_check_of_formulas_would_notice_a_stored_value_that_is_wrong(recalculated):
    report = funding(projects=2, joint_every=0)
    first = replace(report.projects[0], lacking=report.projects[0].lacking + Money(1))
    wrong = replace(report, projects=(first, *report.projects[1:]))
    content = workbook(SPEC, wrong, words=words("nb"))
    assert cells(io.BytesIO(content))["Oversikt", "L5"] != recalculated(content)["Oversikt", "L5"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_figure_in_the_data_shows_as_a_deviation(language):
    report = funding(projects=2, joint_every=0)
    line = report.lines[3]
    wrong = replace(
        report, lines=(*report.lines[:3], replace(line, promised=line.promised + Money(1)), *report.lines[4:])
    )
    content = workbook(SPEC, wrong, words=words(language))
    word = {"nb": "AVVIK", "nn": "AVVIK", "en": "DEVIATION"}[language]
    front = SPEC.sheets[0].title.in_(language)
    control = SPEC.sheets[-1].title.in_(language)
    stored = cells(io.BytesIO(content))
    assert stored[front, "B13"] == stored[control, "B3"] == word


def test_all_checks_hold_and_each_compares_two_sums(book, values):
    sheet = values["Kontroll"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert sheet["B3"].value == "OK"
    assert {row[6] for row in rows} == {"OK"}
    assert {row[5] for row in rows} == {0}
    assert {"Tilsagn per år", "Tilsagn per side", "Sidene summerer til lovet i alt"} <= {
        row[0] for row in rows
    }
    assert {row[2] for row in rows if row[0] == "Tilsagn"} == {"Data", "Oversikt", "Parter"}
    assert book["Kontroll"]["F6"].value == "=ROUND(D6-E6,2)"


def test_every_amount_of_the_report_stands_in_the_workbook_to_the_ore(report, values):
    data = values["Data"]
    heading = [cell.value for cell in data[1]]
    column = heading.index("Tilsagn") + 1
    written = [data.cell(row, column).value for row in range(2, len(report.lines) + 2)]
    assert [Decimal(repr(value)) for value in written] == [line.promised.in_kroner for line in report.lines]
    bottom = values["Oversikt"].cell(5 + len(report.projects), 9).value
    assert Decimal(repr(bottom)) == total(row.promised for row in report.projects).in_kroner


def test_the_overview_looks_its_amounts_up_in_the_data_by_id_and_year(book):
    sheet = book["Oversikt"]
    assert [cell.value for cell in sheet[4]][:5] == ["Referanse", "Prosjekt", "År", "Kostnad", "Søkt"]
    assert sheet["A5"].value == "2026-001"
    assert re.fullmatch(
        r"=ROUND\(SUMIFS\('Data'!\$K\$2:\$K\$\d+,'Data'!\$O\$2:\$O\$\d+,\$P5,'Data'!\$C\$2:\$C\$\d+,\$C5,"
        r"'Data'!\$D\$2:\$D\$\d+,\"[^\"]+\"\),2\)",
        sheet["F5"].value,
    )
    assert sheet["L5"].value == "=ROUND(MAX(0,$D5-$I5),2)"
    assert sheet["M5"].value == "=ROUND(MAX(0,$I5-$D5),2)"
    assert sheet["N5"].value == '=IF($I5=0,"",$F5/$I5)'
    assert sheet["A101"].value == "Sum"
    assert sheet["D101"].value == "=ROUND(SUBTOTAL(109,D5:D100),2)"


def test_a_year_without_promises_has_no_shares(report, values):
    row = next(index for index, each in enumerate(report.projects, 5) if each.state_share is None)
    assert [values["Oversikt"].cell(row, column).value for column in (14, 15)] == [None, None]


def test_all_municipalities_stand_among_the_parties_with_their_numbers_as_text(values):
    rows = [[cell.value for cell in row] for row in values["Parter"].iter_rows(min_row=5)]
    numbers = [row[0] for row in rows if row[10] and row[10].startswith("kommune:")]
    assert len(numbers) == 357
    assert "0301" in numbers
    assert sorted(row[3] for row in rows if row[1] == "Herøy") == sorted(
        [words("nb").name(report_side())] * 2
    )


def report_side():
    return funding(projects=1).lines[2].side


def test_digits_that_are_text_are_told_not_to_be_marked_as_faults(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    marked = [part for part in parts if 'numberStoredAsText="1"' in part]
    assert len(marked) == 6
    assert all(part.index("<ignoredErrors>") < part.index("<tableParts") for part in marked)


def test_amounts_are_shown_with_two_decimals_in_the_readers_own_way(book):
    cell = book["Data"]["J2"]
    assert cell.number_format == "#,##0.00;[Red]-#,##0.00"
    assert cell.style == "Portefølje data money"
    assert book["Parter"]["A5"].number_format == "@"
    assert book["Oversikt"]["N5"].number_format == "0.0%"


def test_sheets_are_set_up_for_screen_and_paper(book):
    assert book.sheetnames == [
        "Les meg", "Oversikt", "Parter", "Kostnader", "Data", "Nøkler", "Utbetalt felles", "Kontroll"
    ]  # fmt: skip
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert not sheet.merged_cells.ranges
        assert sheet.oddFooter.right.text.startswith("Side ")
        assert sheet.oddHeader.right.text == "Eksempeldata"
        assert sheet.print_area
    assert book["Oversikt"].freeze_panes == "D5"
    assert book["Oversikt"].print_title_rows == "$4:$4"
    assert book["Data"].freeze_panes == "C2"
    assert {table.displayName for sheet in book for table in sheet.tables.values()} == {
        "Tabell_Oversikt", "Tabell_Parter", "Tabell_Kostnader", "Tabell_Data", "Tabell_Nøkler",
        "Tabell_Utbetalt_felles",
    }  # fmt: skip


def test_each_key_stands_with_its_day_and_each_part_of_a_payment_with_the_key_that_gave_it(report, values):
    keys, parts = values["Nøkler"], values["Utbetalt felles"]
    assert [cell.value for cell in keys[4]][2:5] == ["Gjelder fra", "Kommuner", "Folketall per"]
    assert keys["C5"].value.year == 2000
    heading = [cell.value for cell in parts[1]]
    rows = [
        dict(zip(heading, (cell.value for cell in row), strict=True)) for row in parts.iter_rows(min_row=2)
    ]
    assert len(rows) == len(report.payments)
    assert [Decimal(repr(row["Del av utbetalingen"])) for row in rows] == [
        each.amount.in_kroner for each in report.payments
    ]
    assert {row["Nøkkel-ID"] for row in rows} == {each.id for each in report.keys}


def test_the_file_says_what_it_is_and_in_which_language(book):
    about = book.properties
    assert (about.title, about.language) == ("Finansieringsoversikt", "nb-NO")
    assert about.description.startswith("Hva fellesprosjektene koster")
    assert f"{about.modified:%Y-%m-%d %H:%M}" == "2026-11-23 12:30"


def test_the_first_sheet_tells_what_the_figures_rest_on(report, values):
    rows = [(row[0].value, row[1].value) for row in values["Les meg"].iter_rows(min_row=4, max_row=15)]
    told, contents = dict(rows), [cell.value for cell in values["Les meg"]["A"]][-7:]
    assert told["Datarevisjon"] == "417"
    assert told["Siste spor i loggen"] == report.head
    assert told["Budsjettår"] == "2025, 2026, 2027, 2028"
    assert told["Kontroll"] == "OK"
    assert told["Prisgrunnlag"].startswith("Løpende kroner uten mva.")
    assert re.fullmatch("[0-9a-f]{64}", told["Fingeravtrykk (SHA-256)"])
    assert "Eksempeldata" in told
    assert contents == [
        "Oversikt", "Parter", "Kostnader", "Data", "Nøkler", "Utbetalt felles", "Kontroll"
    ]  # fmt: skip


def test_real_figures_are_not_called_an_example(report):
    real = cells(io.BytesIO(workbook(SPEC, replace(report, example=False), words=words("nb"))))
    assert real["Les meg", "A1"] == "Finansieringsoversikt"
    assert "Eksempeldata" not in real.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(report, language):
    assert workbook(SPEC, report, words=words(language)) == workbook(SPEC, funding(), words=words(language))


def test_an_empty_report_gives_a_workbook_that_agrees_with_itself(recalculated):
    empty = replace(funding(projects=0), parties=(), years=())
    content = workbook(SPEC, empty, words=words("nb"))
    worked_out = recalculated(content)
    assert worked_out["Kontroll", "B3"] == "OK"
    assert not [value for value in worked_out.values() if str(value).startswith("#")]


def test_every_part_is_listed_in_the_package(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml").decode()
        names = [
            name for name in package.namelist() if name.endswith(".xml") and name != "[Content_Types].xml"
        ]
        assert all(f"/{name}" in types for name in names)
        assert package.testzip() is None


def test_an_amount_a_spreadsheet_cannot_hold_to_the_ore_is_refused():
    report = funding(projects=1)
    huge = replace(report, costs=(replace(report.costs[0], cost=Money(10**16 + 1)),))
    with pytest.raises(TooLargeForASheet):
        workbook(SPEC, huge, words=words("nb"))


def test_a_hundred_thousand_rows_are_written_within_half_a_minute():
    report = funding(projects=210)
    assert len(report.lines) > 100_000
    before = time.perf_counter()
    content = workbook(SPEC, report, words=words("nb"))
    assert time.perf_counter() - before < 30
    assert len(content) < 12_000_000
