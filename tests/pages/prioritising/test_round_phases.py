"""The phase of a round: what it means, and the way to the next and back."""

import pytest

from portfolio.actions.prioritising.gates import Answered, answer_gates
from portfolio.actions.prioritising.rounds import begin_round, keep_round
from portfolio.pages.prioritising.round_phases import BACK, FORTH, MEANING
from portfolio.prioritising.gates import Answer
from portfolio.prioritising.rounds import RoundPhase
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat
from tests.rounds import CLOSED, COLLEAGUE, HALFWAY, OPEN, SECRETARIAT, TOLK, Stamped, of, step

DELETE = "Ja, slett runden"


def test_ending_the_assessment_asks_why_when_somebody_is_not_done(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN)
    assert any("Henrik Sandvollen" in each.value for each in shown.warning)
    press(shown, "Avslutt vurderingen")
    assert "8 medlemmer har noe igjen" in shown.error[0].value
    assert of(database).phase is RoundPhase.SCORING
    shown.text_area(key=f"steg.{OPEN}.meeting.0.reason").set_value("Fristen er ute.")
    press(shown, "Avslutt vurderingen")
    assert of(database).phase is RoundPhase.MEETING
    assert "Klar for rådsmøtet" in everything(shown)


def test_a_round_goes_a_step_back(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=CLOSED)
    press(shown, "Åpne runden igjen")
    assert "åpnes igjen for alle" in shown.error[0].value
    shown.text_area(key=f"steg.{CLOSED}.meeting.0.reason").set_value("En feil må rettes.")
    press(shown, "Åpne runden igjen")
    assert of(database, CLOSED).phase is RoundPhase.MEETING


def test_a_round_opens_only_when_every_proposal_is_checked(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", ny="")
    shown.text_input(key="runde.ny.0.title").set_value("Våren 2027")
    shown.selectbox(key="runde.ny.0.method").set_value("felles/1.0")
    shown.multiselect(key="runde.ny.0.proposals").set_value([TOLK])
    press(shown, "Lag runden")
    press(shown, "Åpne for vurdering")
    assert len(shown.error) == 1
    assert of(database, "runde:våren-2027").phase is RoundPhase.PREPARING


def test_a_round_that_is_prepared_is_deleted_after_saying_what_goes_with_it(
    database: Database, stamp: Stamped
) -> None:
    begun = begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(HALFWAY,),
        stamp=stamp(SECRETARIAT),
    ).id
    yes: dict[str, Answered] = {"problem": (Answer.YES, ""), "modenhet": (Answer.YES, "")}
    answer_gates(database, begun, TOLK, answers=yes, seen=0, stamp=stamp(SECRETARIAT))
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=begun)
    assert "«Våren 2027» blir slettet med 2 svar på kravene." in everything(shown)
    press(shown, DELETE)
    assert "«Våren 2027» er slettet." in everything(shown)
    assert shown.title[0].value == "Runder og kontroll"
    assert "Slettet en runde" in everything(seat(database, SECRETARIAT, "history"))


def test_answers_given_after_it_was_drawn_do_not_go_with_a_round_that_is_deleted(
    database: Database, stamp: Stamped
) -> None:
    begun = begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(HALFWAY,),
        stamp=stamp(SECRETARIAT),
    ).id
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=begun)
    yes: dict[str, Answered] = {"problem": (Answer.YES, "")}
    answer_gates(database, begun, TOLK, answers=yes, seen=0, stamp=stamp(COLLEAGUE))
    press(shown, DELETE)
    assert "Torvald Myrhaug" in shown.error[0].value
    assert "med 1 svar på kravene" in everything(shown)
    press(shown, DELETE)
    assert "«Våren 2027» er slettet." in everything(shown)


def test_a_step_is_taken_from_the_round_that_was_drawn(database: Database, stamp: Stamped) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN)
    renamed = of(database).model_copy(update={"title": "Et annet navn"})
    keep_round(database, renamed, stamp=stamp(COLLEAGUE))
    shown.text_area(key=f"steg.{OPEN}.meeting.0.reason").set_value("Fristen er ute.")
    press(shown, "Avslutt vurderingen")
    assert any("Torvald Myrhaug" in each.value for each in shown.warning)
    assert of(database).phase is RoundPhase.SCORING


def test_a_round_that_has_been_open_offers_no_deleting(database: Database, stamp: Stamped) -> None:
    step(database, stamp, RoundPhase.PREPARING)
    for round_ in (OPEN, CLOSED):
        shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=round_)
        assert DELETE not in [each.label for each in shown.button]


def test_every_phase_has_its_meaning_and_each_way_forth_has_its_way_back() -> None:
    assert MEANING.keys() == set(RoundPhase)
    assert [*FORTH] == [each for each in RoundPhase if each.following]
    assert [*BACK] == [each for each in RoundPhase if each.preceding]
    assert {phase.following for phase in FORTH} == BACK.keys()


@pytest.mark.parametrize(("round_id", "said"), [(OPEN, "Åpen for vurdering"), (CLOSED, "Avsluttet")])
def test_the_phase_is_said_by_name_with_what_it_means(database: Database, round_id: str, said: str) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=round_id)
    assert any(each.value.startswith(f"**{said}.** ") for each in shown.markdown)


def test_a_member_is_offered_no_way_onward(database: Database) -> None:
    assert not seat(database, HALFWAY, "prioritising.rounds", runde=OPEN).button
