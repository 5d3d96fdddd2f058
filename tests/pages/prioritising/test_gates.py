"""The gates of one proposal: each with its question and source, answered with a reason, none overwritten."""

import pytest

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.prioritising.rounds import Unchecked, begin_round
from portfolio.catalogue.methods import methods
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat, tables
from tests.rounds import (
    CLOSED,
    COLLEAGUE,
    HALFWAY,
    OPEN,
    SECRETARIAT,
    TOLK,
    Stamped,
    rewritten,
    stand_aside,
    step,
)

CHECK = f"kontroll.{OPEN}.{TOLK}.0"


def test_each_requirement_shows_its_question_its_source_and_whether_a_no_stops(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    text = everything(shown)
    assert "Absolutt krav: nei holder forslaget utenfor rangeringen" in text
    assert text.count("Kilde: ") == len(shown.radio) == 9


def test_an_answer_without_a_reason_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    shown.radio(key=f"{CHECK}.problem").set_value("no")
    shown.text_area(key=f"{CHECK}.reason.problem").set_value("")
    press(shown, "Lagre kontrollen")
    assert shown.error[0].value == "Skriv begrunnelsen for svaret."
    assert answer(database, "problem").answer is Answer.YES


def test_a_check_under_marks_is_saved_with_why_and_says_who_answered(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    shown.radio(key=f"{CHECK}.problem").set_value("unclear")
    shown.text_area(key=f"{CHECK}.reason.problem").set_value("Spurt eieren.")
    press(shown, "Lagre kontrollen")
    assert "Skriv hvorfor det endres" in shown.error[0].value
    assert answer(database, "problem").answer is Answer.YES
    shown.text_area(key=f"{CHECK}.why").set_value("Medlemmene spurte om det.")
    press(shown, "Lagre kontrollen")
    assert answer(database, "problem").answer is Answer.UNCLEAR
    again = everything(seat(database, COLLEAGUE, "prioritising.rounds", runde=OPEN, forslag=TOLK))
    assert "Lagret: Ikke avklart" in again.replace("\\", "")
    assert "Ingrid Solbakken" in again
    assert "Medlemmene spurte om det" in again


def test_two_secretaries_do_not_overwrite_each_other(database: Database, stamp: Stamped) -> None:
    mine = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    mine.text_area(key=f"{CHECK}.reason.problem").set_value("Min begrunnelse").run()
    answers = {"problem": (Answer.NO, "Torvalds begrunnelse")}
    mine.text_area(key=f"{CHECK}.why").set_value("Jeg leser den slik.").run()
    now = revision(database)
    answer_gates(database, OPEN, TOLK, answers=answers, seen=now, why="Ny lesning.", stamp=stamp(COLLEAGUE))
    press(mine, "Lagre kontrollen")
    assert any("Torvald Myrhaug" in each.value for each in mine.warning)
    assert answer(database, "problem").reason == "Torvalds begrunnelse"
    press(mine, "Behold det jeg endret, og lagre")
    assert answer(database, "problem").reason == "Min begrunnelse"


def test_a_version_that_was_not_shown_is_not_taken_in(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp, TOLK, title="Det som ble vist")
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    rewritten(database, stamp, TOLK, title="Det som kom etterpå")
    press(shown, "Ta inn den nye utgaven")
    assert "Ingrid Solbakken" in shown.error[0].value
    assert "Det som kom etterpå" in everything(shown)
    press(shown, "Ta inn den nye utgaven")
    assert "Det som kom etterpå" in shown.success[0].value


def test_the_check_is_only_read_when_the_assessment_is_over(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=CLOSED, forslag="prosjekt:2026-001")
    assert not shown.radio
    assert len(tables(shown)[0]) == 9


def test_whoever_stands_aside_sees_the_title_and_who_goes_on(database: Database, stamp: Stamped) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    assert (shown.title[0].value, len(shown.radio), len(tables(shown))) == ("Tolk i tide", 0, 0)
    assert "Du er inhabil her. Noen andre kontrollerer kravene." in everything(shown)
    rows = tables(seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN))[1]
    assert [row["Hvor det står"] for _, row in rows.iterrows() if "Tolk" in row.name] == ["Du er inhabil"]


def answer(database: Database, gate: str) -> GateAnswer:
    with database.read() as reader:
        (found,) = reader.all(GateAnswer, round=OPEN, proposal=TOLK, gate=gate)
    return found


def revision(database: Database) -> int:
    with database.read() as reader:
        return sum(each.revision for each in reader.all(GateAnswer, round=OPEN, proposal=TOLK))


def test_what_is_new_is_shown_and_taken_in_on_purpose(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp, cost=119_000_000)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    assert shown.title[0].value == "Tolk i tide"
    text = everything(shown).replace("\\", "")
    assert "Endret etter at runden åpnet, sist av Ingrid Solbakken" in text
    assert "Svart på en tidligere utgave" not in text
    assert "til «Et annet»" in text
    assert "119\u00a0000\u00a0000\u00a0kr" in text
    press(shown, "Ta inn den nye utgaven")
    again = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    assert again.title[0].value == "Et annet"
    text = everything(again)
    assert "Endret etter at runden åpnet" not in text
    assert text.count("Svart på en tidligere utgave") == 9
    press(again, "Lagre kontrollen")
    assert "Svart på en tidligere utgave" not in everything(
        seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    )


def test_a_member_sees_what_is_new_and_takes_nothing_in(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp)
    shown = seat(database, HALFWAY, "prioritising.rounds", runde=OPEN, forslag=TOLK)
    assert "Endret etter at runden åpnet" in everything(shown)
    assert "Ta inn den nye utgaven" not in [each.label for each in shown.button]


def test_a_closed_round_takes_nothing_in(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp, "prosjekt:2026-001", phase=Phase.STOPPED)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=CLOSED, forslag="prosjekt:2026-001")
    assert shown.title[0].value.startswith("Byggeklar")
    assert "Forslaget er nå: Stanset" in everything(shown).replace("\\", "")
    assert "Ta inn den nye utgaven" not in [each.label for each in shown.button]


def test_an_answer_on_words_that_are_others_by_now_waits_while_the_round_is_prepared(
    database: Database, stamp: Stamped
) -> None:
    """A proposal was changed after its check, and opened for assessment without a word."""
    made = begin_round(
        database,
        title="Under arbeid",
        method="felles/1.0",
        proposals=[TOLK],
        members=[HALFWAY],
        stamp=stamp(SECRETARIAT),
    )
    yes = {gate.key: (Answer.YES, "") for gate in methods()["felles/1.0"].gates}
    answer_gates(database, made.id, TOLK, answers=yes, seen=0, stamp=stamp(SECRETARIAT))
    rewritten(database, stamp, TOLK, summary="Noe annet.")
    with pytest.raises(Unchecked):
        step(database, stamp, RoundPhase.SCORING, id=made.id)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=made.id, forslag=TOLK)
    assert "Svart på en tidligere utgave" in everything(shown)
    press(shown, "Lagre kontrollen")
    assert step(database, stamp, RoundPhase.SCORING, id=made.id)
