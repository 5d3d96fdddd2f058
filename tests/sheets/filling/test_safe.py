import io
import os
import random
import resource
import tomllib
import zipfile

import pytest
from openpyxl import Workbook

from portfolio.settings import HOME
from portfolio.sheets.filling.safe import (
    MOST_MEGABYTES,
    TOO_MUCH,
    ErrorValue,
    NoValue,
    Unreadable,
    read_sheets,
)
from portfolio.sheets.filling.stranger import MOST_COLUMNS, MOST_ROWS
from portfolio.words import words
from tests.sheets.filling.books import good, repacked, saved

SHEET = "xl/worksheets/sheet1.xml"
OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
BODY = OPEN + b"<sheetData>%s</sheetData></worksheet>"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'
    + BODY % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&lol2;</t></is></c></row>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + BODY % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
)


def truncated():
    return good()[:-400]


def lying_about_size():
    content = bytearray(good())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (1).to_bytes(4, "little")
    return bytes(content)


def many_rows():
    return repacked(
        {
            SHEET: BODY
            % b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 20_050))
        }
    )


def many_columns():
    return repacked({SHEET: BODY % b'<row r="1"><c r="XFD1"><v>1</v></c></row>'})


def same_name_twice():
    made = io.BytesIO(good())
    with zipfile.ZipFile(made, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(SHEET, BODY % b"")
    return made.getvalue()


HOSTILE = {
    "empty": (lambda: b"", "tom"),
    "text": (lambda: b"Referanse;Tittel\n1;2\n", "ikke en Excel-arbeidsbok"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "ikke en Excel-arbeidsbok"),
    "another zip": (lambda: repacked_zip({"word/document.xml": b"<x/>"}), "ikke en Excel-arbeidsbok"),
    "old Excel or password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "passord"),
    "too large": (lambda: b"PK\x03\x04" + bytes(10 * 1024**2), "større enn 10 MB"),
    "a bomb": (lambda: repacked({SHEET: BODY % (b" " * 40_000_000)}), "pakkes ut"),
    "a bomb of many parts": (
        lambda: repacked({f"xl/media/{n}.bin": os.urandom(20_000) + bytes(900_000) for n in range(80)}),
        "pakkes ut",
    ),
    "billion laughs": (lambda: repacked({SHEET: LAUGHS}), "skadet"),
    "outside entity": (lambda: repacked({SHEET: OUTSIDE}), "skadet"),
    "entity in another encoding": (
        lambda: repacked({SHEET: LAUGHS.decode().encode("utf-16")}),
        "skadet",
    ),
    "macros": (lambda: repacked({"xl/vbaProject.bin": b"x"}), "makroer"),
    "old macros": (lambda: repacked({"xl/macrosheets/sheet1.xml": b"<x/>"}), "makroer"),
    "links to other files": (
        lambda: repacked({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        "andre filer",
    ),
    "data connections": (lambda: repacked({"xl/connections.xml": b"<x/>"}), "andre steder"),
    "files within": (lambda: repacked({"xl/embeddings/oleObject1.bin": b"x"}), "inni seg"),
    "controls": (lambda: repacked({"xl/activeX/activeX1.xml": b"<x/>"}), "kjører kode"),
    "a name that climbs out": (lambda: repacked({"../../etc/passwd": b"x"}), "skadet"),
    "the same name twice": (same_name_twice, "skadet"),
    "truncated": (truncated, "skadet"),
    "lying sizes": (lying_about_size, "skadet"),
    "broken XML": (lambda: repacked({SHEET: b"<worksheet><sheetData><row"}), "skadet"),
    "no such text": (
        lambda: repacked({SHEET: BODY % b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'}),
        "skadet",
    ),
    "too many rows": (many_rows, "20\u00a0000 rader"),
    "too many columns": (many_columns, "100 kolonner"),
}


def repacked_zip(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_in_plain_words(name):
    make, why = HOSTILE[name]
    with pytest.raises(Unreadable) as refused:
        read_sheets(make())
    assert why in words("nb")(refused.value.message)


def test_a_refused_file_leaves_the_server_as_small_as_it_was():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable):
        read_sheets(HOSTILE["too many rows"][0]())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_no_mutated_file_does_worse_than_be_refused():
    dice, content, told = random.Random(1), good(), []
    for _ in range(12):
        mutated = bytearray(content)
        for _ in range(dice.randrange(1, 30)):
            mutated[dice.randrange(len(mutated))] = dice.randrange(256)
        try:
            read_sheets(bytes(mutated))
        except Unreadable as refused:
            told.append(words("nb").knows(refused.message.text))
    assert all(told)


@pytest.mark.parametrize("claimed", ["A1", "A1:XFD1048576"])
def test_what_a_sheet_claims_about_its_size_is_not_believed(claimed):
    rows = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'
    sheet = OPEN + b'<dimension ref="%s"/><sheetData>%s</sheetData></worksheet>' % (claimed.encode(), rows)
    assert read_sheets(repacked({SHEET: sheet}))[0].rows == {1: {1: 1, 2: 2}, 2: {2: 3}}


def test_a_cell_far_down_is_read_without_filling_in_what_is_above():
    sheet = (
        BODY % b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row>'
    )
    assert read_sheets(repacked({SHEET: sheet}))[0].rows == {1: {1: 1}, 1_048_576: {3: 2}}


def test_a_formula_is_read_as_its_stored_value_or_as_having_none():
    cells = b'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><v>#REF!</v></c>'
    rows = read_sheets(repacked({SHEET: BODY % (b'<row r="1">' + cells + b"</row>")}))[0].rows
    assert rows == {1: {1: 2, 2: NoValue(), 3: ErrorValue("#REF!")}}


def test_numbers_and_texts_come_through_exactly():
    book = Workbook()
    book.active.append([0.1, 166996663.86, "0301", True, "  \xa0 ", "æøå 🙂"])
    assert read_sheets(saved(book))[0].rows == {1: {1: 0.1, 2: 166996663.86, 3: "0301", 4: True, 6: "æøå 🙂"}}


def test_the_server_takes_in_as_large_a_file_as_is_read_and_no_larger():
    with (HOME / ".streamlit" / "config.toml").open("rb") as source:
        assert tomllib.load(source)["server"]["maxUploadSize"] == MOST_MEGABYTES


def test_what_is_said_of_too_much_is_what_the_reading_process_counts_to():
    said = {what: words("en")(why).replace("\u00a0", "") for what, why in TOO_MUCH.items()}
    assert f"more than {MOST_ROWS} rows" in said["rows"]
    assert f"more than {MOST_COLUMNS} columns" in said["columns"]
