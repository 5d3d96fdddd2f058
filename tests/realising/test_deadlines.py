"""What is due falls due when its period has ended, and is late when the grace has run out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.benefits import Rhythm
from portfolio.realising.deadlines import GRACE, MONTHS, coming, due
from portfolio.realising.readings import Certainty
from tests.realising.made import benefit, reading

rhythms = st.sampled_from(Rhythm)
FIRST = Period.holding(date(2026, 1, 1), months=3)
SECOND = FIRST.next()


@pytest.mark.parametrize(
    ("rhythm", "last_day"),
    [
        (Rhythm.MONTHLY, date(2026, 1, 31)),
        (Rhythm.QUARTERLY, date(2026, 3, 31)),
        (Rhythm.YEARLY, date(2026, 12, 31)),
    ],
)
def test_a_reading_is_due_the_day_after_its_period_ended(rhythm, last_day):
    assert due(benefit(rhythm=rhythm), [], on=last_day) == ()
    (owed,) = due(benefit(rhythm=rhythm), [], on=last_day + timedelta(days=1))
    assert owed.period.last == last_day


@given(rhythms)
def test_a_reading_is_late_when_the_grace_has_run_out(rhythm):
    one = benefit(rhythm=rhythm)
    until = Period.holding(one.reported_from, months=MONTHS[rhythm]).until
    owed = due(one, [], on=until)[0]
    assert not owed.late(on=until + GRACE[rhythm] - timedelta(days=1))
    assert owed.late(on=until + GRACE[rhythm])


def test_what_is_due_stands_oldest_first_and_without_what_is_reported():
    assert [each.period for each in due(benefit(), [], on=date(2026, 7, 1))] == [FIRST, SECOND]
    assert [each.period for each in due(benefit(), [reading(FIRST)], on=date(2026, 7, 1))] == [SECOND]


def test_saying_why_it_was_not_measured_is_also_an_answer():
    said = reading(FIRST, certainty=Certainty.NOT_MEASURED, value=None)
    assert due(benefit(), [said], on=date(2026, 4, 1)) == ()


def test_nothing_is_due_before_the_first_reported_period():
    assert due(benefit(reported_from=date(2027, 1, 1)), [], on=date(2026, 12, 31)) == ()


@given(rhythms, st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_when_all_that_is_due_is_reported_nothing_is(rhythm, on):
    one = benefit(rhythm=rhythm)
    told = [reading(each.period, id=f"måling:{each.period.key}") for each in due(one, [], on=on)]
    assert due(one, told, on=on) == ()


@given(rhythms, st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_what_comes_next_is_not_due_yet_and_is_on_the_day_it_can_be_reported(rhythm, on):
    one = benefit(rhythm=rhythm)
    following = coming(one, on=on)
    assert following.period not in [each.period for each in due(one, [], on=on)]
    assert following in due(one, [], on=following.period.until)


def test_the_deadline_is_the_last_day_in_time_and_days_late_are_counted_from_it():
    (owed,) = due(benefit(), [], on=FIRST.until)
    assert owed.deadline == FIRST.until + GRACE[Rhythm.QUARTERLY] - timedelta(days=1)
    assert [owed.days_late(on=owed.deadline + timedelta(days=days)) for days in (-1, 0, 1, 9)] == [0, 0, 1, 9]


def test_a_period_that_is_over_before_the_baseline_is_not_owed():
    assert due(benefit(since=FIRST.until), [], on=SECOND.first) == ()
    assert [each.period for each in due(benefit(since=FIRST.last), [], on=SECOND.first)] == [FIRST]


def test_a_quarter_that_a_reading_of_a_month_reaches_into_is_not_owed_anew():
    month = reading(Period.holding(FIRST.last, months=1))
    assert [each.period for each in due(benefit(), [month], on=SECOND.until)] == [SECOND]
