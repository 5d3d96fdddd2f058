"""How cells look: one style for each part and format, the same in every workbook."""

from itertools import product

from openpyxl import Workbook

from portfolio.catalogue.exports.columns import Format
from portfolio.sheets.writing.styles import NUMBER_FORMATS, WIDTHS, Look, add_styles


def test_every_look_and_format_has_a_style_and_one_that_quotes():
    book = Workbook()
    styles = add_styles(book)
    every = set(product(Look, Format))
    assert styles.plain.keys() == styles.quoted.keys() == every
    assert len({*styles.plain.values(), *styles.quoted.values()}) == 2 * len(every)
    assert len(book.sheetnames) == 1


def test_every_format_is_written_and_has_a_width():
    assert NUMBER_FORMATS.keys() == WIDTHS.keys() == set(Format)


def test_two_workbooks_have_the_same_numbers_for_the_same_styles():
    assert add_styles(Workbook()) == add_styles(Workbook())
