"""A benefit is let off a period that it owes, and of nothing else."""

from datetime import date

import pytest
from pydantic import ValidationError

from portfolio.periods import Period
from portfolio.realising.releases import NotOwed, Release, release_of, unowed

FIRST = Period.holding(date(2026, 1, 1), months=3)
SECOND = FIRST.next()


def test_it_speaks_of_its_period_and_there_is_one_for_each():
    made = release_of("gevinst:1", FIRST)
    assert (made.benefit, made.period) == ("gevinst:1", FIRST)
    assert release_of("gevinst:1", FIRST) == made
    assert release_of("gevinst:1", SECOND).id != made.id


def test_it_speaks_of_a_period_that_lasts():
    with pytest.raises(ValidationError):
        Release(id="x", benefit="gevinst:1", first=FIRST.first, until=FIRST.first)


def test_something_is_chosen_and_all_of_it_is_owed():
    assert list(unowed([FIRST], owed=[FIRST, SECOND])) == []
    assert [(type(each), each.about) for each in unowed([], owed=[FIRST])] == [(NotOwed, "periods")]
    (said,) = unowed([FIRST, SECOND], owed=[FIRST])
    assert said.message.facts["period"] == SECOND
