"""Departures from the order of a round, and what nobody has said anything of."""

from portfolio.actions.prioritising.recommendations import recommend
from portfolio.lookups.departing import departing, unsaid
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.store.database import Database
from tests.rounds import CLOSED, FIRST, OPEN, SECOND, SECRETARIAT, Stamped, of


def test_the_order_of_the_example_has_its_departures_and_each_is_explained(database: Database) -> None:
    with database.read() as reader:
        found = departing(reader, of(database, CLOSED))
        assert unsaid(reader, of(database, CLOSED)) == ()
    assert ("prosjekt:2026-007", ("prosjekt:2026-006",)) in [(each.proposal, each.before) for each in found]
    assert all(each.explained for each in found)


def test_one_that_is_recommended_while_those_above_it_wait_departs_from_the_order(
    meeting: Database, stamp: Stamped
) -> None:
    said = Recommendation(
        id=recommendation_id(OPEN, SECOND), round=OPEN, proposal=SECOND, outcome=Outcome.RECOMMENDED
    )
    recommend(meeting, said, stamp=stamp(SECRETARIAT))
    with meeting.read() as reader:
        (found,) = departing(reader, of(meeting))
        assert len(unsaid(reader, of(meeting))) == 11
    assert (found.proposal, found.before, found.explained) == (SECOND, (FIRST,), False)
