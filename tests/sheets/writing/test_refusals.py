"""A workbook in place of one that is not handed over."""

import io

from openpyxl import load_workbook

from portfolio.sheets.writing.refusals import refusal


def test_it_says_why_in_its_first_cell_and_never_as_a_formula() -> None:
    for said in ("Runden er åpnet igjen.", "=1+1"):
        (sheet,) = load_workbook(io.BytesIO(refusal(said))).worksheets
        assert (sheet["A1"].value, sheet["A1"].data_type) == (said, "s")
