"""KS's own decision, recorded by the secretariat apart from what the council recommended."""

import pytest

from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat
from tests.rounds import FIRST, OPEN, SECRETARIAT


def test_the_secretariat_records_the_decision_of_ks_apart(meeting: Database) -> None:
    shown = seat(meeting, SECRETARIAT, "prioritising.ranking", runde=OPEN, beslutning=FIRST)
    key = f"beslutning.{OPEN}.{FIRST}.0"
    shown.radio(key=f"{key}.resolution").set_value("approved_in_part")
    shown.text_input(key=f"{key}.case").set_value("KS 26/0200")
    shown.text_input(key=f"{key}.on").set_value("20.11.2026")
    press(shown, "Lagre KS' beslutning")
    with meeting.read() as reader:
        (decision,) = reader.all(Decision, round=OPEN, proposal=FIRST)
    assert (decision.resolution, f"{decision.on}") == (Resolution.APPROVED_IN_PART, "2026-11-20")


def test_an_empty_decision_is_refused_field_by_field(meeting: Database) -> None:
    shown = seat(meeting, SECRETARIAT, "prioritising.ranking", runde=OPEN, beslutning=FIRST)
    press(shown, "Lagre KS' beslutning")
    assert "rett 3 felt over" in shown.error[-1].value


@pytest.mark.parametrize("day", ["31.02.2026", "i går", "24.12.2026"])
def test_a_day_that_cannot_be_is_refused(meeting: Database, day: str) -> None:
    shown = seat(meeting, SECRETARIAT, "prioritising.ranking", runde=OPEN, beslutning=FIRST)
    key = f"beslutning.{OPEN}.{FIRST}.0"
    shown.radio(key=f"{key}.resolution").set_value("approved")
    shown.text_input(key=f"{key}.case").set_value("KS 26/0200")
    shown.text_input(key=f"{key}.on").set_value(day)
    press(shown, "Lagre KS' beslutning")
    assert "rett 1 felt over" in shown.error[-1].value


def test_a_day_that_has_not_come_is_refused_with_the_reason(meeting: Database) -> None:
    shown = seat(meeting, SECRETARIAT, "prioritising.ranking", runde=OPEN, beslutning=FIRST)
    key = f"beslutning.{OPEN}.{FIRST}.0"
    shown.radio(key=f"{key}.resolution").set_value("approved")
    shown.text_input(key=f"{key}.case").set_value("KS 26/0200")
    shown.text_input(key=f"{key}.on").set_value("24.11.2026")
    press(shown, "Lagre KS' beslutning")
    said = shown.error[0].value.replace("\\", "")
    assert said.startswith("24. november 2026 er fram i tid")
    assert "Velg 23. november 2026 eller en tidligere dato" in said


def test_a_decision_that_is_recorded_asks_why_it_is_changed(database: Database) -> None:
    closed, proposal = "runde:2026-1", "prosjekt:2026-001"
    shown = seat(database, SECRETARIAT, "prioritising.ranking", runde=closed, beslutning=proposal)
    key = f"beslutning.{closed}.{proposal}.0"
    shown.radio(key=f"{key}.resolution").set_value("postponed")
    press(shown, "Lagre KS' beslutning")
    assert "Skriv hvorfor den endres" in shown.error[0].value
    shown.text_area(key=f"{key}.why").set_value("Budsjettet ble kuttet.")
    press(shown, "Lagre KS' beslutning")
    again = seat(database, SECRETARIAT, "prioritising.ranking", runde=closed, beslutning=proposal)
    assert again.radio[0].value == "postponed"
    assert "Budsjettet ble kuttet" in everything(again)


def test_what_the_council_recommended_stands_above_the_decision(database: Database) -> None:
    shown = seat(
        database, SECRETARIAT, "prioritising.ranking", runde="runde:2026-1", beslutning="prosjekt:2026-008"
    )
    assert "Anbefales ikke" in everything(shown)
    assert shown.radio[0].value == "rejected"
