"""What is wrong with a workbook: every fault by its cell, to be read or taken along."""

import csv
from collections.abc import Callable

from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.proposals.faults import as_csv
from portfolio.store.database import Database
from tests.pages.proposals.sending import NEW, SECRETARIAT, send, stored
from tests.pages.seat import seat, tables
from tests.sheets.filling.books import filled


def test_every_fault_stands_with_sheet_cell_and_what_to_do(database: Database) -> None:
    wrong = NEW | {"Kostnader": {"A6": "2027-900", "B6": "neste år", "C6": "1.234"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(wrong))
    listed = tables(shown)[0]
    assert list(zip(listed.index, listed["Celle"], strict=True)) == [("Kostnader", "B6"), ("Kostnader", "C6")]
    assert "2 feil må rettes først" in shown.error[0].value
    assert stored(database) is None


def test_what_does_not_fit_what_is_stored_is_a_fault_too(database: Database) -> None:
    stranger = {**NEW, "Kostnader": {"A6": "2030-1", "B6": 2027, "C6": 5}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(stranger))
    assert "1 feil må rettes først" in shown.error[0].value
    assert "2030" in "".join(tables(shown)[0].iloc[0])


def test_a_file_that_is_not_a_workbook_is_refused_in_words(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), b"hei")
    assert "ikke en Excel-arbeidsbok" in shown.error[0].value


def test_the_list_that_is_taken_along_has_no_cell_that_excel_could_run(desk: Callable[..., Desk]) -> None:
    listed = [
        Objection("=1+1", about="Forslag!B6"),
        Objection("Lines\nof; two", about="@x!A1"),
        Objection("All of it"),
    ]
    taken = as_csv(desk(SECRETARIAT), listed).decode("utf-8-sig").splitlines(keepends=True)
    assert list(csv.reader(taken, delimiter=";")) == [
        ["Ark", "Celle", "Hva som er feil, og hva du gjør"],
        ["Forslag", "B6", "'=1+1"],
        ["'@x", "A1", "Lines\nof; two"],
        ["–", "–", "All of it"],
    ]
