"""KS's own decision: recorded by the secretariat, in its time, apart from the recommendation."""

from datetime import date, datetime, timedelta

import pytest

from portfolio.actions.prioritising.decisions import record_decision
from portfolio.people import Forbidden
from portfolio.periods import InTheFuture
from portfolio.prioritising.decisions import Decision, Resolution, decision_id
from portfolio.prioritising.recommendations import Recommendation, recommendation_id
from portfolio.prioritising.rounds import NeedsReason, NotInRound, NotOpen
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.nights import NIGHTS
from tests.rounds import COLLEAGUE, FIRST, IMPARTIAL, OPEN, SECRETARIAT, Stamped, stand_aside


def test_the_secretariat_records_what_ks_decided(meeting: Database, stamp: Stamped) -> None:
    record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    with meeting.read() as reader:
        assert reader.get(Decision, decision_id(OPEN, FIRST)).case == "KS 26/0200"
        assert reader.find(Recommendation, recommendation_id(OPEN, FIRST)) is None


def test_a_decision_is_never_in_the_future(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(InTheFuture, match="future"):
        record_decision(meeting, decided(date(2026, 12, 24)), stamp=stamp(SECRETARIAT))


@pytest.mark.parametrize(("moment", "today"), NIGHTS)
def test_a_decision_of_today_is_recorded_around_midnight_and_one_of_tomorrow_is_not(
    meeting: Database, stamp: Stamped, moment: datetime, today: date
) -> None:
    now = stamp(SECRETARIAT).model_copy(update={"at": moment})
    with pytest.raises(InTheFuture) as refused:
        record_decision(meeting, decided(today + timedelta(days=1)), stamp=now)
    assert refused.value.about == "on"
    assert record_decision(meeting, decided(today), stamp=now).on == today


def test_a_decision_is_of_its_own_proposal_whatever_id_it_comes_with(
    meeting: Database, stamp: Stamped
) -> None:
    made = decided(date(2026, 11, 20)).model_copy(update={"id": "program"})
    assert record_decision(meeting, made, stamp=stamp(SECRETARIAT)).id == decision_id(OPEN, FIRST)


def test_ks_decides_on_nothing_before_the_council_meets(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen, match="when the council meets"):
        record_decision(database, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))


def test_a_decision_is_on_a_proposal_in_the_round(meeting: Database, stamp: Stamped) -> None:
    elsewhere = decided(date(2026, 11, 20)).model_copy(update={"proposal": "prosjekt:2026-001"})
    with pytest.raises(NotInRound, match="not in this round"):
        record_decision(meeting, elsewhere, stamp=stamp(SECRETARIAT))


def test_a_member_does_not_record_the_decision(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(IMPARTIAL))


def test_a_secretary_who_stands_aside_leaves_it_to_a_colleague(meeting: Database, stamp: Stamped) -> None:
    stand_aside(meeting, stamp, SECRETARIAT, FIRST)
    with pytest.raises(Forbidden, match="another of the secretariat"):
        record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(COLLEAGUE))


def test_a_changed_decision_says_why(meeting: Database, stamp: Stamped) -> None:
    first = record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    other = first.model_copy(update={"resolution": Resolution.REJECTED})
    with pytest.raises(NeedsReason) as refused:
        record_decision(meeting, other, why="\u2060", stamp=stamp(SECRETARIAT))
    assert refused.value.about == "why"
    record_decision(meeting, other, why="Klagen ble tatt til følge.", stamp=stamp(SECRETARIAT))
    with meeting.read() as reader:
        (last, *_) = reader.traces(subject=FIRST, actions=("record_decision",))
        assert reader.get(Decision, first.id).resolution is Resolution.REJECTED
    assert last.reason == "Klagen ble tatt til følge."


def test_a_decision_saved_as_it_stands_needs_no_reason(meeting: Database, stamp: Stamped) -> None:
    first = record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    assert record_decision(meeting, first, stamp=stamp(SECRETARIAT)) == first


def test_two_who_decide_at_once_are_told_of_each_other_before_a_reason_is_asked_for(
    meeting: Database, stamp: Stamped
) -> None:
    record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale):
        record_decision(meeting, decided(date(2026, 11, 19)), stamp=stamp(COLLEAGUE))


def decided(on: date) -> Decision:
    return Decision(
        id=decision_id(OPEN, FIRST),
        round=OPEN,
        proposal=FIRST,
        resolution=Resolution.APPROVED,
        case="KS 26/0200",
        on=on,
    )
