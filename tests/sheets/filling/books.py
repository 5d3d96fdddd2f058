"""Filled-in templates and hostile files, made for tests."""

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook, load_workbook

from portfolio.catalogue.reference import parties
from portfolio.catalogue.strategy import goals
from portfolio.given import Language
from portfolio.objections import Objection
from portfolio.sheets.filling.proposals import read_proposals
from portfolio.sheets.filling.template import template
from portfolio.words import words
from tests.examples.filling import place

PARTIES, GOALS = parties(), goals()
GOOD = {
    "Forslag": {"A6": "2026-014", "B6": "Felles søk", "C6": "0301 Oslo"},
    "Kostnader": {"A6": "2026-014", "B6": 2027, "C6": 1_250_000},
    "Bidrag": {"A6": "2026-014", "B6": "KS", "C6": 2027, "D6": 500, "E6": 400, "F6": 300, "G6": 200.5},
}


def empty(language: Language = "nb", *, example: bool = True) -> bytes:
    return template(words=words(language), parties=PARTIES, goals=GOALS, example=example)


def filled(changes: Mapping[str, Mapping[str, object]], *, language: Language = "nb") -> bytes:
    """Return the template with some cells filled in, as Excel would save it.

    A cell is named by its place, or by the field of the first row to fill in that it holds.
    """
    book = load_workbook(io.BytesIO(empty(language)))
    for title, cells in changes.items():
        for cell, value in cells.items():
            book[title][named(title, cell, language=language)] = value
    return saved(book)


def named(title: str, cell: str, *, language: Language = "nb") -> str:
    """Return the place of a cell: `L6` for the field `starts`."""
    return place(title, cell, language=language).partition("!")[2] if cell.islower() else cell


def good(**changes: Mapping[str, object]) -> bytes:
    """Return a faultless workbook, with some of its cells changed."""
    return filled({title: GOOD.get(title, {}) | dict(changes.get(title, {})) for title in {*GOOD, *changes}})


def read(content: bytes):
    """Return what a workbook says, and what is wrong with it."""
    return whole(content)[:2]


def whole(content: bytes):
    return read_proposals("forslag.xlsx", content, parties=PARTIES, goals=GOALS, today_year=2026)


def remarks(content: bytes, *, of: type[Objection] | None = None) -> dict[str, str]:
    """Return what is said of a workbook besides its faults, by place, in bokmål; only of a kind, where one is given."""
    listed = [each for each in whole(content).remarks if of is None or type(each) is of]
    return {each.about: words("nb")(each.message) for each in listed}


def faults(content: bytes) -> dict[str, str]:
    """Return what is wrong, by cell, in bokmål."""
    return {each.about: words("nb")(each.message) for each in read(content)[1]}


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(changes: Mapping[str, bytes], *, content: bytes | None = None) -> bytes:
    """Return a workbook with some of its parts replaced or added."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content or good())) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in changes:
                target.writestr(name, source.read(name))
        for name, part in changes.items():
            target.writestr(name, part)
    return made.getvalue()
