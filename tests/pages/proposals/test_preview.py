"""What a workbook would do: everything seen before it is saved, and nothing twice."""

from collections.abc import Callable

import pytest

from portfolio.people import Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from portfolio.store.engines import sqlite
from tests.pages.proposals.sending import NEW, SECRETARIAT, press, send, stored
from tests.pages.seat import everything, seat, tables
from tests.rounds import OUTSIDE, rewritten
from tests.sheets.filling.books import filled
from tests.store.test_troubles import held


def test_what_is_new_is_shown_and_only_saved_on_yes(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    assert "Nye forslag: 1" in everything(shown)
    assert list(tables(shown)[0].index) == ["Felles *søk*"]
    assert stored(database) is None
    press(shown, "Ta inn")
    assert stored(database) is not None
    with database.read() as reader:
        (line,) = reader.all(CostLine, proposal=proposal_id("2027-900"))
    assert line.amount.ore == 1_250_000_50
    assert "Arbeidsboken er tatt inn" in shown.success[0].value
    assert not [each.value for each in shown.header if each.value.startswith("3.")]


def test_why_it_is_brought_in_may_be_said_and_stands_in_the_trail(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    next(each for each in shown.text_input if each.label == "Hvorfor").set_value("Fra KS")
    press(shown, "Ta inn")
    with database.read() as reader:
        (trace,) = reader.traces(most=1)
    assert (trace.action, trace.reason) == ("import", "Fra KS")


def test_the_second_time_the_page_says_that_nothing_changes(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    press(shown, "Ta inn")
    again = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    assert "Ingenting blir endret" in again.info[0].value
    assert "Ta inn" not in [each.label for each in again.button]


def test_a_change_is_told_from_what_to_what(database: Database) -> None:
    changed = {"Forslag": {"A6": "2026-001", "B6": "Nytt navn", "C6": "4601 Bergen"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(changed))
    (row,) = tables(shown)[0].to_dict("records")
    assert (row["Felt"], row["Fra"], row["Til"]) == (
        "Tittel",
        "Byggeklar – felles digital byggesak",
        "Nytt navn",
    )


def test_data_that_changed_meanwhile_is_looked_at_again(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    other = send(seat(database, "person:torvald-myrhaug", "proposals.importing"), filled(NEW))
    press(other, "Ta inn")
    press(shown, "Ta inn")
    assert "Ingenting blir endret" in shown.info[0].value


def test_what_the_import_was_not_shown_to_change_is_not_agreed_to(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    """A colleague gave it another title between the drawing and the press, and the yes went for both."""
    changed = {"Forslag": {"A6": "2026-001", "B6": "Nytt navn", "C6": "4601 Bergen"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(changed))
    rewritten(database, stamp, OUTSIDE, title="Kollegaens navn")
    press(shown, "Ta inn")
    assert "ble endret etter at du så på dem" in shown.error[0].value
    assert "Kollegaens navn" in everything(shown)
    with database.read() as reader:
        assert reader.get(Proposal, OUTSIDE).title == "Kollegaens navn"
    press(shown, "Ta inn")
    with database.read() as reader:
        assert reader.get(Proposal, OUTSIDE).title == "Nytt navn"


def test_it_is_told_before_it_is_saved_which_rounds_keep_the_version_they_hold(database: Database) -> None:
    changed = {"Forslag": {"A6": "2026-001", "B6": "Nytt navn", "C6": "4601 Bergen"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(changed))
    said = [each.value.replace("\\", "") for each in shown.info]
    assert said == ["2026-001 vurderes i Våren 2026. Runden beholder utgaven den har."]
    fresh = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    assert not fresh.info


def test_a_cost_below_what_is_paid_is_told_of_and_brought_in_with_a_reason_only(database: Database) -> None:
    lowered = {"Kostnader": {"A6": "2026-001", "B6": "2026", "C6": "7"}}
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(lowered))
    said = everything(shown).replace("\u00a0", " ")
    assert "er utbetalt i 2026. Kostnaden ville bli 7 kr." in said
    press(shown, "Ta inn")
    assert "Skriv hvorfor kostnaden er mindre" in shown.error[0].value
    shown.text_input(key="import.reason").set_value("Ført på et annet prosjekt.")
    press(shown, "Ta inn")
    assert "Arbeidsboken er tatt inn" in shown.success[0].value
    with database.read() as reader:
        assert reader.traces(most=1)[0].reason == "Ført på et annet prosjekt."


def test_a_locked_database_is_told_in_our_words_and_the_file_is_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0)
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    with held(database.url.removeprefix("sqlite:///"), reading=True):
        press(shown, "Ta inn")
    assert "Noen andre skriver i databasen" in shown.error[0].value
    assert stored(database) is None
    press(shown, "Ta inn")
    assert stored(database) is not None
