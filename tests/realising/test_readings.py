"""A reading has a value or a reason, a correction takes the place of what it corrects, and a report is held to both."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from pydantic import ValidationError

from portfolio.periods import Period
from portfolio.realising.deadlines import due
from portfolio.realising.readings import Certainty, holding, unreadable
from tests.realising.made import benefit, reading

FIRST = Period.holding(date(2026, 1, 1), months=3)
SECOND = FIRST.next()


def wrong(period, *, certainty=Certainty.MEASURED, value=Decimal(1), comment="", on=date(2026, 12, 1)):
    asked = {each.period for each in due(benefit(reported_from=date(2025, 1, 1)), (), on=on)}
    given = {"certainty": certainty, "value": value, "comment": comment, "on": on}
    found = unreadable(benefit(), period=period, asked=asked, **given)
    return [each.about for each in found]


def test_a_correction_takes_the_place_of_what_it_corrects_and_may_be_corrected_itself():
    one = reading(FIRST, id="måling:1")
    two = reading(FIRST, id="måling:2", corrects="måling:1")
    three = reading(FIRST, id="måling:3", corrects="måling:2")
    assert holding([one, two]) == (two,)
    assert holding([three, one, two]) == (three,)


def test_the_readings_that_hold_are_oldest_period_first():
    one, two = reading(SECOND, id="måling:1"), reading(FIRST, id="måling:2")
    assert holding([one, two]) == (two, one)


def test_of_periods_of_unlike_lengths_the_one_that_ended_last_comes_last():
    month, year = Period.holding(FIRST.first, months=1), Period.holding(FIRST.first, months=12)
    told = [reading(each, id=f"måling:{each.key}") for each in (year, SECOND, FIRST, month)]
    assert [each.period for each in holding(told)] == [month, FIRST, SECOND, year]


def test_a_reading_knows_its_period():
    assert reading(FIRST).period == FIRST


@pytest.mark.parametrize(
    ("certainty", "value"),
    [(Certainty.MEASURED, None), (Certainty.ESTIMATED, None), (Certainty.NOT_MEASURED, 7)],
)
def test_a_reading_has_a_value_unless_it_was_not_measured(certainty, value):
    with pytest.raises(ValidationError):
        reading(FIRST, certainty=certainty, value=value)


@pytest.mark.parametrize("until", [FIRST.first, FIRST.first - timedelta(days=1)])
def test_a_reading_speaks_of_a_period_that_lasts(until):
    with pytest.raises(ValidationError):
        reading(Period(FIRST.first, until))


def test_a_period_is_reported_only_when_it_is_over():
    assert wrong(SECOND, on=SECOND.last) == ["period"]
    assert wrong(SECOND, on=SECOND.until) == []


def test_a_period_that_ended_before_the_baseline_is_refused():
    assert wrong(Period(date(2025, 7, 1), date(2025, 10, 1))) == ["period"]
    assert wrong(Period(date(2025, 10, 1), date(2026, 1, 1))) == []


def test_a_period_that_nobody_has_asked_for_is_refused():
    assert wrong(Period(FIRST.first, SECOND.until)) == ["period"]


def test_a_period_that_is_asked_for_may_be_reported_also_where_the_baseline_has_been_moved_past_it():
    later = benefit(since=SECOND.first)
    given = {"certainty": Certainty.MEASURED, "value": Decimal(1), "comment": "", "on": SECOND.until}
    assert [each.about for each in unreadable(later, period=FIRST, asked=(), **given)] == ["period"]
    assert unreadable(later, period=FIRST, asked=(FIRST,), **given) == ()


def test_a_value_that_was_not_measured_needs_a_reason_and_no_value():
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, value=None, comment="  ") == ["comment"]
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, value=None, comment="Nytt system") == []
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, comment="Nytt system") == ["value"]


def test_a_measured_or_estimated_period_needs_a_value():
    assert wrong(FIRST, value=None) == ["value"]
    assert wrong(FIRST, certainty=Certainty.ESTIMATED, value=None) == ["value"]


def test_everything_wrong_is_said_at_once():
    assert wrong(SECOND, value=None, on=SECOND.first) == ["period", "value"]
