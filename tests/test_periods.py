from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import (
    EARLIEST,
    FIRST_YEAR,
    LAST_YEAR,
    InTheFuture,
    NotABudgetYear,
    Period,
    TooEarly,
    day_in_norway,
    ended,
    let_be_budgeted,
    let_be_dated,
    let_be_kept,
    let_have_come,
)
from tests.nights import NIGHTS

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
lengths = st.sampled_from([1, 3, 12])


@pytest.mark.parametrize(
    ("months", "first", "until", "key"),
    [
        (1, date(2026, 12, 1), date(2027, 1, 1), "2026-12"),
        (3, date(2026, 10, 1), date(2027, 1, 1), "2026-q4"),
        (12, date(2026, 1, 1), date(2027, 1, 1), "2026"),
    ],
)
def test_the_last_period_of_a_year_ends_when_the_next_year_begins(months, first, until, key):
    period = Period.holding(date(2026, 12, 31), months=months)
    assert (period.first, period.until, period.key) == (first, until, key)
    assert period.last == date(2026, 12, 31)
    assert period.months == months


@given(days, lengths)
def test_a_period_holds_its_day(day, months):
    period = Period.holding(day, months=months)
    assert period.first <= day <= period.last < period.until


@given(days, lengths)
def test_periods_follow_each_other_without_gap_or_overlap(day, months):
    period = Period.holding(day, months=months)
    following = period.next()
    assert following.first == period.until
    assert following.months == months
    assert following.key > period.key


@given(days, days, lengths)
def test_only_whole_periods_that_are_over_have_ended(since, on, months):
    periods = list(ended(since, months=months, on=on))
    assert all(period.until <= on for period in periods)
    assert [period.first for period in periods] == sorted({period.first for period in periods})
    now = Period.holding(on, months=months)
    assert now not in periods
    assert bool(periods) == (Period.holding(since, months=months).until <= on)


def test_a_period_is_over_on_the_first_day_of_the_next_and_not_before():
    since = date(2026, 10, 1)
    assert not list(ended(since, months=1, on=date(2026, 10, 31)))
    assert [each.key for each in ended(since, months=1, on=date(2026, 11, 1))] == ["2026-10"]


def test_a_leap_day_is_in_its_month():
    period = Period.holding(date(2028, 2, 29), months=1)
    assert period.until - period.first == timedelta(days=29)


def test_the_day_turns_at_midnight_in_norway_in_summer_and_winter():
    for moment, day in (
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ):
        assert day_in_norway(moment) == day


@pytest.mark.parametrize(("moment", "today"), NIGHTS)
def test_a_day_begins_at_midnight_in_norway_wherever_the_clock_stands(moment: datetime, today: date) -> None:
    assert day_in_norway(moment) == today
    assert day_in_norway(moment.astimezone(timezone(timedelta(hours=-8)))) == today


@pytest.mark.parametrize(("moment", "today"), NIGHTS)
def test_today_has_come_and_tomorrow_has_not(moment: datetime, today: date) -> None:
    let_have_come(today, at=moment)
    let_have_come(date(2000, 1, 1), at=moment)
    with pytest.raises(InTheFuture) as refused:
        let_have_come(today + timedelta(days=1), at=moment)
    assert refused.value.about == "on"
    assert refused.value.message.facts == {"day": today + timedelta(days=1), "today": today}


@pytest.mark.parametrize(("moment", "today"), NIGHTS)
def test_money_is_dated_no_later_than_today_and_no_earlier_than_there_are_budget_years(moment, today):
    let_be_dated(today, at=moment)
    let_be_dated(EARLIEST, at=moment)
    with pytest.raises(InTheFuture):
        let_be_dated(today + timedelta(days=1), at=moment)
    with pytest.raises(TooEarly, match="Check the year") as refused:
        let_be_dated(EARLIEST - timedelta(days=1), at=moment)
    assert refused.value.about == "on"


def test_a_day_before_all_budget_years_is_refused_by_the_field_it_stands_in():
    with pytest.raises(TooEarly) as refused:
        let_be_kept(date(1, 1, 1), about="applies_from")
    assert refused.value.about == "applies_from"


@pytest.mark.parametrize("year", [1, FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_that_is_no_budget_year_is_refused(year):
    let_be_budgeted(FIRST_YEAR)
    let_be_budgeted(LAST_YEAR)
    with pytest.raises(NotABudgetYear) as refused:
        let_be_budgeted(year)
    assert refused.value.about == "year"
