"""Something that must always hold, and each place where it does not."""

from collections.abc import Iterator

from portfolio.messages import Message
from portfolio.reports.invariants import Invariant, Rule
from portfolio.store.database import Database

HERE, THERE = Message("{id}: {amount}", {"id": "here"}), Message("{id}: {amount}", {"id": "there"})


def test_a_rule_tells_every_place_where_it_does_not_hold(empty_database: Database) -> None:
    with empty_database.read() as reader:
        found = Rule("No cost is below zero", lambda _: iter((HERE, THERE))).hold(reader)
    assert found == Invariant(Message("No cost is below zero"), (HERE, THERE))
    assert not found.holds


def test_a_rule_that_finds_nothing_holds(empty_database: Database) -> None:
    with empty_database.read() as reader:
        assert Rule("No cost is below zero", lambda _: iter(())).hold(reader).holds


def test_a_rule_that_cannot_read_says_so_beside_what_it_found_and_not_what_it_read(
    empty_database: Database,
) -> None:
    def stopped(_: object) -> Iterator[Message]:
        yield HERE
        raise ValueError("hemmelig")

    with empty_database.read() as reader:
        found = Rule("No cost is below zero", stopped).hold(reader)
    first, last = found.faults
    assert first == HERE
    assert last.facts == {"kind": "ValueError"}
    assert "hemmelig" not in last.in_english()
