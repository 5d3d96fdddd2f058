"""How far the members of a round have come."""

import pytest

from portfolio.lookups.judging import judged
from portfolio.lookups.progress import Progress, progress, unfinished
from portfolio.prioritising.marks import Mark
from portfolio.store.database import Database
from tests.rounds import DONE, FIRST, FRESH, HALFWAY, OPEN, STATUTORY, STOPPED, Stamped, of, out_of_use


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


def test_the_unfinished_are_those_with_something_left_and_nobody_who_is_lost(database: Database) -> None:
    lost = of(database).model_copy(update={"members": (DONE, FRESH, HALFWAY, "person:borte")})
    with database.read() as reader:
        assert unfinished(reader, lost) == (FRESH, HALFWAY)


def test_nobody_waits_for_a_member_who_was_put_out_of_use_and_their_marks_stand(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        before, waited = judged(reader, of(database)), unfinished(reader, of(database))
    after = out_of_use(database, stamp, HALFWAY)
    with database.read() as reader:
        assert judged(reader, of(database)) == before
        assert HALFWAY in waited
        assert unfinished(reader, of(database)) == tuple(each for each in waited if each != HALFWAY)
        assert unfinished(reader, of(database), after=after) == unfinished(reader, of(database))
        assert unfinished(reader, of(database), after=after - 1) == waited


def how_far(database: Database, member: str) -> Progress:
    with database.read() as reader:
        return progress(reader, of(database), member=member)
