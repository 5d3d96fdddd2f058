"""Who carries what: a joint contribution is split by its key, all else is carried by the party itself."""

import pytest

from portfolio.funding.ledger import Entry, Place, Position, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying
from portfolio.money import NOTHING, Money, total
from portfolio.parties import JOINT
from portfolio.store.database import Database

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
    members = set(carrying.sharings[SHARED].members)
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
    assert set(one.proposals) == set(one.sharings) == {SHARED}


def test_inhabitants_are_those_of_the_last_day_known(carrying: Carrying) -> None:
    assert carrying.newest(OSLO) == carrying.inhabitants[max(carrying.inhabitants)][OSLO]
    assert carrying.newest("stat:digdir") is None


def test_where_no_population_is_known_nobody_has_any(carrying: Carrying) -> None:
    carrying.inhabitants.clear()
    assert carrying.newest(OSLO) is None
