"""How a benefit stood at a moment, and when a period was over."""

from datetime import UTC, date, datetime, timedelta

from portfolio.periods import Period
from portfolio.realising.standing import stood_at, stood_over
from tests.realising.made import benefit, stood

MARCH, MAY = datetime(2026, 3, 3, 12, tzinfo=UTC), datetime(2026, 5, 5, 12, tzinfo=UTC)
FIRST, SECOND, NOW = (benefit(goal=goal) for goal in (5, 6, 7))
VERSIONS = (stood(FIRST, MARCH - timedelta(days=9)), stood(SECOND, MARCH), stood(NOW, MAY))


def test_each_version_stands_from_its_moment_until_the_next_and_the_first_has_always_stood():
    moments = (datetime(2020, 1, 1, tzinfo=UTC), MARCH - timedelta(seconds=1), MARCH, MAY)
    assert [stood_at(VERSIONS, each, now=NOW) for each in moments] == [FIRST, FIRST, SECOND, NOW]


def test_what_has_never_been_changed_has_always_stood_as_it_does():
    assert stood_at((), MARCH, now=NOW) == NOW


def test_a_period_is_over_by_the_version_of_the_end_of_its_last_day():
    months = {2: FIRST, 3: SECOND, 4: SECOND, 5: NOW}
    for month, stands in months.items():
        period = Period.holding(date(2026, month, 1), months=1)
        assert stood_over(VERSIONS, period, now=NOW) == stands
    assert stood_over(VERSIONS, Period.holding(date(2020, 1, 1), months=3), now=NOW) == FIRST
    assert stood_over((), Period.holding(MARCH.date(), months=1), now=NOW) == NOW


def test_a_version_stands_from_its_day_in_norway():
    assert stood(NOW, datetime(2026, 6, 30, 22, 30, tzinfo=UTC)).since == date(2026, 7, 1)
