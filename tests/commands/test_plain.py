"""Answers for programs: amounts as exact text."""

from portfolio.commands.plain import as_json
from portfolio.money import Money


def test_amounts_in_json_are_text_with_two_decimals_so_that_no_ore_is_lost():
    assert as_json({"amount": Money(10**16 + 1), "none": Money(0)}) == (
        '{\n  "amount": "100000000000000.01",\n  "none": "0.00"\n}'
    )
