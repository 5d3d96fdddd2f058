from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.money import (
    MOST,
    NOTHING,
    Money,
    NotAnAmount,
    NothingToShareBy,
    read_amount,
    share,
    split,
    total,
)

amounts = st.integers(-(10**14), 10**14).map(Money)
weights = st.dictionaries(st.integers(), st.integers(0, 10**6), min_size=1).filter(
    lambda each: sum(each.values()) > 0
)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1250000", 125_000_000),
        ("1 250 000", 125_000_000),
        ("1\u00a0250\u00a0000", 125_000_000),
        ("1\u2009250\u202f000", 125_000_000),
        ("  99,50  ", 9_950),
        ("99,5", 9_950),
        ("99.50", 9_950),
        ("1 234.5", 123_450),
        ("12 kr", 1_200),
        ("12 kr.", 1_200),
        ("12 KR", 1_200),
        ("kr 12,-", 1_200),
        ("12,-", 1_200),
        ("12,\u2013", 1_200),
        ("-12", -1_200),
        ("\u221212,05", -1_205),
        ("\u201312", -1_200),
        ("0", 0),
        ("-0", 0),
        ("007", 700),
    ],
)
def test_an_amount_is_read_as_norwegians_write_it(text, ore):
    assert read_amount(text) == Money(ore)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "kr",
        "-",
        "tolv",
        "1.234",
        "1,234",
        "1.234,50",
        "1 2345",
        "1234 567",
        "12 34",
        "1 mill.",
        "=1+1",
        "1e6",
        "NaN",
        "100-200",
        "--1",
        "(100)",
        "9" * 5000,
        "1" + " 000" * 3000,
    ],
)
def test_what_could_mean_two_things_is_refused(text):
    with pytest.raises(NotAnAmount):
        read_amount(text)


def test_a_refusal_shows_no_more_than_the_beginning_of_what_was_written():
    with pytest.raises(NotAnAmount) as refused:
        read_amount("x" * 10_000)
    assert len(str(refused.value)) < 200


@given(amounts)
def test_what_is_written_with_spaces_and_comma_is_read_back(amount):
    kroner, ore = divmod(abs(amount.ore), 100)
    text = f"{'-' if amount.ore < 0 else ''}{kroner:,},{ore:02d}".replace(",", " ", f"{kroner:,}".count(","))
    assert read_amount(text) == amount


@pytest.mark.parametrize("wrong", [1.5, "1", True, None, Decimal(1)])
def test_an_amount_is_a_whole_number_of_ore(wrong):
    with pytest.raises(NotAnAmount):
        Money(wrong)


@pytest.mark.parametrize("ore", [MOST, -MOST])
def test_an_amount_too_large_to_be_right_is_refused(ore):
    with pytest.raises(NotAnAmount):
        Money(ore)
    assert Money(MOST - 1).ore == MOST - 1


@pytest.mark.parametrize(
    "kroner", ["0.001", "999999999999999.00000000000001", "NaN", "Infinity", "1E+999999999"]
)
def test_kroner_with_more_than_two_decimals_or_no_end_are_refused(kroner):
    with pytest.raises(NotAnAmount):
        Money.kroner(Decimal(kroner))


def test_kroner_with_trailing_zeros_are_exact():
    assert Money.kroner(Decimal("1.500")) == Money(150)
    assert Money.kroner(Decimal("-0.01")) == Money(-1)


@given(amounts)
def test_kroner_and_ore_say_the_same(amount):
    assert Money.kroner(amount.in_kroner) == amount


def test_the_sum_of_nothing_is_nothing():
    assert total([]) == NOTHING
    assert not NOTHING


@given(st.lists(amounts, max_size=20))
def test_a_sum_does_not_depend_on_the_order(listed):
    assert total(listed) == total(reversed(listed))
    assert total(listed).ore == sum(each.ore for each in listed)


def test_a_share_is_exact_and_there_is_none_of_nothing():
    assert share(Money(1), Money(3)) == Fraction(1, 3)
    assert share(Money(1), NOTHING) is None


@given(amounts, weights)
def test_the_parts_sum_to_the_whole(amount, by):
    assert total(split(amount, by).values()) == amount


@given(amounts, weights)
def test_no_part_is_a_whole_ore_from_its_exact_share(amount, by):
    whole = sum(by.values())
    for key, part in split(amount, by).items():
        assert abs(part.ore - Fraction(amount.ore * by[key], whole)) < 1


@given(amounts, weights)
def test_a_reversal_cancels_to_the_ore(amount, by):
    there, back = split(amount, by), split(-amount, by)
    assert all(there[key] == -back[key] for key in by)


@given(amounts, weights)
def test_who_weighs_nothing_gets_nothing(amount, by):
    assert all(not part for key, part in split(amount, by).items() if not by[key])


@given(amounts, weights, st.integers(1, 1000))
def test_only_the_proportion_between_weights_matters(amount, by, times):
    assert split(amount, by) == split(amount, {key: weight * times for key, weight in by.items()})


@pytest.mark.parametrize("by", [{}, {"a": 0}, {"a": 2, "b": -1}])
def test_nothing_can_be_shared_by_no_weights_or_a_negative_one(by):
    with pytest.raises(NothingToShareBy):
        split(Money(100), by)


def test_the_largest_remainders_get_what_is_left_as_published():
    # The textbook case of Hare's method: ten seats.
    votes = {"yellow": 47_000, "white": 16_000, "red": 15_900, "green": 12_000, "blue": 6_000, "pink": 3_100}
    assert [part.ore for part in split(Money(10), votes).values()] == [5, 2, 1, 1, 1, 0]


def test_equal_remainders_go_to_the_one_named_first():
    assert split(Money(100), {"a": 1, "b": 1, "c": 1}) == {"a": Money(34), "b": Money(33), "c": Money(33)}
