from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from portfolio.catalogue.reference import parties, populations
from portfolio.funding.cover import cover
from portfolio.funding.keys import NoInhabitants, Sharing, shares
from portfolio.money import Money, NothingToShareBy, total
from portfolio.parties import PartyKind, Side

DAY = date(2026, 1, 1)
EVERYBODY = tuple(each.id for each in parties() if each.kind is PartyKind.MUNICIPALITY and each.number)
INHABITANTS = {each.party: each.inhabitants for each in populations() if each.on == DAY}
amounts = st.integers(-(10**13), 10**13).map(Money)


def sharing(*members):
    return Sharing(id="fordeling:1", proposal="prosjekt:1", on=DAY, members=members)


ALL = sharing(*EVERYBODY)


@given(amounts)
def test_what_357_municipalities_carry_sums_to_the_ore(amount):
    carried = shares(amount, ALL, inhabitants=INHABITANTS)
    assert len(carried) == 357
    assert total(carried.values()) == amount


@pytest.mark.parametrize("ore", [1, -1, 2, 356, 357, -357, 0])
def test_a_tiny_amount_is_shared_too(ore):
    carried = shares(Money(ore), ALL, inhabitants=INHABITANTS)
    assert total(carried.values()) == Money(ore)


def test_a_single_ore_among_357_goes_to_the_largest():
    carried = shares(Money(1), ALL, inhabitants=INHABITANTS)
    assert {party for party, part in carried.items() if part} == {"kommune:0301"}


@given(amounts, st.randoms())
def test_the_order_of_the_members_means_nothing(amount, random):
    mixed = list(EVERYBODY)
    random.shuffle(mixed)
    assert shares(amount, sharing(*mixed), inhabitants=INHABITANTS) == shares(
        amount, ALL, inhabitants=INHABITANTS
    )


@given(amounts, st.sampled_from(EVERYBODY))
def test_leaving_and_returning_gives_the_first_answer(amount, leaver):
    first = shares(amount, ALL, inhabitants=INHABITANTS)
    without = sharing(*(each for each in EVERYBODY if each != leaver))
    assert total(shares(amount, without, inhabitants=INHABITANTS).values()) == amount
    returned = sharing(*without.members, leaver)
    assert shares(amount, returned, inhabitants=INHABITANTS) == first


@given(amounts)
def test_more_inhabitants_never_carry_less(amount):
    carried = shares(amount, ALL, inhabitants=INHABITANTS)
    by_size = sorted(EVERYBODY, key=INHABITANTS.__getitem__)
    parts = [abs(carried[each].ore) for each in by_size]
    assert all(
        one <= other or INHABITANTS[smaller] == INHABITANTS[larger]
        for one, other, smaller, larger in zip(parts, parts[1:], by_size, by_size[1:], strict=False)
    )


def test_equal_remainders_go_to_the_lowest_number():
    same = {"kommune:1111": 5, "kommune:0301": 5, "kommune:5601": 5}
    carried = shares(Money(100), sharing(*same), inhabitants=same)
    assert carried == {"kommune:0301": Money(34), "kommune:1111": Money(33), "kommune:5601": Money(33)}


def test_a_municipality_without_inhabitants_carries_nothing():
    known = {"kommune:0301": 10, "kommune:1103": 0}
    carried = shares(Money(101), sharing(*known), inhabitants=known)
    assert carried == {"kommune:0301": Money(101), "kommune:1103": Money(0)}


def test_nothing_is_shared_among_nobody():
    with pytest.raises(NothingToShareBy):
        shares(Money(1), sharing("kommune:0301"), inhabitants={"kommune:0301": 0})


def test_an_unknown_population_is_said_and_never_taken_as_zero():
    with pytest.raises(NoInhabitants) as refused:
        shares(Money(1), sharing("kommune:0301", "kommune:9999"), inhabitants=INHABITANTS)
    assert refused.value.message.facts["count"] == 1
    assert refused.value.about == "on"


@pytest.mark.parametrize("members", [(), ("kommune:0301", "kommune:0301")])
def test_a_sharing_names_somebody_and_each_once(members):
    with pytest.raises(ValidationError):
        sharing(*members)


def test_a_cost_is_covered_side_by_side():
    covered = cover(Money(100), [(Side.STATE, Money(40)), (Side.LOCAL, Money(30)), (Side.LOCAL, Money(10))])
    assert covered.by_side == {Side.STATE: Money(40), Side.LOCAL: Money(40), Side.OTHER: Money(0)}
    assert covered.covered == Money(80)
    assert covered.gap == Money(20)
    assert covered.share_of(Side.STATE) == Fraction(1, 2)
    assert covered.share_of(Side.OTHER) == 0


def test_a_gap_is_negative_where_more_is_promised_than_it_costs():
    assert cover(Money(100), [(Side.STATE, Money(101))]).gap == Money(-1)


def test_no_side_has_a_share_of_nothing():
    assert cover(Money(100), []).share_of(Side.LOCAL) is None
