"""A benefit cannot be without what makes it one: a target after its baseline, and numbers that are numbers."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from tests.realising.made import benefit

START = date(2025, 1, 1)


@pytest.mark.parametrize("end", [START, START - timedelta(days=1)])
def test_a_target_comes_after_its_baseline(end):
    with pytest.raises(ValidationError):
        benefit(since=START, by=end)


def test_the_target_may_be_any_day_where_there_is_no_baseline():
    assert benefit(start=None, by=START).target.on == START


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_value_is_a_number(value):
    with pytest.raises(ValidationError):
        benefit(start=value)
    with pytest.raises(ValidationError):
        benefit(goal=value)
