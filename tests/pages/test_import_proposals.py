"""Import in the browser: every fault by its cell, everything seen before it is saved, and nothing twice."""

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from tests.pages.seat import everything, seat
from tests.sheets.books import filled

SECRETARIAT = "person:ingrid-solbakken"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEW = {
    "Forslag": {"A6": "2027-900", "B6": "Felles *søk*", "C6": "0301 Oslo"},
    "Kostnader": {"A6": "2027-900", "B6": 2027, "C6": 1_250_000.5},
    "Bidrag": {"A6": "2027-900", "B6": "KS", "C6": 2027, "D6": 500, "E6": 400},
}


def send(shown: AppTest, content: bytes, name: str = "forslag.xlsx") -> AppTest:
    shown.file_uploader[0].set_value((name, content, XLSX)).run()
    assert not shown.exception
    return shown


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def stored(database: Database) -> Proposal | None:
    with database.read() as reader:
        return reader.find(Proposal, proposal_id("2027-900"))


def test_the_page_begins_with_the_template_and_asks_for_a_file(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.importing")
    assert [each.value for each in shown.header] == ["1. Hent malen", "2. Last opp utfylt mal"]
    assert shown.file_uploader[0].allowed_type == [".xlsx"]


def test_what_is_new_is_shown_and_only_saved_on_yes(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    assert "Nye forslag: 1" in everything(shown)
    assert list(shown.table[0].value.index) == ["Felles \\*søk\\*"]
    assert stored(database) is None
    press(shown, "Ta inn")
    assert stored(database) is not None
    with database.read() as reader:
        (line,) = reader.all(CostLine, proposal=proposal_id("2027-900"))
    assert line.amount.ore == 1_250_000_50
    assert "Arbeidsboken er tatt inn" in shown.success[0].value
    assert len(shown.header) == 2


def test_the_second_time_the_page_says_that_nothing_changes(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    press(shown, "Ta inn")
    again = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    assert "Ingenting blir endret" in again.info[0].value
    assert "Ta inn" not in [each.label for each in again.button]


def test_every_fault_stands_with_sheet_cell_and_what_to_do(database: Database) -> None:
    wrong = NEW | {"Kostnader": {"A6": "2027-900", "B6": "neste år", "C6": "1.234"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(wrong))
    listed = shown.table[0].value
    assert list(zip(listed.index, listed["Celle"], strict=True)) == [("Kostnader", "B6"), ("Kostnader", "C6")]
    assert "2 feil må rettes først" in shown.error[0].value
    assert stored(database) is None


def test_what_does_not_fit_what_is_stored_is_a_fault_too(database: Database) -> None:
    stranger = {**NEW, "Kostnader": {"A6": "2030-1", "B6": 2027, "C6": 5}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(stranger))
    assert "1 feil må rettes først" in shown.error[0].value
    assert "2030" in "".join(shown.table[0].value.iloc[0])


def test_a_change_is_told_from_what_to_what(database: Database) -> None:
    changed = {"Forslag": {"A6": "2026-001", "B6": "Nytt navn", "C6": "4601 Bergen"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(changed))
    (row,) = shown.table[0].value.to_dict("records")
    assert (row["Felt"], row["Fra"], row["Til"]) == (
        "Tittel",
        "Byggeklar – felles digital byggesak",
        "Nytt navn",
    )


def test_a_file_that_is_not_a_workbook_is_refused_in_words(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), b"hei")
    assert "ikke en Excel-arbeidsbok" in shown.error[0].value


def test_the_file_is_still_there_after_another_page(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    kept = shown.session_state["import.kept"]
    later = seat(database, SECRETARIAT, "proposals.importing")
    later.session_state["import.kept"] = kept
    later.run()
    assert "Nye forslag: 1" in everything(later)


def test_data_that_changed_meanwhile_is_looked_at_again(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    other = send(seat(database, "person:torvald-myrhaug", "proposals.importing"), filled(NEW))
    press(other, "Ta inn")
    press(shown, "Ta inn")
    assert "Ingenting blir endret" in shown.info[0].value


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_steps_are_drawn_in_the_other_languages(database: Database, language: str) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing", language=language), filled(NEW))
    assert len(shown.header) == 3
