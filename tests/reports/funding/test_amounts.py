"""Amounts summed by anything the rows have in common, without losing an øre."""

from hypothesis import given
from hypothesis import strategies as st

from portfolio.money import NOTHING, Money, total
from portfolio.reports.funding.amounts import Amounts, summed_by, together
from portfolio.reports.funding.parties import carriers
from portfolio.store.database import Database

money = st.integers(0, 10**12).map(Money)
rows = st.lists(st.builds(Amounts, money, money, money, money), max_size=8)


@given(rows)
def test_the_sums_of_the_groups_are_the_sum_of_all(listed: list[Amounts]) -> None:
    assert together(summed_by(listed, by=lambda row: row.paid.ore % 3).values()) == together(listed)


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
