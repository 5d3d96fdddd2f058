"""Numbers as Norwegians write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.numerals import NotANumber, read_number
from portfolio.words import words

numbers = st.decimals(-(10**12), 10**12, places=6, allow_nan=False)


@given(numbers)
def test_what_we_write_we_can_read(number):
    assert read_number(words("nb").number(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 1 234 567,5 ", "1234567.5"),
        ("1\u00a0234", "1234"),
        ("\u22123,25", "-3.25"),
        ("12.5", "12.5"),
        ("0.1234", "0.1234"),
        ("1 234.56", "1234.56"),
        ("007", "7"),
    ],
)
def test_every_common_way_of_writing_is_read(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "1.234",
        "1,234,567",
        "1.234.567",
        "12 34",
        "1e5",
        "5 %",
        "0,1234567",
        "--1",
        "1" * 16,
        "½",
    ],
)
def test_what_could_mean_two_things_or_nothing_is_refused(text):
    with pytest.raises(NotANumber):
        read_number(text)


def test_the_refusal_repeats_what_was_written_but_not_for_ever():
    with pytest.raises(NotANumber) as refused:
        read_number(f" {'x' * 100} ")
    assert refused.value.message.facts == {"given": "x" * 40}
