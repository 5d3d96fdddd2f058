"""What is recorded on one proposal: two things, each by itself."""

from portfolio.people import Person
from portfolio.reports.prioritising.recorded import Recorded, recorded
from portfolio.store.database import Database
from tests.rounds import CLOSED, FIRST, OPEN, READER


def test_recommendation_and_decision_are_two_things(database: Database) -> None:
    found = on(database, CLOSED, "prosjekt:2026-004")
    assert found.recommendation is not None
    assert found.decision is not None
    assert on(database, CLOSED, "prosjekt:2026-003") == Recorded(
        on(database, CLOSED, "prosjekt:2026-003").recommendation, None
    )


def test_before_anybody_has_spoken_nothing_is_recorded(database: Database) -> None:
    assert on(database, OPEN, FIRST) == Recorded(None, None)


def on(database: Database, round_id: str, proposal_id: str) -> Recorded:
    with database.read() as reader:
        return recorded(reader, round_id, proposal_id, viewer=reader.get(Person, READER))
