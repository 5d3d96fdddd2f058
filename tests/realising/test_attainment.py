"""How far a benefit has come, from nothing at the baseline to all at the target, whichever way is forward."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portfolio.realising.attainment import attainment, expected
from tests.realising.made import benefit

START, END = date(2025, 1, 1), date(2027, 1, 1)
values = st.decimals(-(10**9), 10**9, places=3)


def reaching(baseline, target):
    return benefit(start=baseline, goal=target, since=START, by=END)


@pytest.mark.parametrize(
    ("baseline", "target", "measured", "part"),
    [
        (40, 80, 60, Fraction(1, 2)),
        (40, 80, 40, Fraction(0)),
        (100, 60, 80, Fraction(1, 2)),
        (20, 0, 5, Fraction(3, 4)),
        (30, 20, 40, Fraction(-1)),
    ],
)
def test_attainment_starts_at_the_baseline_whichever_way_is_forward(baseline, target, measured, part):
    assert attainment(reaching(baseline, target), Decimal(measured)).part == part


@given(values, values)
def test_the_baseline_is_nothing_and_the_target_is_all(baseline, target):
    assume(baseline != target)
    one = reaching(baseline, target)
    assert attainment(one, baseline).part == 0
    assert attainment(one, target).part == 1


@given(values, values, values, values)
def test_closer_to_the_target_is_more(baseline, target, one, other):
    assume(baseline != target)
    here = reaching(baseline, target)
    forward = (other - one) * (1 if target > baseline else -1)
    assume(forward > 0)
    assert attainment(here, other).part > attainment(here, one).part


def test_attainment_is_exact_and_not_clamped():
    assert attainment(reaching("0.1", "0.4"), Decimal("0.2")).part == Fraction(1, 3)
    assert attainment(reaching(0, 10), Decimal(25)).part == Fraction(5, 2)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "word"),
    [(None, 10, 5, "No baseline"), (0, 10, None, "Nothing measured"), (10, 10, 12, "equals the baseline")],
)
def test_where_attainment_cannot_be_told_it_says_why(baseline, target, value, word):
    told = attainment(reaching(baseline, target), None if value is None else Decimal(value))
    assert told.part is None
    assert word in told.why_not.in_english()


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (START - timedelta(days=100), 100),
        (START, 100),
        (START + (END - START) / 2, 80),
        (END, 60),
        (END + timedelta(days=100), 60),
    ],
)
def test_the_path_is_straight_from_baseline_to_target_and_level_outside(on, value):
    assert expected(reaching(100, 60), on=on) == value


@given(values, values, st.dates(START, END))
def test_the_path_never_leaves_what_lies_between_baseline_and_target(baseline, target, on):
    lowest, highest = sorted([Fraction(baseline), Fraction(target)])
    assert lowest <= expected(reaching(baseline, target), on=on) <= highest


def test_there_is_no_path_without_a_baseline():
    assert expected(reaching(None, 10), on=START) is None
