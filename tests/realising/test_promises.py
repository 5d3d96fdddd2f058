"""What a benefit is held to is the same from both sides: no baseline after what is reported, and no reading before it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import InTheFuture, Period
from portfolio.realising.benefits import Baseline, Beneficiary, BenefitKind, Rhythm, Target
from portfolio.realising.deadlines import due
from portfolio.realising.promises import Unsound, moved, unsound, unwhole
from portfolio.realising.readings import Certainty, unreadable
from tests.realising.made import benefit, reading

FIRST = Period.holding(date(2026, 1, 1), months=3)
TODAY = date(2026, 11, 23)
days = st.dates(date(2025, 10, 1), date(2026, 6, 30))


def wrong(one, *readings, on=TODAY):
    return [each.about for each in unsound(one, readings, on=on)]


@given(days)
def test_a_baseline_is_refused_beside_a_reading_just_where_the_reading_is_refused_beside_the_baseline(day):
    one = benefit(since=day)
    asked = [each.period for each in due(one, (), on=TODAY)]
    told = {"certainty": Certainty.MEASURED, "value": Decimal(1), "comment": ""}
    said = unreadable(one, period=FIRST, asked=asked, **told, on=TODAY)
    assert wrong(one, reading(FIRST)) == [{"period": "baseline_on"}[each.about] for each in said]


def test_a_baseline_of_today_is_measured_and_one_of_tomorrow_is_not():
    assert wrong(benefit(since=TODAY)) == []
    (said,) = unsound(benefit(since=TODAY + timedelta(days=1)), (), on=TODAY)
    assert (type(said), said.about) == (InTheFuture, "baseline_on")


def test_a_target_comes_after_its_baseline_also_where_nobody_else_has_looked():
    made = benefit(since=FIRST.first)
    early = made.model_copy(update={"target": Target(value=Decimal(1), on=FIRST.first)})
    assert wrong(early) == ["target_on"]
    assert list(unwhole(early)) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reported_from": date(202, 1, 1)}, "reported_from"),
        ({"reported_from": date(2101, 1, 1)}, "reported_from"),
        ({"target": Target(value=Decimal(1), on=date(2999, 1, 1))}, "target_on"),
        ({"baseline": Baseline(value=Decimal(1), on=date(1, 1, 1), method="", source="")}, "baseline_on"),
    ],
)
def test_a_year_outside_the_century_is_a_slip_of_a_digit(changed, field):
    assert wrong(benefit().model_copy(update=changed)) == [field]


def test_a_value_that_no_page_can_draw_is_refused_by_its_field():
    huge = Decimal("1E+400")
    one = benefit(goal=huge)
    assert one.baseline is not None
    assert wrong(one) == ["target_value"]
    assert wrong(one.model_copy(update={"baseline": one.baseline.model_copy(update={"value": huge})})) == [
        "baseline_value",
        "target_value",
    ]


def test_what_is_no_value_of_a_field_is_told_by_the_field():
    bad = benefit().model_copy(update={"beneficiary": "alle", "title": ""})
    assert {(type(each), each.about) for each in unwhole(bad)} == {
        (Unsound, "beneficiary"),
        (Unsound, "title"),
    }
    assert list(unwhole(benefit(beneficiary=Beneficiary.STATE))) == []


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        (
            {"title": "Ny", "description": "Ny", "indicator": "Snitt"},
            ("title", "description", "indicator"),
        ),
        (
            {"kind": BenefitKind.BUDGET, "beneficiary": Beneficiary.STATE, "owner": "person:2"},
            ("kind", "beneficiary", "owner"),
        ),
        ({"source": "Ny plan"}, ()),
        ({"rhythm": Rhythm.YEARLY, "unit": "uker"}, ("unit", "rhythm")),
        ({"reported_from": date(2027, 1, 1)}, ("reported_from",)),
        ({"target": Target(value=Decimal(5), on=date(2031, 1, 1))}, ("target_on",)),
        ({"target": Target(value=Decimal("5.0"), on=date(2030, 1, 1))}, ()),
        (
            {"baseline": None},
            ("baseline_value", "baseline_on", "baseline_method", "baseline_source"),
        ),
    ],
)
def test_what_moves_is_what_is_promised_to_whom_and_how_it_is_measured(changed, fields):
    assert moved(benefit(), benefit().model_copy(update=changed)) == fields


def test_how_the_baseline_was_measured_is_held_to_as_its_value_is():
    one = benefit()
    assert one.baseline is not None
    retold = one.baseline.model_copy(update={"method": "Anslag", "source": "Annet arkiv"})
    assert moved(one, one.model_copy(update={"baseline": retold})) == ("baseline_method", "baseline_source")
