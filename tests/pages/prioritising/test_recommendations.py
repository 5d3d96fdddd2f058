"""The council's recommendation, recorded in the meeting: one after the other, with reasons where needed."""

from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import RoundPhase
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat
from tests.rounds import (
    CLOSED,
    DONE,
    FIRST,
    FRESH,
    IMPARTIAL,
    OPEN,
    READER,
    SECOND,
    SECRETARIAT,
    Stamped,
    step,
)


def test_a_recommendation_is_recorded_and_the_next_comes_up(meeting: Database) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    shown.radio(key=f"{form(FIRST)}.outcome").set_value("recommended")
    press(shown, "Lagre og neste")
    assert word(meeting, FIRST).outcome is Outcome.RECOMMENDED
    assert shown.title[0].value != "Bostøttedialogen"


def test_one_that_departs_from_the_order_needs_a_reason_by_its_field(meeting: Database) -> None:
    second = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=SECOND)
    second.radio(key=f"{form(SECOND)}.outcome").set_value("recommended")
    press(second, "Lagre og neste")
    first = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    first.radio(key=f"{form(FIRST)}.outcome").set_value("not_recommended")
    press(first, "Lagre og neste")
    assert "sammenlignet med 2026-017" in first.error[0].value.replace("\\", "")
    first.text_area(key=f"{form(FIRST)}.reason").set_value("Løses nå i et annet prosjekt.")
    press(first, "Lagre og neste")
    assert word(meeting, FIRST).reason == "Løses nå i et annet prosjekt."


def test_conditions_must_be_written(meeting: Database) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    shown.radio(key=f"{form(FIRST)}.outcome").set_value("with_conditions")
    press(shown, "Lagre og neste")
    assert shown.error[0].value == "Skriv vilkårene."


def test_nothing_is_recommended_before_the_meeting(database: Database) -> None:
    shown = seat(database, DONE, "prioritising.ranking", runde=OPEN, anbefal=SECOND)
    assert "vises når vurderingen er over" in shown.info[0].value
    assert not shown.radio


def test_a_draft_of_a_recommendation_survives_a_new_session(meeting: Database) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    shown.text_area(key=f"{form(FIRST)}.reason").set_value("Halvferdig").run()
    again = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert again.text_area(key=f"{form(FIRST)}.reason").value == "Halvferdig"


def test_a_member_who_stands_aside_does_not_write_for_the_council(meeting: Database) -> None:
    shown = seat(meeting, DONE, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert "Du er inhabil her" in everything(shown)
    assert not shown.radio


def test_a_member_who_has_not_said_whether_they_are_impartial_reads_and_does_not_write(
    meeting: Database,
) -> None:
    shown = seat(meeting, FRESH, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert "Du har ikke bekreftet at du er habil" in everything(shown)
    assert not shown.radio


def test_what_was_recommended_before_the_round_was_opened_again_asks_why_it_is_changed(
    meeting: Database, stamp: Stamped
) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    shown.radio(key=f"{form(FIRST)}.outcome").set_value("recommended")
    press(shown, "Lagre og neste")
    for phase in (RoundPhase.SCORING, RoundPhase.MEETING):
        step(meeting, stamp, phase)
    again = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    again.radio(key=f"{form(FIRST)}.outcome").set_value("look_further")
    press(again, "Lagre og neste")
    assert "Skriv hvorfor det endres" in again.error[0].value
    again.text_area(key=f"{form(FIRST)}.why").set_value("Nye tall.")
    press(again, "Lagre og neste")
    assert word(meeting, FIRST).outcome is Outcome.LOOK_FURTHER
    after = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert "Nye tall" in everything(after)


def test_in_a_round_that_is_concluded_the_recommendation_is_only_read(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.ranking", runde=CLOSED, anbefal="prosjekt:2026-001")
    assert "anbefalingen står fast" in shown.info[0].value
    assert not shown.radio
    assert "dokumentert behov" in everything(shown)


def test_once_a_round_is_concluded_everybody_reads_why_it_was_recommended_and_what_was_decided(
    database: Database,
) -> None:
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED, anbefal="prosjekt:2026-001")
    text = everything(shown).replace("\\", "")
    assert shown.info[0].value == "Runden er avsluttet, så anbefalingen står fast."
    assert "dokumentert behov" in text
    assert "KS' beslutning" in text
    assert "Hva poengene består av" in [each.label for each in shown.expander]
    assert not [each for each in shown.expander if each.label.startswith("Kontrollen")]


def test_before_that_others_than_those_who_recommend_read_the_ranking_alone(meeting: Database) -> None:
    shown = seat(meeting, READER, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert shown.title[0].value == "Rangering"


def form(proposal: str) -> str:
    return f"anbefaling.{OPEN}.{proposal}.0"


def word(database: Database, proposal: str) -> Recommendation:
    with database.read() as reader:
        (found,) = reader.all(Recommendation, round=OPEN, proposal=proposal)
    return found
