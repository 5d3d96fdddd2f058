"""Each rule of the ledger, the shares and the keys finds what is put in behind the app's back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import pytest
from sqlalchemy import text

from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.given import Given
from portfolio.messages import Message
from portfolio.money import Money, split
from portfolio.parties import JOINT
from portfolio.people import Stamp
from portfolio.reports import holding
from portfolio.reports.checking import check
from portfolio.reports.funding.invariants import RULES
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from tests.databases import put

FINANCE, PROJECT, KS = "person:geir-mosengtun", "prosjekt:2026-001", "ks"
BELOW_ZERO, UNBALANCED, SHARES, SUMS, POPULATIONS = RULES
ROWS = holding.RULES[0].name
"""What is put in behind the app's back is also not as the trail left it."""
G = TypeVar("G", bound=Given)


class Leaky(ByInhabitants):
    """A fault in the program: a rule that loses an øre of all it shares."""

    def parts(self, amount: Money, *, inhabitants: Mapping[str, int]) -> Mapping[str, Money]:
        return split(amount - Money(1), inhabitants)


class Misread(Reader):
    """The stored data, with every sharing key read as a leaky one."""

    def all(self, noun: type[G], /, **where: Any) -> tuple[G, ...]:
        found = super().all(noun, **where)
        return tuple(
            each.model_copy(update={"rule": Leaky()}) if isinstance(each, Sharing) else each for each in found
        )


def entry(number: int, ore: int, stage: Stage, *, move: str = "") -> Entry:
    """Return a line in a year in which nothing else is entered."""
    return Entry(
        id=f"bidrag:{PROJECT}.{number}",
        proposal=PROJECT,
        party=KS,
        year=2040,
        stage=stage,
        amount=Money(ore),
        on=date(2026, 11, 1),
        move=move,
    )


def test_all_of_them_hold_of_the_example(database: Database) -> None:
    with database.read() as reader:
        assert [rule.name for rule in RULES if not rule.hold(reader).holds] == []


def test_a_stage_below_zero_is_found_with_where_and_how_much(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    put(database, entry(900, 5, Stage.APPLIED), entry(901, -7, Stage.APPLIED), stamp=stamp(FINANCE))
    with database.read() as reader:
        (fault,) = BELOW_ZERO.find(reader)
    assert fault.facts == {
        "proposal": PROJECT,
        "party": KS,
        "year": "2040",
        "stage": Stage.APPLIED,
        "amount": Money(-2),
    }


def test_a_move_that_gives_more_than_it_takes_is_found(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    whole = entry(900, 100, Stage.APPLIED)
    right = entry(901, -40, Stage.APPLIED, move="m.1"), entry(902, 40, Stage.PROMISED, move="m.1")
    wrong = entry(903, -10, Stage.APPLIED, move="m.2"), entry(904, 11, Stage.PROMISED, move="m.2")
    put(database, whole, *right, *wrong, stamp=stamp(FINANCE))
    with database.read() as reader:
        assert [fault.facts["id"] for fault in UNBALANCED.find(reader)] == ["m.2"]


def test_shares_that_do_not_sum_are_found_in_each_project_and_year(database: Database) -> None:
    with database.read() as reader:
        joint = {
            (each.place.proposal, str(each.place.year))
            for each in positions(reader.all(Entry, party=JOINT))
            if each.reached(Stage.PROMISED)
        }
        faults = SHARES.hold(Misread(reader.connection)).faults
    assert {(fault.facts["proposal"], fault.facts["year"]) for fault in faults} == joint


def test_parties_that_do_not_sum_to_the_ledger_are_found_at_each_stage(database: Database) -> None:
    with database.read() as reader:
        faults: tuple[Message, ...] = SUMS.hold(Misread(reader.connection)).faults
    assert [fault.facts["stage"] for fault in faults] == [Stage.APPLIED, Stage.PROMISED, Stage.PAID]
    assert all(fault.facts["ledger"] == fault.facts["projects"] for fault in faults)
    assert all(fault.facts["ledger"] != fault.facts["parties"] for fault in faults)


def forget(database: Database, stamp: Stamp, *members: str) -> None:
    """Remove all that is known of how many live there."""
    with database.write(stamp) as writer:
        for member in members:
            writer.connection.execute(text("DELETE FROM populations WHERE party = :party"), {"party": member})
        writer.trace("try", "populations")


@pytest.mark.parametrize("gone", [1, 3])
def test_municipalities_without_inhabitants_on_the_day_are_counted(
    database: Database, stamp: Callable[[str], Stamp], gone: int
) -> None:
    with database.read() as reader:
        (sharing,) = reader.all(Sharing, proposal=PROJECT)
    forget(database, stamp(FINANCE), *sharing.members[:gone])
    with database.read() as reader:
        found = {fault.facts["proposal"]: fault.facts["count"] for fault in POPULATIONS.find(reader)}
    assert found[PROJECT] == gone


def test_a_key_without_inhabitants_is_told_of_and_does_not_stop_the_check_of_all_else(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    forget(database, stamp(FINANCE), "kommune:1103")
    with database.read() as reader:
        assert {each.name.text for each in check(reader) if not each.holds} == {ROWS, POPULATIONS.name}
