"""How far a member has come in a round, and what is left to mark."""

from collections.abc import Callable

import pytest

from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.marks import Mark
from portfolio.reports.prioritising.assessment import Progress, progress, queue
from portfolio.store.database import Database
from tests.rounds import DONE, FIRST, FRESH, HALFWAY, OPEN, STATUTORY, STOPPED, of

People = Callable[[str], Person]


def test_half_an_assessment_is_not_in(database: Database) -> None:
    own = how_far(database, HALFWAY)
    with database.read() as reader:
        begun = {each.proposal for each in reader.all(Mark, round=OPEN, member=HALFWAY)}
    assert len(own.done) == 3
    assert len(begun & set(own.left)) == 1
    assert own.part == pytest.approx(0.3)


def test_statutory_and_stopped_proposals_are_in_nobodys_queue(database: Database) -> None:
    own = how_far(database, FRESH)
    assert not {STATUTORY, STOPPED} & {*own.done, *own.left}
    assert not own.complete


def test_what_a_member_stands_aside_from_is_neither_done_nor_left(database: Database) -> None:
    own = how_far(database, DONE)
    assert FIRST not in {*own.done, *own.left}
    assert own.complete
    assert own.part == 1


def test_marks_that_are_all_in_are_not_complete_before_impartiality_is_confirmed() -> None:
    assert not Progress(member=DONE, declared=False, done=("a",), left=()).complete


def test_whoever_has_nothing_to_mark_has_come_all_the_way() -> None:
    assert Progress(member=DONE, declared=True, done=(), left=()).part == 1


def test_the_queue_follows_the_order_of_the_round(database: Database, person: People) -> None:
    with database.read() as reader:
        mine = queue(reader, OPEN, member=person(HALFWAY))
    places = [mine.round.proposals.index(id) for id in mine.mine]
    assert places == sorted(places)
    assert len(mine.mine) == mine.progress.all == 10


def test_the_queue_says_of_every_proposal_in_the_round_where_it_stands(
    database: Database, person: People
) -> None:
    with database.read() as reader:
        mine = queue(reader, OPEN, member=person(FRESH))
    assert tuple(mine.standings) == tuple(row.proposal.id for row in mine.rows) == mine.round.proposals
    assert mine.standings[STOPPED] is Standing.STOPPED


def how_far(database: Database, member: str) -> Progress:
    with database.read() as reader:
        return progress(reader, of(database), member=member)
