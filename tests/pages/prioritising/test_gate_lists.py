"""One requirement for all the proposals of a round: what it takes to answer them, and that nothing is passed over."""

from streamlit.testing.v1 import AppTest

from portfolio.actions.prioritising.rounds import begin_round
from portfolio.catalogue.methods import methods
from portfolio.lookups.judging import standings
from portfolio.prioritising.gates import Answer, GateAnswer, Standing
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat
from tests.rounds import CLOSED, COLLEAGUE, FRESH, OPEN, SECRETARIAT, Stamped

YES, NEXT, SAVE = "Velg ja der ingenting er valgt", "Lagre og neste", "Lagre kontrollen"


def test_the_requirements_of_22_proposals_take_19_clicks_and_no_text_where_all_are_met(
    database: Database, stamp: Stamped
) -> None:
    """It was 242 clicks, one for each answer and two for each proposal, and 198 reasons that had to be written."""
    begun = of_22(database, stamp)
    shown, clicks = open_list(database, begun), 1
    for place in range(9):
        assert len(shown.radio) == 22
        press(shown, YES)
        assert not shown.text_area
        press(shown, NEXT if place < 8 else SAVE)
        clicks += 2
    assert clicks == 19
    with database.read() as reader:
        assert {*standings(reader, reader.get(Round, begun)).values()} <= {Standing.READY, Standing.STATUTORY}
        assert len(reader.all(GateAnswer, round=begun, answer=Answer.YES)) == 198
        assert {each.reason for each in reader.all(GateAnswer, round=begun)} == {""}


def test_proposals_are_answered_one_after_the_other_without_going_back(
    database: Database, stamp: Stamped
) -> None:
    begun = of_22(database, stamp)
    with database.read() as reader:
        (first, second, *_) = reader.get(Round, begun).proposals
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=begun, forslag=first)
    for radio in range(9):
        shown.radio[radio].set_value("yes")
    press(shown, NEXT)
    assert shown.query_params["forslag"] == second


def test_a_no_asks_why_beside_it_and_all_that_is_chosen_stands(database: Database, stamp: Stamped) -> None:
    shown = open_list(database, of_22(database, stamp))
    shown.radio[3].set_value("no").run()
    press(shown, YES)
    assert [each.value for each in shown.radio].count("yes") == 21
    (why,) = shown.text_area
    assert why.label == "Begrunnelse (påkrevd)"
    press(shown, NEXT)
    assert shown.error[0].value == "Skriv begrunnelsen for svaret."
    assert [each.value for each in shown.radio].count("yes") == 21
    shown.text_area[0].set_value("Ingen eier.")
    press(shown, NEXT)
    assert shown.title[0].value.startswith("2")


def test_what_is_left_is_asked_again_and_what_is_answered_is_not(database: Database, stamp: Stamped) -> None:
    begun = of_22(database, stamp)
    shown = open_list(database, begun)
    first = shown.radio[0].label
    shown.radio[0].set_value("yes")
    press(shown, NEXT)
    again = open_list(database, begun)
    assert len(again.radio) == 21
    assert first not in [each.label for each in again.radio]


def test_what_a_colleague_answers_meanwhile_stands_and_mine_is_kept(
    database: Database, stamp: Stamped
) -> None:
    begun = of_22(database, stamp)
    mine = open_list(database, begun)
    for place, answer in ((0, "no"), (1, "yes")):
        mine.radio[place].set_value(answer).run()
    mine.text_area[0].set_value("Min grunn.").run()
    theirs = seat(database, COLLEAGUE, "prioritising.rounds", runde=begun, krav="")
    theirs.radio[0].set_value("yes")
    press(theirs, NEXT)
    press(mine, NEXT)
    assert any("Torvald Myrhaug" in each.value for each in mine.warning)
    assert "Torvald Myrhaug har svart «Ja» for 2026-001" in everything(mine).replace("\\", "")
    assert [each.value for each in mine.radio][:2] == ["no", "yes"]
    assert mine.text_area[0].value == "Min grunn."
    assert "Står der nå" not in everything(mine)
    assert answers(database, begun) == [Answer.YES]
    press(mine, "Behold det jeg endret, og lagre")
    assert answers(database, begun) == [Answer.NO, Answer.YES]


def test_my_answer_is_told_of_though_nothing_else_waits_and_after_a_reload(
    database: Database, stamp: Stamped
) -> None:
    begun = of_22(database, stamp)
    mine = open_list(database, begun)
    mine.radio[0].set_value("no").run()
    first = methods()["felles/1.0"].gates[0].key
    theirs = seat(database, COLLEAGUE, "prioritising.rounds", runde=begun, krav=first)
    press(theirs, YES)
    press(theirs, NEXT)
    again = seat(database, SECRETARIAT, "prioritising.rounds", runde=begun, krav=first)
    assert [each.value for each in again.radio] == ["no"]
    assert "Torvald Myrhaug har svart «Ja» for 2026-001" in everything(again).replace("\\", "")
    again.text_area[0].set_value("Min grunn.")
    press(again, NEXT)
    press(again, "Ta det andre: forkast mitt")
    assert {*answers(database, begun)} == {Answer.YES}
    assert not again.radio


def answers(database: Database, round_: str) -> list[Answer]:
    with database.read() as reader:
        return [each.answer for each in reader.all(GateAnswer, round=round_)]


def test_the_way_to_it_is_shown_while_something_waits(database: Database, stamp: Stamped) -> None:
    way = "Svar på ett krav om gangen for alle forslagene"
    begun = of_22(database, stamp)
    assert way in everything(seat(database, SECRETARIAT, "prioritising.rounds", runde=begun))
    for round_ in (OPEN, CLOSED):
        assert way not in everything(seat(database, SECRETARIAT, "prioritising.rounds", runde=round_))
        shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=round_, krav="problem")
        assert "Ingen forslag venter på svar på dette kravet." in everything(shown)


def open_list(database: Database, round_: str) -> AppTest:
    return seat(database, SECRETARIAT, "prioritising.rounds", runde=round_, krav="")


def of_22(database: Database, stamp: Stamped) -> str:
    with database.read() as reader:
        proposals = [each.id for each in reader.all(Proposal)][:22]
    return begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=proposals,
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    ).id
