"""A cost that would be lowered below what is paid of it is known before it is saved, whoever asks."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.lookups.paid import BelowPaid, Undercut, let_undercut, undercut, undercut_of
from portfolio.money import Money
from portfolio.objections import Objection, Objections
from portfolio.people import Stamp
from portfolio.proposals.costs import CostLine
from portfolio.store.database import Database
from tests.databases import put

FINANCE, PROJECT, UNPAID = "person:geir-mosengtun", "prosjekt:2026-001", "prosjekt:2026-018"


def paid(database: Database, project: str = PROJECT, year: int = 2026) -> Money:
    with database.read() as reader:
        entries = reader.all(Entry, proposal=project, stage=Stage.PAID, year=year)
    return Money(sum(each.amount.ore for each in entries))


def costs(database: Database, project: str = PROJECT) -> dict[int, Money]:
    with database.read() as reader:
        return {each.year: each.amount for each in reader.all(CostLine, proposal=project)}


def asked(
    database: Database, lowered: dict[int, Money], project: str = PROJECT
) -> list[tuple[int, Money, Money]]:
    with database.read() as reader:
        found = undercut_of(reader, project, tuple(lowered.items()))
    return [(each.year, each.paid, each.cost) for each in found]


def test_a_cost_that_is_emptied_or_lowered_below_what_is_paid_is_told_with_both(database: Database) -> None:
    stands, there = costs(database), paid(database)
    assert Money(0) < there < stands[2026]
    just_below = there - Money(1)
    assert asked(database, stands | {2026: just_below}) == [(2026, there, just_below)]
    assert asked(database, {year: cost for year, cost in stands.items() if year != 2026}) == [
        (2026, there, Money(0))
    ]


def test_what_is_not_lowered_below_what_is_paid_is_not_asked_about(database: Database) -> None:
    stands = costs(database)
    assert asked(database, stands) == []
    assert asked(database, stands | {2026: paid(database)}) == []
    assert asked(database, {}, project=UNPAID) == [
        (year, amount, Money(0))
        for year in sorted(costs(database, UNPAID))
        if (amount := paid(database, UNPAID, year))
    ]


def test_a_cost_that_is_below_already_may_be_raised_and_not_lowered(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.write(stamp(FINANCE)) as writer:
        (line,) = writer.all(CostLine, proposal=PROJECT, year=2026)
        writer.revise(line.model_copy(update={"amount": Money(500)}))
        writer.trace("try", PROJECT)
    stands = costs(database)
    assert asked(database, stands) == asked(database, stands | {2026: Money(501)}) == []
    assert [year for year, *_ in asked(database, stands | {2026: Money(499)})] == [2026]


def test_what_is_paid_and_taken_back_no_longer_counts(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    before = paid(database)
    with database.read() as reader:
        own = reader.all(Entry, proposal=PROJECT, stage=Stage.PAID, year=2026)
    back = (
        each.model_copy(update={"id": f"bidrag:x.{number}", "amount": -each.amount, "corrects": each.id})
        for number, each in enumerate(own)
    )
    put(database, *back, stamp=stamp(FINANCE))
    assert (before > Money(0), paid(database), asked(database, {})) == (True, Money(0), [])


def test_what_comes_in_at_the_same_time_counts_too(database: Database) -> None:
    coming = Entry(
        id="bidrag:x.1", proposal=UNPAID, party="ks", year=2027, stage=Stage.PAID, amount=Money(9), on=date(2026, 11, 1)
    )  # fmt: skip
    agreed = coming.model_copy(update={"stage": Stage.AGREED})
    with database.read() as reader:
        assert undercut(reader, {(UNPAID, 2027): Money(8)}, coming=[agreed]) == ()
        (found,) = undercut(reader, {(UNPAID, 2027): Money(8)}, coming=[coming])
    assert (found.reference, found.paid, found.cost) == ("2026-018", Money(9), Money(8))


def test_it_is_let_with_a_reason_and_else_refused_by_each_year() -> None:
    one = Undercut(PROJECT, "2026-001", 2026, paid=Money(1204), cost=Money(0))
    two = Undercut(PROJECT, "2026-001", 2027, paid=Money(5), cost=Money(4))
    let_undercut([one, two], reason="Utgiften er ført på et annet prosjekt.")
    let_undercut([], reason="")
    with pytest.raises(BelowPaid) as refused:
        let_undercut([one], reason="\u2800")
    assert refused.value.about == "cost.2026"
    with pytest.raises(Objections) as both:
        let_undercut([one, two], reason="")
    assert [each.about for each in both.value.listed] == ["cost.2026", "cost.2027"]
    assert isinstance(both.value, Objection) or both.value.listed
    assert one.told.facts == {"paid": Money(1204), "year": "2026", "cost": Money(0)}
