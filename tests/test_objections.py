"""Refusals: each says what, why and what to do, and several may be told at once."""

import pytest

from portfolio.messages import Message
from portfolio.objections import Objection, Objections, raise_any


class TooLate(Objection):
    """One sort of refusal."""


LATE = TooLate("{day} has passed.", about="on", day="Monday")


def test_a_refusal_keeps_its_facts_apart_from_its_sentence():
    assert LATE.message == Message("{day} has passed.", {"day": "Monday"})
    assert str(LATE) == "Monday has passed."


def test_two_refusals_are_the_same_when_they_are_of_one_sort_and_say_the_same_of_the_same():
    same = TooLate("{day} has passed.", about="on", day="Monday")
    assert (LATE, hash(LATE)) == (same, hash(same))
    assert Objection("{day} has passed.", about="on", day="Monday") != LATE
    assert TooLate("{day} has passed.", about="until", day="Monday") != LATE
    assert TooLate("{day} has passed.", about="on", day="Tuesday") != LATE


def test_a_message_becomes_a_refusal_without_losing_its_plural():
    counted = Message("{count} day", {"count": 2}, plural="{count} days")
    said = TooLate.saying(counted, about="on")
    assert (type(said), said.message, said.about) == (TooLate, counted, "on")


def test_none_stops_nobody_one_is_raised_as_itself_and_several_together():
    raise_any([])
    with pytest.raises(TooLate):
        raise_any([LATE])
    with pytest.raises(Objections) as several:
        raise_any([LATE, Objection("No.")])
    assert several.value.listed == (LATE, Objection("No."))
    assert str(several.value) == "Monday has passed.; No."
