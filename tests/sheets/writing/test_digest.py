"""The fingerprint of a report."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from portfolio.given import InLanguages
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.parties import Side
from portfolio.sheets.writing.digest import digest
from tests.sheets.writing.small import LINES, REPORT


@dataclass(frozen=True, slots=True)
class Holds:
    held: object
    other: object = ""


def test_the_same_data_gives_the_same_and_a_changed_ore_another():
    first, *rest = LINES
    changed = replace(REPORT, lines=(replace(first, amount=first.amount + Money(1)), *rest))
    assert re.fullmatch("[0-9a-f]{64}", digest(REPORT))
    assert digest(REPORT) == digest(replace(REPORT)) != digest(changed)


def test_the_order_of_the_rows_counts_and_where_one_tuple_ends_too():
    assert digest(REPORT) != digest(replace(REPORT, lines=REPORT.lines[::-1]))
    assert digest(Holds((1, 2), (3,))) != digest(Holds((1,), (2, 3)))


@pytest.mark.parametrize(
    "value",
    [
        Money(1),
        Decimal("1.0"),
        Fraction(1, 3),
        date(2026, 1, 1),
        Side.STATE,
        Message("{count} day", {"count": 1}),
        InLanguages(nb="a", nn="b", en="c"),
        {"a": Money(1)},
        LINES[0],
        None,
    ],
)
def test_everything_a_report_may_hold_has_a_fingerprint_of_its_own(value):
    assert digest(Holds(value)) == digest(Holds(value)) != digest(Holds("x"))


def test_what_nobody_has_said_how_to_write_is_refused_and_not_guessed():
    with pytest.raises(TypeError, match="a set cannot be part of a report"):
        digest(Holds({1, 2}))
