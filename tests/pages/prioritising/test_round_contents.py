"""What is in a round: made, changed while no mark is lost, and never forgotten half done."""

from sqlalchemy import text

from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.store.database import Database
from tests.databases import of as of_person
from tests.pages.seat import everything, press, seat
from tests.rounds import CLOSED, FRESH, OPEN, SECRETARIAT, TOLK, Stamped, of, rewritten


def test_a_round_is_made_with_method_proposals_and_members(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", ny="")
    shown.text_input(key="runde.ny.0.title").set_value("Våren 2027")
    shown.selectbox(key="runde.ny.0.method").set_value("felles/1.0")
    shown.multiselect(key="runde.ny.0.proposals").set_value([TOLK])
    shown.radio(key="runde.ny.0.names_shown").set_value("True")
    press(shown, "Lag runden")
    made = of(database, "runde:våren-2027")
    assert made.names_shown
    assert (made.phase, made.proposals, len(made.members)) == (RoundPhase.PREPARING, (TOLK,), 9)
    assert shown.title[0].value == "Våren 2027"


def test_what_a_round_lacks_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", ny="")
    press(shown, "Lag runden")
    refused = [each.value for each in shown.error]
    assert refused[:3] == ["Skriv en tittel.", "Velg en metode.", "Velg minst ett forslag."]


def test_a_draft_of_a_round_survives_a_new_session(database: Database) -> None:
    seat(database, SECRETARIAT, "prioritising.rounds", ny="").text_input(key="runde.ny.0.title").set_value(
        "Halvferdig"
    ).run()
    assert (
        seat(database, SECRETARIAT, "prioritising.rounds", ny="").text_input(key="runde.ny.0.title").value
        == "Halvferdig"
    )


def test_a_member_with_marks_cannot_be_taken_out(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, endre="")
    shown.multiselect(key=f"runde.{OPEN}.0.members").set_value(["person:berit-anne-guolban"])
    press(shown, "Lagre")
    assert any("De ville gå tapt" in each.value for each in shown.error)
    assert len(of(database).members) == 9


def test_a_round_gets_another_title(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, endre="")
    shown.text_input(key=f"runde.{OPEN}.0.title").set_value("Høsten, andre halvår")
    press(shown, "Lagre")
    assert of(database).title == shown.title[0].value == "Høsten, andre halvår"


def test_a_member_who_is_lost_stands_in_nobodys_way(database: Database) -> None:
    with database.alone() as connection:
        lost = "UPDATE rounds SET members = replace(members, :who, 'person:borte') WHERE id = :round"
        assert connection.execute(text(lost), {"who": FRESH, "round": OPEN}).rowcount == 1
    for query in ({}, {"endre": ""}):
        assert not seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, **query).exception
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, endre="")
    with database.write(of_person(database, SECRETARIAT)) as writer:
        writer.revise(of(database).model_copy(update={"title": "Høsten"}))
        writer.trace("try", OPEN)
    press(shown, "Lagre")
    assert any("person\\:borte" in each.value for each in shown.warning)


def test_a_proposal_that_is_stopped_stays_in_its_round_marked_as_what_it_is(
    database: Database, stamp: Stamped
) -> None:
    before = of(database).proposals
    rewritten(database, stamp, phase=Phase.STOPPED)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, endre="")
    field = shown.multiselect(key=f"runde.{OPEN}.0.proposals")
    assert "2026-016 Tolk i tide (Nå: Stanset)" in field.options
    shown.text_input(key=f"runde.{OPEN}.0.title").set_value("Høsten")
    press(shown, "Lagre")
    assert (of(database).title, of(database).proposals) == ("Høsten", before)
    assert "Nå: Stanset" in everything(
        seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN)
    ).replace("\\", "")


def test_the_form_of_a_round_whose_assessment_is_over_does_not_open_by_its_address(
    database: Database,
) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=CLOSED, endre="")
    assert "står fast" in shown.info[0].value
    assert not shown.button
    assert not shown.text_input
    assert not shown.multiselect
