"""The secretariat's work: a round is made, checked and taken onward, and never shows a mark."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.pages.seat import everything, seat

OPEN, TOLK = "runde:2026-2", "prosjekt:2026-016"
ONE, OTHER = "person:ingrid-solbakken", "person:torvald-myrhaug"
CHECK = f"kontroll.{OPEN}.{TOLK}.0"


def test_the_list_has_every_round_with_its_phase(database: Database) -> None:
    (listed,) = seat(database, ONE, "prioritising.rounds").table
    assert list(listed.value["Fase"]) == ["Åpen for vurdering", "Avsluttet"]


def test_an_empty_portfolio_says_what_to_do(empty_database: Database) -> None:
    first = Person(id="person:anne", name="Anne", roles=(Role.SECRETARIAT, Role.MEMBER), organisation="ks")
    with empty_database.write(Stamp(person=first, at=NOW)) as writer:
        writer.add(first)
        writer.trace("enter_person", first.id)
    said = "\n".join(
        everything(seat(empty_database, first.id, page))
        for page in ("prioritising.rounds", "prioritising.ranking", "prioritising.assessment")
    )
    assert "Lag en når forslagene er på plass" in said
    assert "Rangeringen kommer når forslag er vurdert" in said
    assert "Ingen runde er åpen for deg nå" in said


def test_progress_is_how_many_and_never_which_marks(database: Database) -> None:
    members = seat(database, ONE, "prioritising.rounds", runde=OPEN).table[0].value
    assert list(members.columns) == ["Habilitet", "Vurdert", "Tilstand"]
    assert "Ikke bekreftet" in set(members["Habilitet"])


def test_a_round_is_made_with_method_proposals_and_members(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", ny="")
    shown.text_input(key="runde.ny.0.title").set_value("Våren 2027")
    shown.selectbox(key="runde.ny.0.method").set_value("felles/1.0")
    shown.multiselect(key="runde.ny.0.proposals").set_value([TOLK])
    press(shown, "Lag runden")
    made = round_(database, "runde:våren-2027")
    assert (made.phase, made.proposals, len(made.members)) == (RoundPhase.PREPARING, (TOLK,), 9)
    assert shown.title[0].value == "Våren 2027"


def test_what_a_round_lacks_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", ny="")
    press(shown, "Lag runden")
    refused = [each.value for each in shown.error]
    assert refused[:3] == ["Skriv en tittel.", "Velg en metode.", "Velg minst ett forslag."]


def test_a_draft_of_a_round_survives_a_new_session(database: Database) -> None:
    seat(database, ONE, "prioritising.rounds", ny="").text_input(key="runde.ny.0.title").set_value(
        "Halvferdig"
    ).run()
    assert (
        seat(database, ONE, "prioritising.rounds", ny="").text_input(key="runde.ny.0.title").value
        == "Halvferdig"
    )


def test_a_member_with_marks_cannot_be_taken_out(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde=OPEN, endre="")
    shown.multiselect(key=f"runde.{OPEN}.0.members").set_value(["person:berit-anne-guolban"])
    press(shown, "Lagre")
    assert any("De ville gå tapt" in each.value for each in shown.error)
    assert len(round_(database, OPEN).members) == 9


def test_ending_the_assessment_asks_first_when_somebody_is_not_done(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde=OPEN)
    assert any("Henrik Sandvollen" in each.value for each in shown.warning)
    press(shown, "Avslutt vurderingen")
    assert round_(database, OPEN).phase is RoundPhase.SCORING
    shown.checkbox[0].check().run()
    press(shown, "Avslutt vurderingen")
    assert round_(database, OPEN).phase is RoundPhase.MEETING
    assert "Klar for rådsmøtet" in everything(shown)


def test_a_round_goes_a_step_back(database: Database) -> None:
    press(seat(database, ONE, "prioritising.rounds", runde="runde:2026-1"), "Åpne runden igjen")
    assert round_(database, "runde:2026-1").phase is RoundPhase.MEETING


def test_a_round_opens_only_when_every_proposal_is_checked(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", ny="")
    shown.text_input(key="runde.ny.0.title").set_value("Våren 2027")
    shown.selectbox(key="runde.ny.0.method").set_value("felles/1.0")
    shown.multiselect(key="runde.ny.0.proposals").set_value([TOLK])
    press(shown, "Lag runden")
    press(shown, "Åpne for vurdering")
    assert len(shown.error) == 1
    assert round_(database, "runde:våren-2027").phase is RoundPhase.PREPARING


def test_each_requirement_shows_its_question_its_source_and_whether_a_no_stops(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    text = everything(shown)
    assert "Absolutt krav: nei holder forslaget utenfor rangeringen" in text
    assert text.count("Kilde: ") == len(shown.radio) == 9


def test_an_answer_without_a_reason_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    shown.radio(key=f"{CHECK}.problem").set_value("no")
    shown.text_area(key=f"{CHECK}.reason.problem").set_value("")
    press(shown, "Lagre kontrollen")
    assert shown.error[0].value == "Skriv begrunnelsen for svaret."
    assert answer(database, "problem").answer is Answer.YES


def test_a_check_is_saved_and_says_who_answered(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    shown.radio(key=f"{CHECK}.problem").set_value("unclear")
    shown.text_area(key=f"{CHECK}.reason.problem").set_value("Spurt eieren.")
    press(shown, "Lagre kontrollen")
    assert answer(database, "problem").answer is Answer.UNCLEAR
    again = everything(seat(database, OTHER, "prioritising.rounds", runde=OPEN, forslag=TOLK))
    assert "Lagret: Ikke avklart" in again.replace("\\", "")
    assert "Ingrid Solbakken" in again


def test_two_secretaries_do_not_overwrite_each_other(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    mine = seat(database, ONE, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    mine.text_area(key=f"{CHECK}.reason.problem").set_value("Min begrunnelse").run()
    answers = {"problem": (Answer.NO, "Torvalds begrunnelse")}
    answer_gates(database, OPEN, TOLK, answers=answers, seen=revision(database), stamp=stamp(OTHER))
    press(mine, "Lagre kontrollen")
    assert any("Torvald Myrhaug" in each.value for each in mine.warning)
    assert answer(database, "problem").reason == "Torvalds begrunnelse"
    press(mine, "Behold det jeg endret, og lagre")
    assert answer(database, "problem").reason == "Min begrunnelse"


def test_the_check_is_only_read_when_the_assessment_is_over(database: Database) -> None:
    shown = seat(database, ONE, "prioritising.rounds", runde="runde:2026-1", forslag="prosjekt:2026-001")
    assert not shown.radio
    assert len(shown.table[0].value) == 9


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def round_(database: Database, id: str) -> Round:
    with database.read() as reader:
        return reader.get(Round, id)


def answer(database: Database, gate: str) -> GateAnswer:
    with database.read() as reader:
        (found,) = reader.all(GateAnswer, round=OPEN, proposal=TOLK, gate=gate)
    return found


def revision(database: Database) -> int:
    with database.read() as reader:
        return sum(each.revision for each in reader.all(GateAnswer, round=OPEN, proposal=TOLK))
