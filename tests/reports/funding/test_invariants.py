"""Each rule of the ledger, the shares and the keys finds what is put in behind the app's back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import pytest
from sqlalchemy import text

from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import STAGES, Stage
from portfolio.given import Given
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.parties import JOINT
from portfolio.people import Stamp
from portfolio.reports import holding
from portfolio.reports.checking import check
from portfolio.reports.funding.invariants import RULES
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from tests.databases import put

FINANCE, PROJECT, KS = "person:geir-mosengtun", "prosjekt:2026-001", "ks"
BELOW_ZERO, UNBALANCED, SHARES, SUMS, POPULATIONS, TOO_EARLY, *_ = RULES
ROWS = holding.RULES[0].name
"""What is put in behind the app's back is also not as the trail left it."""
G = TypeVar("G", bound=Given)


class Leaky(ByInhabitants):
    """A fault in the program: a rule that loses an øre of what it shares, or of some amounts, and may give it to others."""

    loses: Mapping[int, int] = {}

    def parts(
        self, amount: Money, members: Sequence[str], *, inhabitants: Mapping[str, int]
    ) -> Mapping[str, Money]:
        lost = self.loses.get(amount.ore, 0) if self.loses else 1
        return super().parts(amount - Money(lost), members, inhabitants=inhabitants)


class Misread(Reader):
    """The stored data, with every sharing key read as a leaky one."""

    rule = Leaky()

    def all(self, noun: type[G], /, **where: Any) -> tuple[G, ...]:
        found = super().all(noun, **where)
        return tuple(
            each.model_copy(update={"rule": self.rule}) if isinstance(each, Sharing) else each
            for each in found
        )


class Shifted(Misread):
    """The same, but that an øre of 11 is lost and one is put to 13: all together, nothing is."""

    rule = Leaky(loses={11: 1, 13: -1})


def entry(number: int, ore: int, stage: Stage, *, party: str = KS, year: int = 2040, move: str = "") -> Entry:
    """Return a line in a year in which nothing else is entered."""
    return Entry(
        id=f"bidrag:{PROJECT}.{number}",
        proposal=PROJECT,
        party=party,
        year=year,
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


def test_what_went_onward_before_it_came_is_found_with_the_day(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    early = date(2026, 10, 1)
    moved = (
        each.model_copy(update={"on": early})
        for each in (
            entry(901, -7, Stage.APPLIED, move="m.1"),
            entry(902, 7, Stage.PROMISED, move="m.1"),
        )
    )
    put(database, entry(900, 9, Stage.APPLIED), *moved, stamp=stamp(FINANCE))
    with database.read() as reader:
        (fault,) = TOO_EARLY.find(reader)
        assert BELOW_ZERO.hold(reader).holds
    assert (fault.facts["stage"], fault.facts["amount"], fault.facts["day"]) == (
        Stage.APPLIED,
        Money(-7),
        early,
    )


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
    """What is paid is not shared anew, and so a rule that leaks cannot spoil it."""
    with database.read() as reader:
        joint = {
            (each.place.proposal, str(each.place.year))
            for each in positions(reader.all(Entry, party=JOINT))
            if each.reached(Stage.APPLIED) and not each.reached(Stage.PAID)
        }
        faults = SHARES.hold(Misread(reader.connection)).faults
    assert {(fault.facts["proposal"], fault.facts["year"]) for fault in faults} == joint


def test_shares_that_do_not_sum_are_found_at_any_stage(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    put(
        database,
        entry(900, 9, Stage.APPLIED, party=JOINT),
        entry(901, 11, Stage.LAPSED, party=JOINT),
        stamp=stamp(FINANCE),
    )
    with database.read() as reader:
        faults = SHARES.hold(Shifted(reader.connection)).faults
    assert [(fault.facts["proposal"], fault.facts["year"]) for fault in faults] == [(PROJECT, "2040")]


def test_parties_that_do_not_sum_to_the_ledger_are_found_in_each_project_year_and_stage(
    database: Database,
) -> None:
    with database.read() as reader:
        joint = {
            (each.place.proposal, str(each.place.year), stage)
            for each in positions(reader.all(Entry, party=JOINT))
            for stage in Stage
            if each.reached(stage) and not each.reached(Stage.PAID)
        }
        faults = SUMS.hold(Misread(reader.connection)).faults
    assert {_place(fault) for fault in faults} == joint
    assert {stage for *_, stage in joint} == set(STAGES) - {Stage.PAID}


def test_years_that_make_up_for_each_other_are_found_both(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    put(
        database,
        entry(900, 11, Stage.AGREED, party=JOINT),
        entry(901, 13, Stage.AGREED, party=JOINT, year=2041),
        stamp=stamp(FINANCE),
    )
    with database.read() as reader:
        faults = SUMS.hold(Shifted(reader.connection)).faults
    assert {_place(fault) for fault in faults} == {
        (PROJECT, year, stage)
        for year in ("2040", "2041")
        for stage in (Stage.APPLIED, Stage.PROMISED, Stage.AGREED)
    }


def _place(fault: Message) -> tuple[object, object, object]:
    return fault.facts["proposal"], fault.facts["year"], fault.facts["stage"]


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
