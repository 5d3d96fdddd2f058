"""Answers for programs: whatever a report holds, as plain JSON and with nothing lost."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from portfolio.commands.plain import as_json
from portfolio.funding.ledger import Place
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import Party, PartyKind, Side
from portfolio.periods import Period


def test_amounts_in_json_are_text_with_two_decimals_so_that_no_ore_is_lost():
    assert as_json({"amount": Money(10**16 + 1), "none": Money(0)}) == (
        '{\n  "amount": "100000000000000.01",\n  "none": "0.00"\n}'
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Period.holding(date(2026, 5, 1), months=3), "2026-q2"),
        (date(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), "2026-11-23T12:00:00+00:00"),
        (Decimal("3.50"), "3.50"),
        (Fraction(1, 3), "1/3"),
        (Side.STATE, "state"),
        (Message("{count} day", {"count": 1}), "1 day"),
        (Objection("No.", about="title"), {"kind": "Objection", "about": "title", "says": "No."}),
        (Place("prosjekt:1", "ks", 2027), {"proposal": "prosjekt:1", "party": "ks", "year": 2027}),
        ({Side.STATE: (1, None)}, {"state": [1, None]}),
        (
            Party(id="ks", kind=PartyKind.KS, name="KS"),
            {"id": "ks", "kind": "ks", "name": "KS", "number": "", "county": "", "revision": 1},
        ),
    ],
)
def test_everything_a_report_may_hold_has_a_plain_form(value, told):
    assert json.loads(as_json([value])) == [told]


def test_letters_are_written_as_they_are():
    assert as_json("Ærfugl") == '"Ærfugl"'
