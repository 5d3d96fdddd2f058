"""A value has so many digits that it can be drawn, and no more."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.realising.attainment import attainment
from portfolio.realising.benefits import Baseline, Target
from portfolio.realising.digits import TooManyDigits, overlong
from tests.realising.made import benefit


@pytest.mark.parametrize("text", ["1E+400", "-1E+15", "1E-400", "0.12345678901", "NaN", "Infinity"])
def test_a_value_that_cannot_be_drawn_is_told_by_its_field(text):
    (said,) = overlong(Decimal(text), about="target_value")
    assert (type(said), said.about) == (TooManyDigits, "target_value")


@pytest.mark.parametrize("text", ["0", "-999999999999999", "0.1234567890", "1.50000000000000"])
def test_what_is_counted_has_room(text):
    assert list(overlong(Decimal(text), about="value")) == []
    assert list(overlong(None, about="value")) == []


@given(
    *[
        st.decimals(allow_nan=False, allow_infinity=False).filter(
            lambda each: not list(overlong(each, about=""))
        )
    ]
    * 3
)
def test_how_far_any_such_values_have_come_can_be_drawn(start, goal, value):
    one = benefit()
    assert one.baseline is not None
    plan = one.model_copy(
        update={
            "baseline": Baseline(value=start, on=one.baseline.on, method="", source=""),
            "target": Target(value=goal, on=one.target.on),
        }
    )
    assert isinstance(float(attainment(plan, value).part or Fraction(0)), float)
