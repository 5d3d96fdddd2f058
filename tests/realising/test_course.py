"""A benefit follows its path, is behind it, or cannot be told, by its latest value and the path on that day."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portfolio.realising.attainment import attainment, expected
from portfolio.realising.benefits import BenefitKind
from portfolio.realising.course import FAR_ENOUGH, Course, course, lasting
from tests.realising.made import benefit

START, HALFWAY, END = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
values = st.decimals(-1_000_000, 1_000_000, places=2)


def reaching(baseline, target):
    return benefit(start=baseline, goal=target, since=START, by=END)


@pytest.mark.parametrize(
    ("value", "stands"),
    [("45", Course.ON_PATH), ("44.99", Course.BEHIND), ("130", Course.ON_PATH), ("-1", Course.BEHIND)],
)
def test_nine_tenths_of_the_way_it_should_have_come_is_enough_and_less_is_not(value, stands):
    assert course(reaching(0, 100), Decimal(value), on=HALFWAY) is stands


def test_the_limit_is_exact_also_where_a_binary_fraction_is_not():
    tenth = START + (END - START) / 10
    assert course(reaching(0, 100), Decimal(9), on=tenth) is Course.ON_PATH
    assert 0.09 < 0.1 * 0.9


@pytest.mark.parametrize(
    ("baseline", "target", "value", "stands"),
    [
        (None, 10, 5, Course.NO_BASELINE),
        (None, 10, None, Course.NO_BASELINE),
        (0, 10, None, Course.UNMEASURED),
        (10, 10, None, Course.UNMEASURED),
        (10, 10, 12, Course.LEVEL),
    ],
)
def test_where_it_cannot_be_told_it_says_what_is_missing(baseline, target, value, stands):
    told = course(reaching(baseline, target), None if value is None else Decimal(value), on=HALFWAY)
    assert told is stands


UP, DOWN, SAME = (10, 20), (20, 10), (10, 10)


@pytest.mark.parametrize(
    ("kind", "plan", "value", "stands"),
    [
        (BenefitKind.QUALITY, UP, 15, Course.ON_PATH),
        (BenefitKind.QUALITY, UP, 25, Course.ON_PATH),
        (BenefitKind.QUALITY, UP, 9, Course.BEHIND),
        (BenefitKind.QUALITY, DOWN, 15, Course.ON_PATH),
        (BenefitKind.QUALITY, DOWN, 5, Course.ON_PATH),
        (BenefitKind.QUALITY, DOWN, 21, Course.BEHIND),
        (BenefitKind.QUALITY, SAME, 10, Course.LEVEL),
        (BenefitKind.DISBENEFIT, UP, 20, Course.ON_PATH),
        (BenefitKind.DISBENEFIT, UP, 25, Course.BEHIND),
        (BenefitKind.DISBENEFIT, UP, 9, Course.ON_PATH),
        (BenefitKind.DISBENEFIT, DOWN, 15, Course.ON_PATH),
        (BenefitKind.DISBENEFIT, DOWN, 5, Course.ON_PATH),
        (BenefitKind.DISBENEFIT, DOWN, 21, Course.BEHIND),
        (BenefitKind.DISBENEFIT, SAME, 10, Course.ON_PATH),
        (BenefitKind.DISBENEFIT, SAME, 11, Course.BEHIND),
    ],
)
def test_a_disbenefit_is_better_the_less_there_is_of_it_whichever_way_its_target_lies(
    kind, plan, value, stands
):
    here = benefit(start=plan[0], goal=plan[1], since=START, by=END, kind=kind)
    assert course(here, Decimal(value), on=HALFWAY) is stands
    part = attainment(here, Decimal(value)).part
    assert (part is None) is (plan == SAME or (kind is BenefitKind.DISBENEFIT and plan == UP))


def test_what_is_to_be_kept_within_its_target_may_be_as_much_on_any_day():
    here = benefit(start=10, goal=20, since=START, by=END, kind=BenefitKind.DISBENEFIT)
    assert {expected(here, on=day) for day in (START, HALFWAY, END)} == {20}


@given(values, values, values, st.dates(START, END))
def test_a_value_further_on_never_stands_worse(baseline, target, value, on):
    assume(baseline != target)
    here = reaching(baseline, target)
    further = value + (1 if target > baseline else -1)
    assert (course(here, value, on=on), course(here, further, on=on)) != (Course.ON_PATH, Course.BEHIND)


@given(values, values, values, st.dates(START - timedelta(days=30), END + timedelta(days=30)))
def test_it_is_the_way_come_held_against_the_way_planned(baseline, target, value, on):
    assume(baseline != target)
    here = reaching(baseline, target)
    planned = (expected(here, on=on) - Fraction(baseline)) / (Fraction(target) - Fraction(baseline))
    far_enough = attainment(here, value).part >= planned * FAR_ENOUGH
    assert course(here, value, on=on) is (Course.ON_PATH if far_enough else Course.BEHIND)


@pytest.mark.parametrize(
    ("measured", "late", "left"),
    [
        (True, False, Course.ON_PATH),
        (True, True, Course.OVERDUE),
        (False, False, Course.UNMEASURED),
        (False, True, Course.UNMEASURED),
    ],
)
def test_nothing_is_on_its_path_that_is_not_measured(measured, late, left):
    assert lasting(Course.ON_PATH, measured=measured, late=late) is left


@pytest.mark.parametrize("stood", [each for each in Course if each is not Course.ON_PATH])
def test_what_was_behind_is_not_mended_by_measuring_nothing(stood):
    assert {lasting(stood, measured=one, late=other) for one in (True, False) for other in (True, False)} == {
        stood
    }
