"""The secretariat's answers to the gates: some now and some later, each with its reason, none overwritten."""

import pytest

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.lookups.judging import standings
from portfolio.objections import Objections
from portfolio.people import Stamp
from portfolio.prioritising.gates import Answer, GateAnswer, Standing
from portfolio.prioritising.rounds import NotInRound, NotOpen, Round
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.rounds import CLOSED, COLLEAGUE, FRESH, OPEN, OUTSIDE, SECRETARIAT, TOLK, Stamped


def test_a_check_may_be_half_done_but_every_answer_has_its_reason(database: Database, stamp: Stamped) -> None:
    begun = begun_round(database, stamp)
    check(database, begun, {"ordning": (Answer.YES, "Med i ordningen.")}, stamp(SECRETARIAT), seen=0)
    with database.read() as reader:
        assert standings(reader, reader.get(Round, begun))[TOLK] is Standing.WAITING
    with pytest.raises(Objections) as refused:
        check(
            database,
            begun,
            {"problem": (Answer.NO, " "), "modenhet": (None, "Uklart")},
            stamp(SECRETARIAT),
            seen=2,
        )
    assert [each.about for each in refused.value.listed] == ["reason.problem", "modenhet"]


def test_a_no_to_an_absolute_requirement_stops_the_proposal(database: Database, stamp: Stamped) -> None:
    check(database, OPEN, {"eier-drift": (Answer.NO, "Ingen eier.")}, stamp(SECRETARIAT), seen=seen(database))
    with database.read() as reader:
        assert standings(reader, reader.get(Round, OPEN))[TOLK] is Standing.STOPPED


def test_a_check_seen_before_a_colleague_answered_is_stale_and_names_the_colleague(
    database: Database, stamp: Stamped
) -> None:
    before = seen(database)
    check(database, OPEN, {"problem": (Answer.NO, "Uklart.")}, stamp(COLLEAGUE), seen=before)
    with pytest.raises(Stale, match="Torvald Myrhaug"):
        check(database, OPEN, {"problem": (Answer.YES, "Klart.")}, stamp(SECRETARIAT), seen=before)


def test_the_check_is_closed_when_the_assessment_is_over(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen, match="assessment is over"):
        check(database, CLOSED, {}, stamp(SECRETARIAT), seen=0)


@pytest.mark.parametrize("proposal", ["prosjekt:finnes-ikke", OUTSIDE])
def test_the_requirements_of_what_is_not_in_the_round_are_not_answered(
    database: Database, stamp: Stamped, proposal: str
) -> None:
    with pytest.raises(NotInRound):
        answer_gates(
            database,
            OPEN,
            proposal,
            answers={"problem": (Answer.YES, "Ja.")},
            seen=0,
            stamp=stamp(SECRETARIAT),
        )
    with database.read() as reader:
        assert reader.all(GateAnswer, round=OPEN, proposal=proposal) == ()


def check(
    database: Database,
    round_: str,
    answers: dict[str, tuple[Answer | None, str]],
    stamp: Stamp,
    *,
    seen: int,
) -> None:
    answer_gates(database, round_, TOLK, answers=answers, seen=seen, stamp=stamp)


def begun_round(database: Database, stamp: Stamped) -> str:
    return begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    ).id


def seen(database: Database) -> int:
    with database.read() as reader:
        return sum(each.revision for each in reader.all(GateAnswer, round=OPEN, proposal=TOLK))
