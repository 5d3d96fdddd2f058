from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from portfolio.periods import Period
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.deadlines import GRACE, MONTHS, due
from portfolio.realising.readings import Certainty, Reading, holding, unreadable

rhythms = st.sampled_from(Rhythm)


def benefit(*, rhythm=Rhythm.QUARTERLY, since=date(2026, 1, 1)):
    return Benefit(
        id="gevinst:1",
        proposal="prosjekt:1",
        title="Kortere behandlingstid",
        kind=BenefitKind.QUALITY,
        beneficiary=Beneficiary.CITIZENS,
        owner="person:1",
        unit="dager",
        indicator="Median",
        baseline=Baseline(value=Decimal(10), on=date(2025, 12, 15), method="", source=""),
        target=Target(value=Decimal(5), on=date(2030, 1, 1)),
        rhythm=rhythm,
        reported_from=since,
    )


def reading(period, *, id="måling:1", corrects=None, certainty=Certainty.MEASURED, value=7):
    return Reading(
        id=id,
        benefit="gevinst:1",
        first=period.first,
        until=period.until,
        certainty=certainty,
        value=value if value is None else Decimal(value),
        at=datetime(2026, 12, 1, tzinfo=UTC),
        by="person:1",
        corrects=corrects,
    )


FIRST = Period.holding(date(2026, 1, 1), months=3)
SECOND = FIRST.next()


def wrong(period, *, certainty=Certainty.MEASURED, value=Decimal(1), comment="", on=date(2026, 12, 1)):
    found = unreadable(benefit(), period=period, certainty=certainty, value=value, comment=comment, on=on)
    return [each.about for each in found]


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
    assert due(benefit(since=date(2027, 1, 1)), [], on=date(2026, 12, 31)) == ()


@given(rhythms, st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_when_all_that_is_due_is_reported_nothing_is(rhythm, on):
    one = benefit(rhythm=rhythm)
    told = [reading(each.period, id=f"måling:{each.period.key}") for each in due(one, [], on=on)]
    assert due(one, told, on=on) == ()


def test_a_correction_takes_the_place_of_what_it_corrects_and_may_be_corrected_itself():
    one = reading(FIRST, id="måling:1")
    two = reading(FIRST, id="måling:2", corrects="måling:1")
    three = reading(FIRST, id="måling:3", corrects="måling:2")
    assert holding([one, two]) == (two,)
    assert holding([three, one, two]) == (three,)


def test_standing_readings_are_oldest_period_first():
    one, two = reading(SECOND, id="måling:1"), reading(FIRST, id="måling:2")
    assert holding([one, two]) == (two, one)


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


def test_a_value_that_was_not_measured_needs_a_reason_and_no_value():
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, value=None, comment="  ") == ["comment"]
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, value=None, comment="Nytt system") == []
    assert wrong(FIRST, certainty=Certainty.NOT_MEASURED, comment="Nytt system") == ["value"]


def test_a_measured_or_estimated_period_needs_a_value():
    assert wrong(FIRST, value=None) == ["value"]
    assert wrong(FIRST, certainty=Certainty.ESTIMATED, value=None) == ["value"]


def test_everything_wrong_is_said_at_once():
    assert wrong(SECOND, value=None, on=SECOND.first) == ["period", "value"]
