"""What is paid is divided once and for all, to the øre, and what is not paid comes on top of it, for each and for all."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.funding.divisions import (
    AlreadyPaid,
    Division,
    carried,
    divide,
    free_from,
    is_divided,
    left_of,
    let_apply,
    paid,
    paid_by,
    standing,
    taken_back,
)
from portfolio.funding.keys import Sharing, shares
from portfolio.funding.ledger import Entry, Place, Position
from portfolio.funding.stages import STAGES, Stage
from portfolio.money import NOTHING, Money, total
from portfolio.parties import JOINT
from portfolio.periods import EARLIEST

PROJECT = "prosjekt:1"
DAY = date(2026, 6, 15)
INHABITANTS = {f"kommune:{number}": 1 + number * number * 37 % 9_001 for number in range(1001, 1041)}
PARTIES = tuple(INHABITANTS)
ore = st.integers(0, 10**11)
members = st.sets(st.sampled_from(PARTIES), min_size=1).map(lambda chosen: tuple(sorted(chosen)))


def sharing(shared=PARTIES[:3], *, since=EARLIEST, revision=1):
    return Sharing(
        id=f"fordeling:1.{since}",
        proposal=PROJECT,
        applies_from=since,
        on=date(2026, 1, 1),
        members=shared,
        revision=revision,
    )


def by(key):
    nothing = dict.fromkeys(key.members, NOTHING)
    return lambda amount: shares(amount, key, inhabitants=INHABITANTS) if amount else nothing


def entry(number, amount, *, on=DAY, stage=Stage.PAID, party=JOINT, corrects="", year=2026):
    return Entry(
        id=f"bidrag:1.{number}",
        proposal=PROJECT,
        party=party,
        year=year,
        stage=stage,
        amount=Money(amount),
        on=on,
        corrects=corrects,
    )


def divided(*entries, keys, before=()):
    return tuple(divide(entries, divided=before, keys={PROJECT: keys}, by=by))


def standing_at(*amounts):
    return Position(
        Place(PROJECT, JOINT, 2026), {stage: Money(each) for stage, each in zip(Stage, amounts, strict=True)}
    )


def test_only_what_the_municipalities_pay_together_is_divided():
    assert is_divided(entry(1, 5))
    assert not is_divided(entry(1, 5, stage=Stage.AGREED))
    assert not is_divided(entry(1, 5, party="ks"))
    assert divided(entry(1, 5, party="ks"), keys=[sharing()]) == ()


def test_a_project_without_a_key_has_nothing_divided():
    assert tuple(divide([entry(1, 5)], divided=(), keys={}, by=by)) == ()


def test_a_division_says_what_it_divides_and_by_which_key_in_which_version():
    (made,) = divided(entry(1, 100_01), keys=[sharing(revision=4)])
    assert (made.id, made.proposal, made.year, made.on) == ("bidrag:1.1", PROJECT, 2026, DAY)
    assert (made.key, made.key_revision, made.before) == (sharing().id, 4, NOTHING)
    assert made.amount == Money(100_01)
    assert made.parts == {
        party: part.ore for party, part in shares(Money(100_01), sharing(), inhabitants=INHABITANTS).items()
    }


def test_each_payment_is_divided_by_the_key_of_its_day():
    first, later = sharing(PARTIES[:1]), sharing(PARTIES[1:2], since=DAY)
    eve, day = divided(entry(1, 7, on=DAY - timedelta(days=1)), entry(2, 8), keys=[later, first])
    assert (eve.parts, day.parts) == ({PARTIES[0]: 7}, {PARTIES[1]: 8})


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=30), members)
def test_many_small_payments_come_to_what_one_would_have_but_for_single_ore(amounts, shared):
    key = sharing(shared)
    each = divided(*(entry(number, amount) for number, amount in enumerate(amounts)), keys=[key])
    assert all(part >= 0 for one in each for part in one.parts.values())
    assert [one.amount.ore for one in each] == amounts
    assert [one.before.ore for one in each] == [sum(amounts[:number]) for number in range(len(amounts))]


@given(st.integers(100_000, 10**9), st.integers(2, 40))
def test_the_ore_that_are_left_over_do_not_all_go_to_the_same(amount, times):
    """Shared payment by payment, somebody would carry an øre more for each."""
    key = sharing(PARTIES)
    parts = paid_by(divided(*(entry(number, amount) for number in range(times)), keys=[key]))
    whole = shares(Money(amount * times), key, inhabitants=INHABITANTS)
    assert max(abs(parts.get(party, 0) - part.ore) for party, part in whole.items()) <= 1


def test_years_are_divided_each_by_itself():
    first, second = divided(entry(1, 101), entry(2, 101, year=2027), keys=[sharing()])
    assert (first.parts, second.before) == (second.parts, NOTHING)


@given(st.integers(1, 10**9), members, members)
def test_a_correction_takes_back_each_part_whatever_key_applies_now(amount, then, now):
    first, later = sharing(then), sharing(now, since=DAY)
    (payment,) = divided(entry(1, amount, on=DAY - timedelta(days=1)), keys=[first])
    undo = entry(2, -amount, on=DAY, corrects=payment.id)
    (back,) = divided(undo, keys=[first, later], before=[payment])
    assert {party: -part for party, part in back.parts.items()} == payment.parts
    assert (back.key, back.corrects, paid_by([payment, back])) == (first.id, payment.id, {})


@given(st.integers(2, 10**9), members, st.data())
def test_a_payment_that_is_taken_back_bit_by_bit_leaves_nobody_below_nothing_and_in_the_end_nothing(
    amount, shared, data
):
    (payment,) = divided(entry(0, amount), keys=[sharing(shared)])
    known, left, number = [payment], amount, 0
    while left:
        number += 1
        part = left if number == 6 else data.draw(st.integers(1, left))
        known += divided(
            entry(number, -part, corrects=payment.id), keys=[sharing(PARTIES)], before=list(known)
        )
        left -= part
        remains = left_of(payment, known[1:])
        assert min(remains.values()) >= 0
        assert sum(remains.values()) == left
    assert paid_by(known) == {}


def test_what_is_taken_back_follows_what_is_left_of_each_part():
    payment = paid(entry(1, 3), sharing(), before=NOTHING, by=by(sharing()))
    one = taken_back(entry(2, -1, corrects=payment.id), payment, left=left_of(payment, ()), before=Money(3))
    assert one.amount == Money(-1)
    assert all(0 <= -part <= payment.parts[party] for party, part in one.parts.items())


def test_a_payment_stands_until_all_of_it_is_taken_back():
    payment, other = divided(entry(1, 100), entry(2, 50), keys=[sharing()])
    (half,) = divided(entry(3, -40, corrects=payment.id), keys=[sharing()], before=[payment, other])
    assert standing([payment, other, half]) == (payment, other)
    (rest,) = divided(entry(4, -60, corrects=payment.id), keys=[sharing()], before=[payment, other, half])
    assert standing([payment, other, half, rest]) == (other,)


STAGED = st.tuples(ore, ore, ore, ore, ore)


@given(STAGED, members, members, st.integers(0, 10**6))
def test_what_each_carries_sums_to_the_ore_and_never_falls_from_an_earlier_stage_to_a_later(
    amounts, then, now, more
):
    """Whatever was paid by an old key, and whoever shares by the new."""
    _, _, _, at_paid, _ = amounts
    old = divided(entry(1, at_paid), entry(2, more), keys=[sharing(then)])
    position = standing_at(*amounts[:3], at_paid + more, amounts[4])
    told = carried(position, paid_by(old), by(sharing(now)))
    for stage in Stage:
        assert total(told[stage].values()) == position.reached(stage)
        assert set(told[stage]) == set(told[Stage.APPLIED])
    for earlier, later in pairwise(STAGES):
        assert all(NOTHING <= part <= told[earlier][party] for party, part in told[later].items())
    assert {party: part.ore for party, part in told[Stage.PAID].items() if part} == paid_by(old)


@given(st.tuples(*[st.integers(0, 10**7)] * 5), members)
def test_while_the_key_is_the_same_a_share_depends_only_on_the_sum_it_is_of(steps, shared):
    """As it was before what is paid was written down, for all but amounts of a few øre each."""
    amounts, key = [each * 1_000_000 for each in steps], sharing(shared)
    position, payment = standing_at(*amounts), divided(entry(1, amounts[3]), keys=[key])
    told = carried(position, paid_by(payment), by(key))
    assert told == {stage: by(key)(position.reached(stage)) for stage in Stage}


def test_what_is_paid_and_not_divided_is_shared_with_what_is_not_paid():
    told = carried(standing_at(0, 0, 0, 90, 0), {}, by(sharing()))
    assert total(told[Stage.PAID].values()) == Money(90)


def test_a_key_may_apply_from_the_day_after_the_last_payment():
    first = sharing()
    payments = divided(entry(1, 5), entry(2, 6, on=DAY + timedelta(days=3)), keys=[first])
    check = partial(let_apply, keys=[first], divided=payments)
    with pytest.raises(AlreadyPaid) as refused:
        check(sharing(since=DAY + timedelta(days=1)))
    assert refused.value.message.facts == {"paid": Money(6), "day": DAY + timedelta(days=4)}
    check(sharing(since=DAY + timedelta(days=4)))
    assert free_from([first], payments) == DAY + timedelta(days=4)


def test_a_key_by_which_nothing_is_paid_may_be_changed_also_between_two_that_have_paid():
    first, idle, last = (
        sharing(),
        sharing(since=DAY + timedelta(days=5)),
        sharing(since=DAY + timedelta(days=9)),
    )
    keys = [first, idle, last]
    payments = divided(entry(1, 5), entry(2, 6, on=DAY + timedelta(days=9)), keys=keys)
    let_apply(idle.model_copy(update={"members": PARTIES}), keys=keys, divided=payments)
    for taken in (first, last):
        with pytest.raises(AlreadyPaid):
            let_apply(taken.model_copy(update={"members": PARTIES}), keys=keys, divided=payments)
    assert free_from([first, idle], payments[:1]) == idle.applies_from


def test_parts_are_told_in_order_and_only_of_those_who_have_paid():
    one = Division.model_validate(
        {**divided(entry(1, 3), keys=[sharing()])[0].model_dump(), "parts": {"b": 2, "a": 1, "c": 0}}
    )
    assert list(paid_by([one, one]).items()) == [("a", 2), ("b", 4)]
    assert Counter(one.parts).total() == one.amount.ore
