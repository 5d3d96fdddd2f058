"""The council's recommendation, and KS's own decision, each recorded by itself and in its time."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.prioritising.decisions import TooEarly, record_decision
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.actions.prioritising.rounds import advance
from portfolio.people import Forbidden, Stamp
from portfolio.prioritising.decisions import Decision, Resolution, decision_id
from portfolio.prioritising.recommendations import Outcome, Recommendation, Unexplained
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Stale

Stamped = Callable[[str], Stamp]

ROUND, FIRST, SECOND, STOPPED = (
    "runde:2026-2",
    "prosjekt:2026-015",
    "prosjekt:2026-017",
    "prosjekt:2026-022",
)
MEMBER, SECRETARIAT, READER = (
    "person:even-kvammeland",
    "person:ingrid-solbakken",
    "person:signe-holtviken",
)


ASIDE = "person:marit-fjellgjerde"
"""A member whose organisation has a part in the first."""


@pytest.fixture
def meeting(database: Database, stamp: Stamped) -> Database:
    """The open round taken to the council's meeting."""
    with database.read() as reader:
        seen = reader.get(Round, ROUND).revision
    advance(database, ROUND, to=RoundPhase.MEETING, seen=seen, stamp=stamp(SECRETARIAT))
    return database


def test_the_council_recommends_in_its_meeting_and_not_before(database: Database, stamp: Stamped) -> None:
    with pytest.raises(TooEarly):
        recommend(database, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(MEMBER))


def test_in_step_with_the_order_needs_no_reason(meeting: Database, stamp: Stamped) -> None:
    recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(MEMBER))
    recommend(meeting, word(SECOND, Outcome.NOT_RECOMMENDED), stamp=stamp(MEMBER))


def test_out_of_step_with_the_order_needs_one_and_says_how_many_it_passes_by(
    meeting: Database, stamp: Stamped
) -> None:
    recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(MEMBER))
    with pytest.raises(Unexplained, match=r"other proposals \(1\)") as refused:
        recommend(meeting, word(SECOND, Outcome.RECOMMENDED), stamp=stamp(MEMBER))
    assert refused.value.about == "reason"
    recommend(meeting, word(SECOND, Outcome.RECOMMENDED, reason="Haster."), stamp=stamp(MEMBER))


def test_recommending_what_a_requirement_stopped_needs_a_reason(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Unexplained):
        recommend(meeting, word(STOPPED, Outcome.RECOMMENDED), stamp=stamp(MEMBER))


def test_conditions_have_words(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Unexplained, match="conditions"):
        recommend(meeting, word(FIRST, Outcome.WITH_CONDITIONS), stamp=stamp(MEMBER))


def test_two_who_record_at_once_do_not_overwrite_each_other(meeting: Database, stamp: Stamped) -> None:
    recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(MEMBER))
    with pytest.raises(Stale, match="Even Kvammeland"):
        recommend(meeting, word(FIRST, Outcome.NOT_RECOMMENDED), stamp=stamp(SECRETARIAT))


def test_the_secretariat_records_what_ks_decided(meeting: Database, stamp: Stamped) -> None:
    record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(SECRETARIAT))
    with meeting.read() as reader:
        assert reader.get(Decision, decision_id(ROUND, FIRST)).case == "KS 26/0200"
        assert reader.find(Recommendation, recommendation_id(ROUND, FIRST)) is None


def test_a_decision_is_never_in_the_future(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(TooEarly, match="future"):
        record_decision(meeting, decided(date(2026, 12, 24)), stamp=stamp(SECRETARIAT))


def test_a_member_does_not_record_the_decision_and_a_reader_recommends_nothing(
    meeting: Database, stamp: Stamped
) -> None:
    with pytest.raises(Forbidden):
        record_decision(meeting, decided(date(2026, 11, 20)), stamp=stamp(MEMBER))
    with pytest.raises(Forbidden):
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(READER))


def word(proposal: str, outcome: Outcome, *, reason: str = "") -> Recommendation:
    return Recommendation(
        id=recommendation_id(ROUND, proposal), round=ROUND, proposal=proposal, outcome=outcome, reason=reason
    )


def decided(on: date) -> Decision:
    return Decision(
        id=decision_id(ROUND, FIRST),
        round=ROUND,
        proposal=FIRST,
        resolution=Resolution.APPROVED,
        case="KS 26/0200",
        on=on,
    )


def test_a_member_who_stands_aside_does_not_speak_for_the_council(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden, match="stand aside"):
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(ASIDE))
