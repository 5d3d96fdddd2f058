"""Each rule of what is paid finds what is put in behind the app's back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from portfolio.actions.funding.keys import share_by
from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.parties import JOINT
from portfolio.people import Stamp
from portfolio.reports import holding
from portfolio.reports.checking import check
from portfolio.reports.funding.divided import RULES
from portfolio.store.columns import Counts
from portfolio.store.database import Database
from tests.databases import Place, of, put
from tests.funding.sealed import seen

FINANCE, PROJECT, PAYMENT = "person:geir-mosengtun", "prosjekt:2026-001", "post:0564"
UNDIVIDED, OTHERWISE, OUT_OF_FORCE, MORE = RULES
ROWS = holding.RULES[0].name
BERGEN, BODØ = "kommune:4601", "kommune:1804"
Facts = list[Mapping[str, Any]]


def found(database: Database, rule: Any) -> Facts:
    with database.read() as reader:
        return [fault.facts for fault in rule.find(reader)]


def unkept(database: Database) -> set[str]:
    with database.read() as reader:
        return {each.name.text for each in check(reader) if not each.holds}


def divided(database: Database) -> Division:
    with database.read() as reader:
        return reader.get(Division, PAYMENT)


def falsify(database: Database, place: Place, parts: Mapping[str, int]) -> None:
    """Write other parts of a payment, behind the app's back."""
    whole = {**divided(database).parts, **parts}
    written = Counts().process_bind_param(whole, None)  # type: ignore[arg-type]
    with place.behind(database.url) as connection:
        connection.execute(
            text("UPDATE divisions SET parts = :parts WHERE id = :id"), {"parts": written, "id": PAYMENT}
        )


def test_all_of_them_hold_of_the_example(database: Database) -> None:
    with database.read() as reader:
        assert [rule.name for rule in RULES if not rule.hold(reader).holds] == []


def test_a_payment_whose_division_is_gone_is_found(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("DELETE FROM divisions WHERE id = :id"), {"id": PAYMENT})
    assert found(example, UNDIVIDED) == [{"payment": PAYMENT, "amount": Money(3_237_600_00)}]
    assert unkept(example) == {ROWS, UNDIVIDED.name}


def test_a_payment_that_was_entered_without_being_divided_is_found(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    entry = Entry(
        id=f"bidrag:{PROJECT}.900", proposal=PROJECT, party=JOINT, year=2026,
        stage=Stage.PAID, amount=Money(7), on=date(2026, 11, 1),
    )  # fmt: skip
    put(database, entry, stamp=stamp(FINANCE))
    assert [each["payment"] for each in found(database, UNDIVIDED)] == [entry.id]


def test_parts_that_do_not_sum_to_the_payment_are_found(example: Database, place: Place) -> None:
    before = divided(example)
    falsify(example, place, {BERGEN: before.parts[BERGEN] + 1})
    assert found(example, UNDIVIDED) == [
        {"payment": PAYMENT, "parts": before.amount + Money(1), "amount": before.amount}
    ]
    assert {ROWS, UNDIVIDED.name, OTHERWISE.name} <= unkept(example)


@pytest.mark.parametrize(("column", "value"), [("year", 2027), ("corrects", "post:0001")])
def test_a_payment_that_is_divided_in_another_place_is_found(
    example: Database, place: Place, column: str, value: object
) -> None:
    with place.behind(example.url) as connection:
        connection.execute(
            text(f"UPDATE divisions SET {column} = :value WHERE id = :id"), {"value": value, "id": PAYMENT}
        )
    assert found(example, UNDIVIDED) == [{"payment": PAYMENT}]


def test_a_division_of_what_is_no_joint_payment_is_found(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    put(database, divided(database).model_copy(update={"id": "post:0001"}), stamp=stamp(FINANCE))
    assert found(database, UNDIVIDED) == [{"payment": "post:0001"}]


def test_an_ore_that_is_moved_from_one_to_another_is_found(example: Database, place: Place) -> None:
    """The sum holds, and so only what the key gave can tell."""
    before = divided(example).parts
    falsify(example, place, {BERGEN: before[BERGEN] - 1, BODØ: before[BODØ] + 1})
    assert [each["payment"] for each in found(example, OTHERWISE)] == [PAYMENT]
    assert unkept(example) == {ROWS, OTHERWISE.name}


def test_a_key_in_a_version_that_never_was_is_found(example: Database, place: Place) -> None:
    with place.behind(example.url) as connection:
        connection.execute(text("UPDATE divisions SET key_revision = 9 WHERE id = :id"), {"id": PAYMENT})
    assert [each["version"] for each in found(example, OTHERWISE)] == [9]


def test_a_correction_that_takes_back_otherwise_is_found(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    before = divided(database)
    back = Entry(
        id=f"bidrag:{PROJECT}.901", proposal=PROJECT, party=JOINT, year=2026, stage=Stage.PAID,
        amount=-before.amount, on=date(2026, 11, 1), corrects=PAYMENT,
    )  # fmt: skip
    parts = {party: -ore for party, ore in before.parts.items()}
    parts |= {BERGEN: parts[BERGEN] + 1, BODØ: parts[BODØ] - 1}
    changed = {"id": back.id, "on": back.on, "corrects": PAYMENT, "parts": parts, "before": before.amount}
    put(database, back, before.model_copy(update=changed), stamp=stamp(FINANCE))
    assert [each["payment"] for each in found(database, OTHERWISE)] == [back.id]


def test_a_key_that_is_dated_back_to_before_a_payment_is_found(example: Database, place: Place) -> None:
    with example.read() as reader:
        (first,) = reader.all(Sharing, proposal=PROJECT)
    later = first.model_copy(update={"applies_from": date(2026, 7, 1), "members": (BERGEN,)})
    share_by(example, later, seen=seen(example, PROJECT), reason="x", stamp=of(example, FINANCE))
    assert found(example, OUT_OF_FORCE) == []
    with place.behind(example.url) as connection:
        connection.execute(
            text("UPDATE sharings SET applies_from = '2026-06-17' WHERE revision = 1 AND id LIKE '%07-01'")
        )
    (fault,) = found(example, OUT_OF_FORCE)
    assert (fault["payment"], fault["key"], fault["other"]) == (
        PAYMENT,
        first.id,
        f"fordeling:{PROJECT}.2026-07-01",
    )
    assert unkept(example) == {ROWS, OUT_OF_FORCE.name}


def test_a_key_that_is_changed_after_it_has_divided_a_payment_is_found(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    """Even by the store itself, with a trace: what is paid has not moved, and all else of the check holds."""
    with database.write(stamp(FINANCE)) as writer:
        (key,) = writer.all(Sharing, proposal=PROJECT)
        writer.revise(key.model_copy(update={"members": (BERGEN,)}))
        writer.trace("try", PROJECT)
    assert [each["payment"] for each in found(database, OUT_OF_FORCE)] == [PAYMENT]
    assert unkept(database) == {OUT_OF_FORCE.name}


def test_somebody_who_has_paid_more_than_is_agreed_is_found_with_where_and_how_much(
    example: Database, place: Place
) -> None:
    before = divided(example).parts
    falsify(example, place, {BERGEN: -5, BODØ: before[BODØ] + before[BERGEN] + 5})
    faults = found(example, MORE)
    assert {(each["proposal"], each["year"], each["party"]) for each in faults} == {(PROJECT, "2026", BERGEN)}
    assert {each["more"] for each in faults} >= {Money(-5)}
