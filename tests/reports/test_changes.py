"""What is new since a round took a proposal in is told field by field, by whom and when."""

from datetime import date

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.rounds import advance
from portfolio.lookups.basis import bases, in_round
from portfolio.money import Money
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.reports.changes import (
    Changed,
    changed,
    judged_among,
    judged_in,
    since,
    since_begun,
    since_marked,
    since_read,
)
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.rounds import CLOSED, OPEN, SECOND, SECRETARIAT, TOLK, Stamped, of, rewritten

DECIDED = "prosjekt:2026-001"


def told(found: Changed | None) -> list[tuple[str, object, object]]:
    assert found
    return [(each.label.in_english(), each.was, each.now) for each in found.differences]


def test_words_and_cost_are_told_from_what_to_what_by_whom_and_when(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        held = in_round(reader, of(database), TOLK)
        assert since(reader, held) is None
        before = next((line.amount for line in held.costs if line.year == 2026), Money(0))
    rewritten(database, stamp, cost=7)
    with database.read() as reader:
        found = since(reader, in_round(reader, of(database), TOLK))
        assert changed(reader, OPEN, of(database).proposals) == {TOLK: found}
    assert found
    assert (found.by, found.at) == ("Ingrid Solbakken", NOW)
    assert told(found) == [("Title", "Tolk i tide", "Et annet"), ("Cost in 2026", before, Money(700))]


def test_where_it_stands_and_what_is_saved_with_nothing_new_is_no_change(
    database: Database, stamp: Stamped
) -> None:
    rewritten(database, stamp, title="Tolk i tide", phase=Phase.STOPPED)
    with database.read() as reader:
        assert since(reader, in_round(reader, of(database), TOLK)) is None
        assert changed(reader, OPEN, [TOLK]) == {}
        assert changed(reader, OPEN, []) == {}


def test_what_is_new_since_a_member_marked_it_is_what_the_round_took_in(
    database: Database, stamp: Stamped
) -> None:
    rewritten(database, stamp, cost=7)
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    rewritten(database, stamp, title="Et tredje")
    with database.read() as reader:
        held = in_round(reader, of(database), TOLK)
        marked = since_marked(reader, held, upon=2)
        assert told(marked)[0] == ("Title", "Tolk i tide", "Et annet")
        assert told(marked)[1][2] == Money(700)
        assert told(since(reader, held)) == [("Title", "Et annet", "Et tredje")]


def test_the_rounds_that_hold_a_version_are_told_with_its_day_but_not_those_that_are_prepared(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        (one,) = judged_in(reader, DECIDED)
        assert (one.round.id, one.version_of) == (CLOSED, date(2026, 11, 23))
        assert judged_among(reader, ["2026-001", "2026-016", "2026-002", "9"]) == {
            "Høsten 2026": ("2026-016",),
            "Våren 2026": ("2026-001", "2026-002"),
        }
    seen = of(database).revision
    advance(database, OPEN, to=RoundPhase.PREPARING, seen=seen, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert judged_in(reader, TOLK) == ()
        assert judged_among(reader, ["2026-016"]) == {}


def test_what_a_round_has_taken_in_since_it_was_read_is_told_from_what_it_held_then(
    database: Database, stamp: Stamped
) -> None:
    rewritten(database, stamp)
    rewritten(database, stamp, SECOND, title="Noe nytt")
    take_in(database, OPEN, SECOND, seen=1, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        read = max(each.seq for each in bases(reader, of(database)).values())
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        found = since_read(reader, OPEN, seen=read)
        assert since_read(reader, OPEN, seen=reader.head().seq) == {}
    assert list(found) == [TOLK]
    assert told(found[TOLK]) == [("Title", "Tolk i tide", "Et annet")]


def test_whoever_began_before_another_version_was_taken_in_is_told_what_is_new(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        assert since_begun(reader, OPEN, TOLK, began=1) is None
    rewritten(database, stamp)
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert told(since_begun(reader, OPEN, TOLK, began=1)) == [("Title", "Tolk i tide", "Et annet")]
        assert since_begun(reader, OPEN, TOLK, began=2) is None
        assert since_begun(reader, OPEN, TOLK, began=9) is None
