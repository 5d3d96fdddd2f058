"""How a round came out: the order, its reasons, and what stands outside it."""

from collections.abc import Callable
from decimal import Decimal

from portfolio.messages import Message
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.methods import WeightedMean
from portfolio.reports.prioritising.assessment import queue
from portfolio.reports.prioritising.decisions import said_on
from portfolio.reports.prioritising.gates import check_sheet
from portfolio.reports.prioritising.marks import sheet
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.reports.prioritising.rounds import round_progress
from portfolio.store.database import Database

CLOSED, OPEN = "runde:2026-1", "runde:2026-2"
READER, DONE, HALFWAY = "person:signe-holtviken", "person:marit-fjellgjerde", "person:sissel-nordengrind"
People = Callable[[str], Person]


def test_places_rise_with_shared_places_skipped(database: Database, person: People) -> None:
    places = [row.place for row in report(database, person(READER)).ranked]
    assert places == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10]


def test_the_terms_add_up_to_the_points(database: Database, person: People) -> None:
    found = report(database, person(READER))
    assert isinstance(found.method.points, WeightedMean)
    for row in found.ranked:
        assert row.points is not None
        assert abs(sum(term.points for term in row.terms) - row.points) <= Decimal("0.1")


def test_every_row_but_the_last_carries_its_reason(database: Database, person: People) -> None:
    *above, last = report(database, person(READER)).ranked
    assert all(isinstance(row.why, Message) for row in above)
    assert last.why == ""


def test_every_proposal_is_in_the_order_or_outside_it_once(database: Database, person: People) -> None:
    found = report(database, person(READER))
    rows = [row.proposal for row in (*found.ranked, *found.outside)]
    assert sorted(rows) == sorted(found.round.proposals)
    assert {row.standing for row in found.outside} == {Standing.STATUTORY, Standing.STOPPED}


def test_a_hidden_ranking_holds_nothing(database: Database, person: People) -> None:
    with database.read() as reader:
        found = ranking(reader, OPEN, viewer=person(HALFWAY))
    assert found.hidden is not None
    assert (found.ranked, found.outside, found.terms) == ((), (), ())


def test_a_members_sheet_holds_no_marks_but_their_own(database: Database, person: People) -> None:
    with database.read() as reader:
        own = sheet(reader, OPEN, "prosjekt:2026-016", member=person(HALFWAY))
    assert {mark.member for mark in own.marks.values()} == {HALFWAY}


def test_the_queue_follows_the_order_of_the_round(database: Database, person: People) -> None:
    with database.read() as reader:
        mine = queue(reader, OPEN, member=person(HALFWAY))
    places = [mine.round.proposals.index(id) for id in mine.mine]
    assert places == sorted(places)
    assert len(mine.mine) == mine.progress.all == 10


def test_the_progress_of_a_round_names_who_is_not_done(database: Database) -> None:
    with database.read() as reader:
        state = round_progress(reader, OPEN)
    assert DONE not in {each.id for each in state.unfinished}
    assert len(state.unfinished) == 8
    assert len(state.without_word) == len(state.round.proposals)
    assert state.waiting == 0


def test_a_check_knows_its_revision_and_nobody_where_many_came_at_once(database: Database) -> None:
    with database.read() as reader:
        found = check_sheet(reader, OPEN, "prosjekt:2026-016")
    assert (found.revision, len(found.answers), found.said) == (9, 9, {})
    assert found.open


def test_recommendation_and_decision_are_two_things(database: Database) -> None:
    with database.read() as reader:
        said = said_on(reader, CLOSED, "prosjekt:2026-004")
    assert said.recommendation is not None
    assert said.decision is not None


def report(database: Database, viewer: Person) -> RankingReport:
    with database.read() as reader:
        return ranking(reader, CLOSED, viewer=viewer)
