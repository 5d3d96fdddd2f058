"""A joint contribution is shared by its key, to the øre, and the key says in words how."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from portfolio.catalogue.reference import parties, populations
from portfolio.funding.keys import (
    ByInhabitants,
    NoInhabitants,
    Sharing,
    explained,
    in_force,
    newest,
    shares,
    shares_beyond,
    sharing_id,
    uncounted,
)
from portfolio.money import NOTHING, Money, NothingToShareBy, total
from portfolio.parties import PartyKind
from portfolio.periods import EARLIEST

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


@settings(deadline=None)
@given(st.integers(0, 10**11), st.integers(0, 10**11))
def test_what_comes_on_top_is_shared_so_that_both_are_shared_as_one_and_nobody_gives_back(there, more):
    by = partial(shares, sharing=ALL, inhabitants=INHABITANTS)
    parts = shares_beyond(Money(more), Money(there), by)
    assert total(parts.values()) == Money(more)
    assert min(parts.values()) >= NOTHING
    together = {party: by(Money(there))[party] + part for party, part in parts.items()}
    assert together == by(Money(there + more)) or parts == by(Money(more))


def test_where_an_ore_would_be_taken_back_the_amount_is_shared_by_itself():
    """Of 10 øre the smallest has two, and of 11 only one: the seats of Alabama."""
    uneven = {"kommune:0301": 6, "kommune:1103": 6, "kommune:4601": 2}
    by = partial(shares, sharing=sharing(*uneven), inhabitants=uneven)
    assert [part.ore for part in by(Money(10)).values()] == [4, 4, 2]
    assert [part.ore for part in by(Money(11)).values()] == [5, 5, 1]
    assert shares_beyond(Money(1), Money(10), by) == by(Money(1))


def test_a_key_holds_from_its_day_until_the_next_and_the_first_before_all():
    keys = [dated(2026, 7), dated(2000, 1), dated(2027, 1)]
    held = {
        day: in_force(keys, day).applies_from.year
        for day in (
            date(1999, 1, 1),
            date(2026, 6, 30),
            date(2026, 7, 1),
            date(2026, 12, 31),
            date(2027, 1, 1),
        )
    }
    assert list(held.values()) == [2000, 2000, 2026, 2026, 2027]
    assert newest(keys).applies_from.year == 2027


def test_the_first_key_is_known_by_its_project_alone_and_later_ones_by_their_day_too():
    assert sharing_id("prosjekt:1", applies_from=EARLIEST) == "fordeling:prosjekt:1"
    assert sharing_id("prosjekt:1", applies_from=DAY) == "fordeling:prosjekt:1.2026-01-01"
    assert sharing("kommune:0301").applies_from == EARLIEST


def dated(year, month):
    return sharing("kommune:0301").model_copy(update={"applies_from": date(year, month, 1)})


def test_a_key_says_how_many_share_and_by_how_many_inhabitants_on_which_day():
    some = sharing("kommune:0301", "kommune:1103")
    who, how = some.rule.told(some, inhabitants=873_388, everybody=False)
    assert who.in_english() == ("2 municipality shares, by its population on 2026-01-01: 873388.")
    assert who.plural == ("{count} municipalities share, by their population on {day}: {inhabitants} in all.")
    assert "lowest municipality number" in how.in_english()


def test_a_key_says_so_where_every_municipality_shares():
    who, _ = ALL.rule.told(ALL, inhabitants=5_627_400, everybody=True)
    assert who.in_english().startswith("All 357 municipalities share, by their population on 2026-01-01")


def test_what_a_rule_asks_for_is_a_field_of_the_key_or_of_the_rule():
    fields = Sharing.model_fields.keys() | ByInhabitants.model_fields.keys()
    assert ByInhabitants.asked.keys() <= fields


def test_the_rule_is_said_in_the_same_words_by_the_key_and_beside_the_amounts():
    _, how = ALL.rule.told(ALL, inhabitants=5_627_400, everybody=True)
    assert ALL.rule.explained().facts == {"how": how}
    assert ALL.rule.explained().in_english().endswith(how.in_english())


def test_a_rule_that_counts_nobody_shares_among_those_whose_inhabitants_are_not_known(equal_parts):
    equal = sharing("kommune:9999", "kommune:0301").model_copy(update={"rule": equal_parts})
    assert uncounted(equal, {}) == ()
    assert shares(Money(101), equal, inhabitants={}) == {
        "kommune:0301": Money(51),
        "kommune:9999": Money(50),
    }


def test_those_whose_inhabitants_are_not_known_are_named_where_the_rule_counts_them():
    assert uncounted(sharing("kommune:9999", "kommune:0301"), INHABITANTS) == ("kommune:9999",)
    assert uncounted(ALL, INHABITANTS) == ()


def test_a_rule_of_another_kind_that_the_union_names_is_itself_in_the_key(equal_parts):
    given = ALL.model_dump() | {"rule": {"kind": "equal"}}
    assert Sharing.model_validate(given).rule == equal_parts
    assert Sharing.model_validate_json(ALL.model_dump_json()) == ALL


def test_rules_of_two_kinds_are_explained_each_in_its_own_words(equal_parts):
    equal = ALL.model_copy(update={"rule": equal_parts})
    assert explained([ALL, equal, ALL]) == (ALL.rule.explained(), equal_parts.explained())


def test_each_rule_in_use_is_explained_once_and_the_first_where_there_is_none():
    assert len(explained([ALL, sharing("kommune:0301")])) == 1
    assert explained([]) == explained([ALL])


def test_a_rule_of_a_kind_that_is_not_known_is_refused():
    with pytest.raises(ValidationError, match="inhabitants"):
        Sharing.model_validate(ALL.model_dump() | {"rule": {"kind": "by the moon"}})
