import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portfolio.catalogue.exports.workbooks import exports
from portfolio.sheets.writing.cells import LONGEST_TEXT
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.workbooks.conftest import cells
from tests.workbooks.reports import funding

SPEC = exports()["funding"]
PAYLOADS = (
    "=1+1",
    '=HYPERLINK("http://example.org","klikk")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    '=WEBSERVICE("http://example.org")',
    "'=1+1",
    "<b>&amp;</b>",
    "]]>",
    "_x0041_",
)


def titled(title):
    report = funding(projects=1, joint_every=0)
    return replace(report, costs=(replace(report.costs[0], title=title), *report.costs[1:]))


def written(title):
    return workbook(SPEC, titled(title), words=words("nb"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_write_is_never_a_formula(payload):
    cell = load_workbook(io.BytesIO(written(payload)))["Kostnader"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == payload.replace("\r", "\n")
    assert cell.quotePrefix == payload.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_spreadsheet_program_shows_what_people_write_as_it_is(recalculated):
    report = funding(projects=4, joint_every=0)
    costs = [replace(cost, title=payload) for cost, payload in zip(report.costs, PAYLOADS, strict=False)]
    worked_out = recalculated(workbook(SPEC, replace(report, costs=tuple(costs)), words=words("nb")))
    shown = [worked_out["Kostnader", f"B{row}"] for row in range(2, len(costs) + 2)]
    assert [text.strip() for text in shown] == [payload.strip() for payload in PAYLOADS]


def test_a_control_character_is_seen_as_a_mark():
    assert cells(io.BytesIO(written("før\x00\x0better")))["Kostnader", "B2"] == "før\ufffd\ufffdetter"


def test_a_text_that_is_too_long_says_where_it_is_cut():
    text = cells(io.BytesIO(written("å" * 40_000)))["Kostnader", "B2"]
    assert len(text) == LONGEST_TEXT
    assert text.endswith("… [avkortet her: teksten er for lang for en celle]")


def test_a_text_that_looks_like_an_escape_is_kept_as_it_was_written():
    with zipfile.ZipFile(io.BytesIO(written("_x0041_"))) as package:
        assert b"_x005F_x0041_" in package.read("xl/sharedStrings.xml")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_gives_a_sound_workbook_and_comes_back(text):
    made = load_workbook(io.BytesIO(written(text)))["Kostnader"]["B2"]
    assert made.data_type in ("s", "n")
    if not text or any(ord(letter) < 32 or letter in "\ufffe\uffff" for letter in text) or "_x" in text:
        return
    assert made.value == text
