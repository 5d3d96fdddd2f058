"""What a member is to mark, and how many assessments are in."""

from collections.abc import Callable

from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.reports.prioritising.assessment import HowFar, how_far, queue
from portfolio.reports.prioritising.rounds import round_progress
from portfolio.store.database import Database
from tests.rounds import FRESH, HALFWAY, OPEN, READER, SECRETARIAT, STOPPED, Stamped, out_of_use, stand_aside

People = Callable[[str], Person]


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


def test_the_queue_does_not_say_where_what_the_member_stands_aside_from_stands(
    database: Database, person: People, stamp: Stamped
) -> None:
    stand_aside(database, stamp, FRESH, STOPPED)
    with database.read() as reader:
        mine = queue(reader, OPEN, member=person(FRESH))
    assert set(mine.round.proposals) - set(mine.standings) == {STOPPED}


def test_everybody_is_told_how_many_assessments_are_in(database: Database, person: People) -> None:
    with database.read() as reader:
        found = how_far(reader, OPEN, viewer=person(READER))
        own = [queue(reader, OPEN, member=person(each)).progress for each in (FRESH, HALFWAY)]
    assert found == HowFar(done=39, all=82)
    assert found.done > sum(len(each.done) for each in own)


def test_what_a_member_who_was_put_out_of_use_has_left_is_not_waited_for(
    database: Database, person: People, stamp: Stamped
) -> None:
    with database.read() as reader:
        before = how_far(reader, OPEN, viewer=person(READER))
        left = len(queue(reader, OPEN, member=person(HALFWAY)).progress.left)
    out_of_use(database, stamp, HALFWAY)
    with database.read() as reader:
        found = how_far(reader, OPEN, viewer=person(READER))
        waits = round_progress(reader, OPEN, viewer=person(SECRETARIAT)).unfinished
    assert left == 7
    assert found == HowFar(done=before.done, all=before.all - left)
    assert HALFWAY not in [each.id for each in waits]
