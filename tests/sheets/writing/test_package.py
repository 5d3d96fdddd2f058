"""The last pass: every part sound, and nothing in the file that depends on the clock."""

import io
import zipfile
from datetime import UTC, datetime
from xml.parsers.expat import ExpatError

import pytest
from openpyxl import Workbook, load_workbook

from portfolio.sheets.writing.package import FIXED_DATE, ROWS_AT_A_TIME, Body, finish

NOTHING = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
AT = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def skeleton(*cells):
    book, content = Workbook(), io.BytesIO()
    for place in cells:
        book.active[place] = 1
    book.save(content)
    return content.getvalue()


def finished(*rows, given=None, digits=""):
    body = Body(rows, f"A1:A{max(1, len(rows))}", digits)
    return finish(given or skeleton(), [body], shared=lambda: NOTHING, at=AT)


def row(number):
    return f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>'


def test_many_rows_come_in_their_order():
    most = ROWS_AT_A_TIME + 1
    sheet = load_workbook(io.BytesIO(finished(*map(row, range(1, most + 1))))).active
    assert [cell.value for cell in sheet["A"]] == list(range(1, most + 1))
    assert sheet.dimensions == f"A1:A{most}"


def test_rows_that_are_no_sound_xml_are_refused():
    with pytest.raises(ExpatError):
        finished("<row><c></row>")


def test_a_sheet_that_has_rows_already_is_refused():
    with pytest.raises(ValueError, match="already has rows"):
        finished(row(1), given=skeleton("A1"))


def test_the_moment_is_the_one_that_was_given_and_the_parts_have_none():
    content = finished(row(1))
    about = load_workbook(io.BytesIO(content)).properties
    assert about.created == about.modified == AT.replace(tzinfo=None)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {each.date_time for each in package.infolist()} == {FIXED_DATE}


def test_every_part_is_listed_once():
    with zipfile.ZipFile(io.BytesIO(finished(row(1)))) as package:
        names = package.namelist()
        types = package.read("[Content_Types].xml").decode()
        links = package.read("xl/_rels/workbook.xml.rels").decode()
    assert len(set(names)) == len(names)
    assert types.count("/xl/sharedStrings.xml") == links.count("sharedStrings.xml") == 1


@pytest.mark.parametrize(("digits", "marked"), [("A1:A2", 1), ("", 0)])
def test_only_where_digits_are_meant_as_text_is_excel_told_so(digits, marked):
    with zipfile.ZipFile(io.BytesIO(finished(row(1), digits=digits))) as package:
        part = package.read("xl/worksheets/sheet1.xml").decode()
    assert part.count('<ignoredError sqref="A1:A2" numberStoredAsText="1"/>') == marked
