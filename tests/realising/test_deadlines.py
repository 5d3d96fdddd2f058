"""What is due falls due when its period has ended, and is late when the grace has run out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.benefits import Rhythm
from portfolio.realising.deadlines import GRACE, MONTHS, asked, coming, due, due_for
from portfolio.realising.readings import Certainty
from tests.realising.made import benefit, reading, stood

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


MONTHLY, QUARTERLY = benefit(rhythm=Rhythm.MONTHLY), benefit()
BEGUN, CHANGED = date(2026, 1, 1), date(2026, 3, 3)
HALFWAY = date(2026, 7, 1)


def keys(listed):
    return [each.period.key for each in listed]


def changed(before, after, on=CHANGED):
    return (stood(before, BEGUN), stood(after, on))


@pytest.mark.parametrize(
    "after",
    [
        QUARTERLY,
        benefit(rhythm=Rhythm.YEARLY),
        benefit(rhythm=Rhythm.MONTHLY, reported_from=date(2030, 1, 1)),
        benefit(rhythm=Rhythm.MONTHLY, since=date(2026, 3, 1)),
        benefit(rhythm=Rhythm.MONTHLY, by=date(2040, 1, 1), goal=1),
    ],
)
def test_what_was_owed_stays_owed_whatever_the_plan_is_changed_to(after):
    listed = due(after, [], on=CHANGED, versions=changed(MONTHLY, after))
    assert keys(listed)[:2] == ["2026-01", "2026-02"]


def test_the_plan_of_today_asks_for_what_ends_from_the_change_on():
    listed = due(QUARTERLY, [], on=HALFWAY, versions=changed(MONTHLY, QUARTERLY))
    assert keys(listed) == ["2026-01", "2026-02", "2026-q1", "2026-q2"]


def test_a_period_is_judged_by_the_version_that_stood_at_the_end_of_its_last_day():
    last = date(2026, 1, 31)
    assert keys(asked(QUARTERLY, (), on=last, versions=changed(MONTHLY, QUARTERLY, last))) == []
    after = changed(MONTHLY, QUARTERLY, date(2026, 2, 1))
    assert keys(asked(QUARTERLY, (), on=date(2026, 2, 1), versions=after)) == ["2026-01"]


def test_what_no_plan_asked_for_is_asked_for_by_the_present_one():
    listed = due(MONTHLY, [], on=CHANGED, versions=changed(QUARTERLY, MONTHLY))
    assert keys(listed) == ["2026-01", "2026-02"]
    back = benefit(reported_from=date(2025, 10, 1), since=date(2025, 9, 1))
    assert keys(due(back, [], on=CHANGED, versions=changed(QUARTERLY, back))) == ["2025-q4"]


def test_it_is_told_until_when_the_plan_stood_that_asks_for_what_the_present_one_does_not():
    listed = due(QUARTERLY, [], on=HALFWAY, versions=changed(MONTHLY, QUARTERLY))
    assert [each.plan_until for each in listed] == [CHANGED, CHANGED, None, None]
    same = benefit(rhythm=Rhythm.MONTHLY, goal=1)
    assert {each.plan_until for each in due(same, [], on=HALFWAY, versions=changed(MONTHLY, same))} == {None}


def test_each_falls_due_by_how_long_it_is_and_not_by_how_often_it_is_reported_today():
    first, *_ = due(QUARTERLY, [], on=HALFWAY, versions=changed(MONTHLY, QUARTERLY))
    assert first.late_from == first.period.until + GRACE[Rhythm.MONTHLY]
    assert first.benefit == QUARTERLY


def test_a_longer_period_that_is_reported_does_not_answer_for_the_shorter_ones_that_were_owed():
    versions = changed(MONTHLY, QUARTERLY)
    listed = due(QUARTERLY, [reading(FIRST)], on=FIRST.until, versions=versions)
    assert keys(listed) == ["2026-01", "2026-02"]


def test_a_shorter_one_does_not_answer_for_the_longer_one_that_ended_after_the_change():
    january = reading(Period.holding(date(2026, 1, 1), months=1))
    listed = due(QUARTERLY, [january], on=FIRST.until, versions=changed(MONTHLY, QUARTERLY))
    assert keys(listed) == ["2026-02", "2026-q1"]


def test_a_reading_from_before_the_versions_answers_for_what_it_reaches_into_and_no_more():
    """Of a benefit whose rhythm was changed before versions were kept, the past is not owed anew."""
    month = reading(Period.holding(FIRST.last, months=1))
    versions = (stood(QUARTERLY, FIRST.until), stood(benefit(goal=1), SECOND.until))
    assert keys(due(benefit(goal=1), [month], on=SECOND.until, versions=versions)) == ["2026-q2"]


def test_what_is_released_is_not_owed():
    versions = changed(MONTHLY, QUARTERLY)
    (january, *_) = due(QUARTERLY, [], on=HALFWAY, versions=versions)
    left = due(QUARTERLY, [], on=HALFWAY, versions=versions, released=[january.period])
    assert keys(left) == ["2026-02", "2026-q1", "2026-q2"]


plans = st.builds(
    lambda rhythm, since, measured: benefit(rhythm=rhythm, reported_from=since, since=measured),
    rhythms,
    st.dates(date(2025, 6, 1), date(2027, 6, 1)),
    st.dates(date(2025, 6, 1), date(2026, 11, 1)),
)


@given(st.lists(plans, min_size=2, max_size=5), st.data())
def test_no_change_of_plan_lets_go_of_what_was_owed_on_the_day_of_it(listed, data):
    """But for what the plan before asked for anew of the past, which is its own to let go of."""
    days = sorted(
        data.draw(st.lists(st.dates(BEGUN, date(2028, 1, 1)), min_size=len(listed), max_size=len(listed)))
    )
    versions = [stood(each, day) for each, day in zip(listed, days, strict=True)]
    for number, (before, after) in enumerate(pairwise(versions), start=1):
        owed = due(before.benefit, [], on=after.since, versions=versions[:number])
        kept = due(after.benefit, [], on=after.since, versions=versions[: number + 1])
        since = before.since if number > 1 else date.min
        assert {e.period for e in owed if e.period.until > since} <= {e.period for e in kept}


@given(st.lists(plans, min_size=1, max_size=4), st.data())
def test_whatever_the_plans_were_all_that_is_owed_can_be_reported_and_then_nothing_is(listed, data):
    days = sorted(
        data.draw(st.lists(st.dates(BEGUN, date(2028, 1, 1)), min_size=len(listed), max_size=len(listed)))
    )
    versions = [stood(each, day) for each, day in zip(listed, days, strict=True)]
    now, on = listed[-1], date(2028, 6, 1)
    owed = due(now, [], on=on, versions=versions)
    told = [reading(each.period, id=f"måling:{each.period.key}") for each in owed]
    assert due(now, told, on=on, versions=versions) == ()
    assert {each.period for each in asked(now, [e.period for e in told], on=on, versions=versions)} >= {
        each.period for each in told
    }
    assert due_for(now, owed[0].period).period == owed[0].period if owed else True
