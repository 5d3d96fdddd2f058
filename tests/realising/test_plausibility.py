"""A value is doubted only when it is far outside what was seen and planned for."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.plausibility import Span, span
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
