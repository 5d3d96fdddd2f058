"""What a round asks of whom, and when."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.actions.prioritising.rounds import advance
from portfolio.people import Person
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.tasks import tasks
from portfolio.store.database import Database
from tests.rounds import (
    COLLEAGUE,
    DONE,
    FIRST,
    FRESH,
    HALFWAY,
    IMPARTIAL,
    OPEN,
    READER,
    SECOND,
    SECRETARIAT,
    Stamped,
    met,
    of,
    rewritten,
    stand_aside,
    step,
)

MARK, GATES, RECOMMEND = (f"{page}?runde={OPEN}" for page in ("vurdering", "kontroll", "rangering"))
Waiting = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def waiting(database: Database, person: Callable[[str], Person]) -> Waiting:
    """Look up what waits for one of the example people: what, and on which page."""

    def look(id: str) -> list[tuple[str, str]]:
        with database.read() as reader:
            found = list(tasks(reader, viewer=person(id)))
        assert not any(each.late for each in found)
        return [(each.what.in_english(), each.page) for each in found]

    return look


def test_a_member_who_has_not_begun_is_asked_for_impartiality_first(waiting: Waiting) -> None:
    assert waiting(FRESH) == [("Høsten 2026: say which proposals you stand aside from", MARK)]


def test_a_member_is_told_how_many_are_left_and_nothing_when_all_is_in(waiting: Waiting) -> None:
    assert waiting(HALFWAY) == [("Høsten 2026: assess 7 proposal", MARK)]
    assert waiting(DONE) == []


def test_the_secretariat_is_told_how_many_members_are_not_done(waiting: Waiting) -> None:
    assert waiting(SECRETARIAT) == [("Høsten 2026: 8 member has not finished the assessment", GATES)]
    assert waiting(COLLEAGUE) == waiting(SECRETARIAT)


def test_the_secretariat_is_told_how_many_proposals_wait_at_the_gates(
    database: Database, waiting: Waiting
) -> None:
    with database.alone() as connection:
        lost = "DELETE FROM gate_answers WHERE round = :round AND gate = 'hjemmel'"
        assert connection.execute(text(lost), {"round": OPEN}).rowcount > 1
    assert waiting(SECRETARIAT)[0] == ("Høsten 2026: check the requirements of 10 proposal", GATES)


def test_while_a_round_is_prepared_nothing_is_asked_of_its_members_nor_about_them(
    database: Database, stamp: Stamped, waiting: Waiting
) -> None:
    seen = of(database).revision
    advance(database, OPEN, to=RoundPhase.PREPARING, seen=seen, stamp=stamp(SECRETARIAT))
    assert (waiting(FRESH), waiting(SECRETARIAT)) == ([], [])


def test_in_the_meeting_those_who_may_recommend_are_told_what_has_no_recommendation(
    database: Database, stamp: Stamped, waiting: Waiting
) -> None:
    met(database, stamp)
    assert waiting(IMPARTIAL) == [("Høsten 2026: 10 proposal has no recommendation yet", RECOMMEND)]
    # One stands aside from two, and the other has not said whether they are impartial to anything.
    assert waiting(FRESH) == []
    word = Recommendation(
        id=recommendation_id(OPEN, FIRST), round=OPEN, proposal=FIRST, outcome=Outcome.RECOMMENDED
    )
    recommend(database, word, stamp=stamp(IMPARTIAL))
    assert waiting(SECRETARIAT) == [("Høsten 2026: 11 proposal has no recommendation yet", RECOMMEND)]


def test_nobody_is_asked_to_recommend_on_what_they_stand_aside_from(
    database: Database, stamp: Stamped, waiting: Waiting
) -> None:
    stand_aside(database, stamp, SECRETARIAT, FIRST)
    met(database, stamp)
    assert waiting(COLLEAGUE) == [("Høsten 2026: 12 proposal has no recommendation yet", RECOMMEND)]
    assert waiting(SECRETARIAT) == [("Høsten 2026: 11 proposal has no recommendation yet", RECOMMEND)]


@pytest.mark.parametrize("who", [READER, "person:geir-mosengtun"])
def test_a_round_asks_nothing_of_those_who_only_read_it(
    database: Database, stamp: Stamped, waiting: Waiting, who: str
) -> None:
    assert waiting(who) == []
    met(database, stamp)
    assert waiting(who) == []


def test_a_closed_round_asks_nothing_of_anybody(database: Database, stamp: Stamped, waiting: Waiting) -> None:
    met(database, stamp)
    step(database, stamp, RoundPhase.CLOSED)
    assert [waiting(who) for who in (FRESH, SECRETARIAT)] == [[], []]


def test_whoever_marked_a_version_before_is_asked_to_confirm(
    database: Database, stamp: Stamped, waiting: Waiting
) -> None:
    rewritten(database, stamp, SECOND)
    take_in(database, OPEN, SECOND, seen=1, stamp=stamp(SECRETARIAT))
    said = "Høsten 2026: {} has changed since you marked it. Confirm or change your marks"
    assert waiting(DONE) == [(said.format("1 proposal"), MARK)]
    assert len(waiting(HALFWAY)) == 1
