"""Who carries what: a joint contribution is split by its key, all else is carried by the party itself."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.funding.ledger import Entry, Place, Position, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying, seal
from portfolio.money import NOTHING, Money, total
from portfolio.parties import JOINT
from portfolio.people import Stamp
from portfolio.store.database import Database
from tests.databases import put

SHARED, UNSHARED, OSLO = "prosjekt:2026-001", "prosjekt:2026-024", "kommune:0301"


@pytest.fixture
def carrying(database: Database) -> Carrying:
    with database.read() as reader:
        return Carrying(reader)


def test_what_a_party_gives_by_itself_it_carries_alone(carrying: Carrying) -> None:
    split = carrying.split(
        Position(Place(SHARED, OSLO, 2026), {Stage.APPLIED: Money(7), Stage.PAID: Money(5)})
    )
    assert split[Stage.APPLIED] == {OSLO: Money(12)}
    assert split[Stage.PAID] == {OSLO: Money(5)}
    assert split[Stage.LAPSED] == {OSLO: NOTHING}


def test_a_joint_contribution_is_carried_by_those_who_share_it(carrying: Carrying) -> None:
    members = set(carrying.keys[SHARED][0].members)
    split = carrying.split(Position(Place(SHARED, JOINT, 2026), {Stage.PROMISED: Money(1_000_01)}))
    assert {stage: set(carriers) for stage, carriers in split.items()} == dict.fromkeys(Stage, members)
    assert total(split[Stage.PROMISED].values()) == Money(1_000_01)
    assert not any(split[Stage.PAID].values())


def test_a_joint_contribution_without_a_key_stays_with_them_together(carrying: Carrying) -> None:
    split = carrying.split(Position(Place(UNSHARED, JOINT, 2026), {Stage.APPLIED: Money(9)}))
    assert split[Stage.APPLIED] == {JOINT: Money(9)}


def test_every_joint_contribution_of_the_example_is_split_without_losing_an_ore(
    database: Database, carrying: Carrying
) -> None:
    with database.read() as reader:
        joint = positions(reader.all(Entry, party=JOINT))
    for position in joint:
        for stage in Stage:
            assert total(carrying.split(position)[stage].values()) == position.reached(stage)


def test_of_one_project_only_that_and_its_key_are_read(database: Database) -> None:
    with database.read() as reader:
        one = Carrying(reader, proposal=SHARED)
    assert set(one.proposals) == set(one.keys) == {SHARED}


def test_what_is_paid_is_carried_as_it_was_divided_and_the_rest_by_the_key_of_the_years_last_day(
    database: Database, carrying: Carrying
) -> None:
    (division,) = (each for each in carrying.divisions if each.proposal == SHARED)
    later = carrying.keys[SHARED][0].model_copy(update={"applies_from": date(2026, 7, 1), "members": (OSLO,)})
    supposed = carrying.supposing(later)
    with database.read() as reader:
        (position,) = positions(reader.all(Entry, proposal=SHARED, party=JOINT, year=2026))
    split = supposed.split(position)
    paid = {party: part.ore for party, part in split[Stage.PAID].items() if part}
    assert paid == {party: ore for party, ore in division.parts.items() if ore}
    rest = position.reached(Stage.AGREED) - position.reached(Stage.PAID)
    assert split[Stage.AGREED][OSLO] == split[Stage.PAID][OSLO] + rest
    assert (supposed.planned_by(SHARED, 2025), supposed.planned_by(SHARED, 2026)) == (
        carrying.keys[SHARED][0],
        later,
    )
    assert carrying.planned_by(UNSHARED, 2026) is None
    assert [len(each.keys[SHARED]) for each in (carrying, supposed)] == [1, 2]


def test_those_whose_inhabitants_no_key_of_a_project_knows_are_counted_once(carrying: Carrying) -> None:
    assert carrying.uncounted == {}
    first = carrying.keys[SHARED][0]
    lost = carrying.supposing(
        first.model_copy(update={"applies_from": date(2026, 7, 1), "on": date(1999, 1, 1)})
    )
    assert lost.uncounted == {SHARED: len(first.members)}


def test_the_seal_on_the_shares_of_a_project_is_another_as_soon_as_anything_is(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    entry = Entry(
        id="bidrag:x.1", proposal=SHARED, party=JOINT, year=2026, stage=Stage.APPLIED, amount=Money(1), on=date(2026, 11, 1)
    )  # fmt: skip
    seals = []
    for change in (None, {"party": OSLO}, {"id": "bidrag:x.2"}, {"id": "bidrag:x.3", "proposal": UNSHARED}):
        if change is not None:
            put(database, entry.model_copy(update=change), stamp=stamp("person:geir-mosengtun"))
        with database.read() as reader:
            seals.append(seal(reader, SHARED))
    assert seals[0] == seals[1] != seals[2] == seals[3]


def test_inhabitants_are_those_of_the_last_day_known(carrying: Carrying) -> None:
    assert carrying.newest(OSLO) == carrying.inhabitants[max(carrying.inhabitants)][OSLO]
    assert carrying.newest("stat:digdir") is None


def test_where_no_population_is_known_nobody_has_any(carrying: Carrying) -> None:
    carrying.inhabitants.clear()
    assert carrying.newest(OSLO) is None
