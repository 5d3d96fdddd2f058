"""Amounts summed by anything the rows have in common, without losing an øre."""

from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.funding.stages import STAGES
from portfolio.money import NOTHING, Money, total
from portfolio.proposals.intake import ContributionIn
from portfolio.reports.funding.amounts import Amounts, by_stage, summed_by, together
from portfolio.reports.funding.lines import FundingLine
from portfolio.reports.funding.parties import PartyTotal, carriers
from portfolio.reports.funding.project_years import ProjectYear
from portfolio.store.database import Database

money = st.integers(0, 10**12).map(Money)
rows = st.lists(st.builds(Amounts, money, money, money, money), max_size=8)
HANDED_OVER = FundingLine, PartyTotal, ProjectYear
"""The rows whose amounts are columns of a workbook, each in its own place."""


@given(rows)
def test_the_sums_of_the_groups_are_the_sum_of_all(listed: list[Amounts]) -> None:
    assert together(summed_by(listed, by=lambda row: row.paid.ore % 3).values()) == together(listed)


@pytest.mark.parametrize("row", [Amounts, *HANDED_OVER, ContributionIn])
def test_whatever_tells_how_far_money_has_come_has_an_amount_for_each_stage_on_its_way(row: type) -> None:
    named = list(get_type_hints(row))
    assert [name for name in named if name in tuple(STAGES)] == list(STAGES)


def test_a_row_is_read_stage_by_stage() -> None:
    listed = Amounts(*map(Money, (4, 3, 2, 1)))
    assert by_stage(listed) == dict(zip(STAGES, map(Money, (4, 3, 2, 1)), strict=True))
    assert Amounts(**by_stage(listed)) == listed


def test_of_nothing_there_is_nothing() -> None:
    assert summed_by([], by=id) == {}
    assert together([]) == Amounts(NOTHING, NOTHING, NOTHING, NOTHING)


def test_groups_stand_in_the_order_they_first_come() -> None:
    listed = [Amounts(*[Money(ore)] * 4) for ore in (3, 1, 2, 5)]
    assert list(summed_by(listed, by=lambda row: row.paid.ore % 2)) == [1, 0]


def test_what_the_parties_carry_is_summed_by_county(database: Database) -> None:
    with database.read() as reader:
        listed = carriers(reader)
    counties = summed_by(listed, by=lambda each: each.county)
    assert counties["Oslo"].promised == total(each.promised for each in listed if each.county == "Oslo")
    assert together(counties.values()) == together(listed)
