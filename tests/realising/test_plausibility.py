"""A value is doubted only when it is far outside what was seen and planned for."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.plausibility import Span, span
from portfolio.realising.readings import Certainty
from tests.realising.made import benefit, reading

numbers = st.decimals(-1_000_000, 1_000_000, places=2)
FIRST = Period.holding(date(2026, 1, 1), months=3)


def planned(start="21"):
    return benefit(start=start, goal="12")


@given(numbers, numbers, numbers)
def test_a_value_between_those_seen_is_never_doubted(one, two, three):
    least, middle, greatest = sorted((one, two, three))
    assert not Span(least, greatest).far_outside(middle)


def test_a_lost_decimal_comma_is_doubted_and_a_slip_backwards_is_not():
    seen = span(planned(), [], but=FIRST)
    assert seen.far_outside(Decimal(145))
    assert seen.far_outside(Decimal("1.45"))
    assert not seen.far_outside(Decimal(25))


def test_without_a_baseline_the_target_and_the_readings_span():
    assert span(planned(start=None), [reading(FIRST, 9)], but=FIRST.next()) == Span(Decimal(9), Decimal(12))
    assert not span(planned(start=None), [], but=FIRST).far_outside(Decimal(0))


def test_what_stands_in_a_period_does_not_excuse_its_correction():
    seen = span(planned(), [reading(FIRST, 1000)], but=FIRST)
    assert seen.far_outside(Decimal(900))


SECOND, THIRD = FIRST.next(), FIRST.next().next()


@pytest.mark.parametrize("slip", ["0.79", "0.8", "79", "63.2", "-0.79"])
def test_a_digit_too_few_or_too_many_is_doubted_though_it_lies_within_what_is_planned(slip):
    seen = span(benefit(start="-100", goal="100"), [reading(FIRST, "7.9")], but=SECOND)
    assert not seen.far_outside(Decimal(slip))
    assert seen.slipped(Decimal(slip))


@pytest.mark.parametrize("value", ["7.9", "1.1", "60", "0"])
def test_a_good_or_a_bad_month_is_no_slip_of_a_digit(value):
    assert not span(benefit(start="-100", goal="100"), [reading(FIRST, "7.9")], but=SECOND).slipped(
        Decimal(value)
    )


def test_a_value_is_held_to_the_nearest_before_it_and_else_to_the_first_after():
    told = [reading(FIRST, 50), reading(THIRD, 5)]
    assert span(planned(), told, but=SECOND).nearest == Decimal(50)
    assert span(planned(), told[1:], but=SECOND).nearest == Decimal(5)
    assert (
        span(planned(), [reading(FIRST, None, certainty=Certainty.NOT_MEASURED)], but=SECOND).nearest is None
    )


@given(numbers, numbers)
def test_without_anything_measured_nothing_is_a_slip(one, other):
    assert not Span(min(one, other), max(one, other)).slipped(one)
