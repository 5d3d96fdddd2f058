"""Where every krone stands, and which moves are legal: money is never made or lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from portfolio.funding.ledger import (
    Entry,
    MoreThanThereIs,
    Place,
    Position,
    WrongWay,
    entry_id,
    move,
    positions,
    within,
)
from portfolio.funding.stages import ONWARD, Stage
from portfolio.money import Money, total

PLACE = Place("prosjekt:1", "ks", 2026)


def entry(number, stage, ore, *, party="ks", year=2026):
    return Entry(
        id=f"post:{number}",
        proposal="prosjekt:1",
        party=party,
        year=year,
        stage=stage,
        amount=Money(ore),
        on=date(2026, 1, 1),
    )


def standing(**ore):
    return Position(PLACE, {Stage(stage): Money(amount) for stage, amount in ore.items()})


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"year": 26}, {"amount": 1.5}, {"stage": "hoped for"}])
def test_an_entry_knows_only_its_own_fields_and_what_they_may_hold(wrong):
    with pytest.raises(ValidationError):
        Entry.model_validate(entry(1, Stage.APPLIED, 1).model_dump() | wrong)


def test_an_entry_is_known_by_its_project_and_number():
    assert entry_id("prosjekt:1", 12) == "bidrag:prosjekt:1.12"


def test_every_krone_stands_at_one_stage():
    (position,) = positions(
        [
            entry(1, Stage.APPLIED, 100),
            entry(2, Stage.APPLIED, -60),
            entry(3, Stage.PROMISED, 60),
        ]
    )
    assert position.at == {Stage.APPLIED: Money(40), Stage.PROMISED: Money(60)}


def test_what_is_paid_has_also_been_applied_for_promised_and_agreed():
    position = standing(applied=1, promised=10, agreed=100, paid=1000, lapsed=10_000)
    assert position.reached(Stage.PAID) == Money(1000)
    assert position.reached(Stage.AGREED) == Money(1100)
    assert position.reached(Stage.PROMISED) == Money(1110)
    assert position.reached(Stage.APPLIED) == Money(11_111)
    assert position.reached(Stage.LAPSED) == Money(10_000)


def test_positions_stand_in_order_of_project_party_and_year():
    places = [
        each.place
        for each in positions(
            [
                entry(1, Stage.APPLIED, 1, party="stat:nav"),
                entry(2, Stage.APPLIED, 1, year=2027),
                entry(3, Stage.APPLIED, 1),
            ]
        )
    ]
    assert places == sorted(places)
    assert len(places) == 3


def test_an_empty_ledger_has_no_positions():
    assert positions([]) == ()


LEGAL = [(one, other) for one, onward in ONWARD.items() for other in onward]


@pytest.mark.parametrize(("from_", "to"), LEGAL)
@given(there=st.integers(1, 10**12), part=st.integers(1, 10**12))
def test_a_move_takes_from_one_stage_what_it_gives_to_the_next(from_, to, there, part):
    amount = Money(min(there, part))
    lines = move(standing(**{from_: there}), amount, from_=from_, to=to)
    assert lines == ((from_, -amount), (to, amount))
    assert total(each for _, each in lines) == Money(0)


@pytest.mark.parametrize(
    ("from_", "to"), [(one, other) for one in Stage for other in Stage if (one, other) not in LEGAL]
)
def test_an_amount_goes_one_step_at_a_time_and_never_back(from_, to):
    with pytest.raises(WrongWay):
        move(standing(**{from_: 100}), Money(100), from_=from_, to=to)


@pytest.mark.parametrize("ore", [0, -1, 101])
def test_no_more_can_be_moved_than_stands_there(ore):
    with pytest.raises(MoreThanThereIs):
        move(standing(applied=100), Money(ore), from_=Stage.APPLIED, to=Stage.PROMISED)


def test_nothing_can_be_moved_from_where_nothing_stands():
    with pytest.raises(MoreThanThereIs):
        move(standing(applied=100), Money(1), from_=Stage.PROMISED, to=Stage.AGREED)


def test_all_that_stands_there_may_be_taken():
    within(Money(100), Money(100))


def test_the_refusal_says_how_much_stands_there():
    with pytest.raises(MoreThanThereIs) as refused:
        within(Money(101), Money(100))
    assert refused.value.message.facts["there"] == Money(100)
    assert refused.value.about == "amount"


@given(st.lists(st.tuples(st.sampled_from(LEGAL), st.integers(1, 10**6)), max_size=30))
def test_moves_never_make_or_lose_money(wanted):
    lines = [entry(0, Stage.APPLIED, 10**6)]
    for (from_, to), ore in wanted:
        (position,) = positions(lines)
        try:
            moved = move(position, Money(ore), from_=from_, to=to)
        except MoreThanThereIs:
            continue
        lines += [entry(len(lines) + at, stage, each.ore) for at, (stage, each) in enumerate(moved)]
    (position,) = positions(lines)
    assert total(position.at.values()) == Money(10**6)
    assert min(position.at.values()) >= Money(0)
