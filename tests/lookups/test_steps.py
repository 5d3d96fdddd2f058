"""The steps of a round as the trail tells them."""

from portfolio.lookups.steps import BEFORE, STEPS, from_before, last_step, steps
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.history import ACTIONS
from portfolio.store.database import Database
from tests.rounds import CLOSED, OPEN, Stamped, step

MEETING, SCORING = RoundPhase.MEETING, RoundPhase.SCORING


def test_the_steps_come_in_their_order_with_the_reason_and_which_go_back(
    database: Database, stamp: Stamped
) -> None:
    for to, reason in ((MEETING, "Fristen er ute."), (SCORING, "Feil i en kostnad."), (MEETING, "")):
        step(database, stamp, to, reason=reason or "Ferdig.")
    with database.read() as reader:
        found = steps(reader, OPEN)
    assert [(each.before, each.after, each.back) for each in found] == [
        (SCORING, MEETING, False),
        (MEETING, SCORING, True),
        (SCORING, MEETING, False),
    ]
    assert [each.trace.reason for each in found] == ["Fristen er ute.", "Feil i en kostnad.", "Ferdig."]


def test_the_last_step_of_a_kind_is_found(database: Database, stamp: Stamped) -> None:
    for to, reason in ((MEETING, "Først."), (SCORING, "Feil."), (MEETING, "Sist.")):
        step(database, stamp, to, reason=reason)
    with database.read() as reader:
        ended = last_step(reader, OPEN, STEPS[SCORING, MEETING])
        assert ended is not None
        assert ended.trace.reason == "Sist."
        assert last_step(reader, OPEN, STEPS[MEETING, RoundPhase.CLOSED]) is None


def test_every_step_has_a_name_of_its_own_and_is_known_to_the_change_log() -> None:
    near = {(one, other) for one in RoundPhase for other in (one.following, one.preceding) if other}
    assert STEPS.keys() == near
    assert len(set(STEPS.values())) == len(near)
    assert set(STEPS.values()) | {BEFORE} <= ACTIONS.keys()


def test_a_round_that_was_put_there_whole_has_taken_no_step(database: Database) -> None:
    with database.read() as reader:
        assert steps(reader, CLOSED) == ()


def test_a_recommendation_is_from_before_when_the_round_was_opened_again_since(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        (said, *_) = reader.all(Recommendation, round=CLOSED)
        assert not from_before(reader, said)
    step(database, stamp, MEETING, id=CLOSED)
    with database.read() as reader:
        assert from_before(reader, said)
        assert not from_before(reader, said.model_copy(update={"proposal": "prosjekt:x"}))
