"""A benefit is held to what it says once anything is reported or owed, and what it said then is what it first promised."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.benefits import Rhythm
from portfolio.realising.binding import bound, moves, promised
from tests.realising.made import benefit, reading, stood

MARCH, MAY = datetime(2026, 3, 3, 12, tzinfo=UTC), datetime(2026, 5, 5, 12, tzinfo=UTC)
LATER = date(2027, 1, 1)
"""A day to report from that has not come while any of these versions stood."""
FIRST, SECOND, NOW = (benefit(goal=goal, reported_from=LATER) for goal in (5, 6, 7))
VERSIONS = (stood(FIRST, MARCH - timedelta(days=9)), stood(SECOND, MARCH), stood(NOW, MAY))


def told(at):
    return reading(Period.holding(date(2026, 1, 1), months=1)).model_copy(update={"at": at})


def test_it_is_bound_from_the_day_after_the_first_period_ended_though_nothing_is_reported():
    one = benefit(rhythm=Rhythm.QUARTERLY)
    assert not bound(one, (), on=date(2026, 3, 31))
    assert bound(one, (), on=date(2026, 4, 1))


def test_it_is_bound_by_a_reading_and_by_what_a_former_plan_asked_for():
    assert not bound(NOW, (), on=MAY.date(), versions=VERSIONS)
    assert bound(NOW, [told(MAY)], on=MAY.date(), versions=VERSIONS)
    owing = benefit(rhythm=Rhythm.MONTHLY)
    assert bound(NOW, (), on=MAY.date(), versions=(stood(owing, MARCH), stood(NOW, MAY)))


def test_what_was_first_promised_is_how_it_stood_when_it_was_first_reported_on():
    assert promised(VERSIONS, [told(MAY), told(MARCH)], now=NOW) == SECOND
    assert promised(VERSIONS, [], now=NOW) == NOW


def test_what_was_first_promised_is_how_it_stood_when_something_was_first_owed():
    monthly = benefit(goal=6, rhythm=Rhythm.MONTHLY, reported_from=date(2026, 4, 1))
    versions = (stood(FIRST, MARCH - timedelta(days=9)), stood(monthly, MARCH), stood(NOW, MAY))
    assert promised(versions, [], now=NOW) == monthly
    assert promised((*versions, stood(FIRST, MAY + timedelta(days=400))), [], now=FIRST) == monthly


def test_each_version_that_was_held_to_is_told_with_the_one_that_took_its_place():
    assert list(moves(VERSIONS, [told(MARCH)])) == [(VERSIONS[1], VERSIONS[2])]
    assert list(moves(VERSIONS, [])) == []


@given(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1))
def test_what_was_first_promised_is_never_changed_by_what_is_reported_later(moments):
    first = min(moments)
    later = [told(each) for each in moments]
    assert promised(VERSIONS, later, now=NOW) == promised(VERSIONS, [told(first)], now=NOW)
