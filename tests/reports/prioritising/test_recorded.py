"""What is recorded on one proposal: two things, each by itself."""

from portfolio.actions.prioritising.recommendations import recommend
from portfolio.lookups.untold import LATER
from portfolio.people import Person
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.recorded import Recorded, recorded
from portfolio.store.database import Database
from tests.rounds import CLOSED, FIRST, IMPARTIAL, OPEN, READER, Stamped, step


def test_recommendation_and_decision_are_two_things(database: Database) -> None:
    found = on(database, CLOSED, "prosjekt:2026-004")
    assert found.recommendation is not None
    assert found.decision is not None
    assert on(database, CLOSED, "prosjekt:2026-003") == Recorded(
        on(database, CLOSED, "prosjekt:2026-003").recommendation, None
    )


def test_before_anybody_has_spoken_nothing_is_recorded(meeting: Database) -> None:
    assert on(meeting, OPEN, FIRST) == Recorded(None, None)


def test_what_was_recorded_before_the_assessment_was_opened_again_is_hidden_until_it_is_over_again(
    meeting: Database, stamp: Stamped
) -> None:
    word = Recommendation(id="x", round=OPEN, proposal=FIRST, outcome=Outcome.RECOMMENDED)
    said = recommend(meeting, word, stamp=stamp(IMPARTIAL))
    step(meeting, stamp, RoundPhase.SCORING)
    assert on(meeting, OPEN, FIRST) == Recorded(None, None, untold=LATER)
    step(meeting, stamp, RoundPhase.MEETING)
    assert on(meeting, OPEN, FIRST).recommendation == said
    assert on(meeting, OPEN, FIRST).earlier


def on(database: Database, round_id: str, proposal_id: str) -> Recorded:
    with database.read() as reader:
        return recorded(reader, round_id, proposal_id, viewer=reader.get(Person, READER))
