"""The ranking: hidden until it may be seen, explained row by row, and what was recommended and decided."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.actions.prioritising.rounds import advance
from portfolio.people import Stamp
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

CLOSED, OPEN = "runde:2026-1", "runde:2026-2"
SECRETARIAT, HALFWAY, DONE, READER = (
    "person:ingrid-solbakken",
    "person:sissel-nordengrind",
    "person:marit-fjellgjerde",
    "person:signe-holtviken",
)
IMPARTIAL = "person:even-kvammeland"
FIRST, SECOND = "prosjekt:2026-015", "prosjekt:2026-017"


@pytest.fixture
def meeting(database: Database, stamp: Callable[[str], Stamp]) -> Database:
    """The open round taken to the council's meeting."""
    with database.read() as reader:
        seen = reader.get(Round, OPEN).revision
    advance(database, OPEN, to=RoundPhase.MEETING, seen=seen, stamp=stamp(SECRETARIAT))
    return database


def test_the_newest_round_that_is_over_is_shown_first(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking")
    assert shown.selectbox[0].value == CLOSED
    assert list(shown.table[0].value.columns) == [
        "Forslag",
        "Poeng",
        "Søkt beløp",
        "Rådet anbefaler",
        "KS' beslutning",
    ]


def test_a_shared_place_is_said_to_be_shared(database: Database) -> None:
    places = list(seat(database, READER, "prioritising.ranking").table[0].value.index)
    assert places.count("4 \\(delt\\)") == 2
    assert "5" not in places


def test_every_row_but_the_last_says_why_it_stands_above_the_next(database: Database) -> None:
    why = list(seat(database, READER, "prioritising.ranking").table[1].value["Hvorfor over neste"])
    assert all(why[:-1])
    assert why[-1] == ""


def test_disagreement_is_said_in_words_and_as_a_number(database: Database) -> None:
    said = list(seat(database, READER, "prioritising.ranking").table[1].value["Uenighet"])
    assert "Litt uenige \\(0,66 trinn\\)" in said


def test_those_outside_the_order_are_named_with_the_reason(database: Database) -> None:
    outside = seat(database, READER, "prioritising.ranking").table[-1].value
    reasons = "\n".join(outside["Hvorfor"])
    assert "Lovpålagt" in reasons
    assert "Eier og drift" in reasons


def test_the_method_version_and_whose_the_weights_are_is_said(database: Database) -> None:
    text = everything(seat(database, READER, "prioritising.ranking"))
    assert "versjon 1.0" in text.replace("\\", "")
    assert "Rådet har valgt vektene selv" in text


def test_the_figures_of_the_chart_stand_in_a_table(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking")
    assert len(shown.get("vega_lite_chart")) == 1
    assert len(shown.table[2].value) == 80


def test_a_member_who_is_not_done_sees_why_the_order_is_hidden(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.ranking", runde=OPEN)
    assert "7 gjenstår" in shown.info[0].value
    assert not shown.table


@pytest.mark.parametrize("person", [READER, SECRETARIAT])
def test_others_see_nothing_while_the_assessment_goes_on(database: Database, person: str) -> None:
    shown = seat(database, person, "prioritising.ranking", runde=OPEN)
    assert not shown.table
    assert not shown.get("download_button")


def test_a_member_with_all_marks_in_is_told_that_the_order_may_change(database: Database) -> None:
    shown = seat(database, DONE, "prioritising.ranking", runde=OPEN)
    assert shown.table
    assert "kan endre seg" in shown.warning[0].value


def test_the_council_is_never_said_to_make_a_resolution(database: Database) -> None:
    for page in (
        seat(database, SECRETARIAT, "prioritising.ranking"),
        seat(database, DONE, "prioritising.ranking"),
    ):
        assert "vedtak" not in everything(page).lower().replace("vedtak og oppfølging", "").replace(
            "vedtaksbrev", ""
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
    assert "andre forslag (1)" in first.error[0].value.replace("\\", "")
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
    shown.radio(key=f"{form(SECOND)}.outcome").set_value("recommended")
    press(shown, "Lagre og neste")
    assert any("Åpen for vurdering" in each.value for each in shown.error)


def test_a_draft_of_a_recommendation_survives_a_new_session(meeting: Database) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    shown.text_area(key=f"{form(FIRST)}.reason").set_value("Halvferdig").run()
    again = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert again.text_area(key=f"{form(FIRST)}.reason").value == "Halvferdig"


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


def test_a_member_is_not_offered_to_record_the_decision(meeting: Database) -> None:
    assert "beslutning=" not in everything(seat(meeting, DONE, "prioritising.ranking", runde=OPEN))
    assert "anbefal=" not in everything(seat(meeting, READER, "prioritising.ranking", runde=OPEN))


def test_the_page_is_whole_in_nynorsk_and_english(database: Database) -> None:
    assert "Kvifor over neste" in everything(seat(database, READER, "prioritising.ranking", language="nn"))
    assert "Why above the next" in everything(seat(database, READER, "prioritising.ranking", language="en"))


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def form(proposal: str) -> str:
    return f"anbefaling.{OPEN}.{proposal}.0"


def word(database: Database, proposal: str) -> Recommendation:
    with database.read() as reader:
        (found,) = reader.all(Recommendation, round=OPEN, proposal=proposal)
    return found


def test_a_member_who_stands_aside_does_not_write_for_the_council(meeting: Database) -> None:
    shown = seat(meeting, DONE, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert "Du er inhabil her" in everything(shown)
    assert not shown.radio
