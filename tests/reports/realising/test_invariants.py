"""Each thing that must hold of benefits holds of what the app does, and is found broken behind the app's back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import create_engine, text

from portfolio.actions.realising.benefits import add_benefit
from portfolio.actions.realising.releases import release
from portfolio.people import Stamp
from portfolio.realising.benefits import Baseline, Benefit, Rhythm
from portfolio.realising.readings import Reading
from portfolio.realising.releases import release_of
from portfolio.reports.checking import check
from portfolio.reports.invariants import Invariant, Rule
from portfolio.reports.realising.invariants import RULES
from portfolio.store.database import Database
from tests.databases import put
from tests.reports.realising.reported import DRIVING, OCTOBER, OWNER, SECRETARIAT, TODAY, changed, told

ONE, AFTER, EXPLAINED, OWED = RULES
CASES = "gevinst:2026-001-1"


def held(database: Database, rule: Rule = ONE) -> Invariant:
    """Hold a rule against what is stored."""
    with database.read() as look:
        return rule.hold(look)


def faults(database: Database, rule: Rule) -> list[str]:
    """Return what a rule says is wrong."""
    return [each.in_english() for each in held(database, rule).faults]


def test_it_holds_of_the_example_and_of_what_the_app_corrects(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    assert held(database).holds
    first = told(database, stamp(OWNER), "4.6")
    told(database, stamp(OWNER), "4.5", corrects=first)
    assert held(database).holds


@pytest.mark.parametrize("benefits", [1, 2])
def test_each_benefit_with_a_period_told_twice_is_named(
    database: Database, stamp: Callable[[str], Stamp], benefits: int
) -> None:
    with database.read() as look:
        newest = {each.benefit: each for each in look.all(Reading) if not each.corrects}
    chosen = [newest[DRIVING], *(each for id, each in newest.items() if id != DRIVING)][:benefits]
    copies = [each.model_copy(update={"id": f"{each.id}.igjen"}) for each in chosen]
    put(database, *copies, stamp=stamp(OWNER))
    assert {fault.facts["id"] for fault in held(database).faults} == {each.benefit for each in chosen}


def test_the_check_of_all_that_is_stored_asks_it(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        one = look.all(Reading, benefit=DRIVING)[0]
    put(database, one.model_copy(update={"id": "måling:igjen", "corrects": None}), stamp=stamp(OWNER))
    with database.read() as look:
        broken = [each for each in check(look) if not each.holds]
    assert [each.name.text for each in broken] == [ONE.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_holds_of_the_example_and_of_a_plan_that_was_changed_as_the_app_does(
    database: Database, stamp: Callable[[str], Stamp], rule: Rule
) -> None:
    assert faults(database, rule) == []
    changed(database, stamp(SECRETARIAT), rhythm=Rhythm.YEARLY, reported_from=date(2027, 1, 1))
    changed(database, stamp(SECRETARIAT), title="Ny")
    changed(database, stamp(OWNER), reason="", source="Ny")
    told(database, stamp(OWNER), "4.6")
    release(
        database, CASES, periods=[OCTOBER], reason="Systemet var nede", on=TODAY, stamp=stamp(SECRETARIAT)
    )
    assert faults(database, rule) == []


def test_a_reading_from_before_the_baseline_shows_and_not_one_that_came_before_the_baseline_was_moved(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
        last = look.all(Reading, benefit=DRIVING)[-1]
    baseline = Baseline(value=Decimal(60), on=date(2026, 10, 1), method="", source="")
    _behind(database, benefit.model_copy(update={"baseline": baseline}), stamp(OWNER))
    assert faults(database, AFTER) == []
    later = last.model_copy(update={"id": "måling:sent", "first": OCTOBER.first, "until": OCTOBER.until})
    early = last.model_copy(
        update={"id": "måling:tidlig", "first": date(2024, 3, 1), "until": date(2024, 3, 31)}
    )
    put(
        database, *(each.model_copy(update={"corrects": None}) for each in (later, early)), stamp=stamp(OWNER)
    )
    assert len(faults(database, AFTER)) == 1
    assert "ends before the baseline" in faults(database, AFTER)[0]


@pytest.mark.parametrize("what", [{"rhythm": Rhythm.YEARLY}, {"owner": SECRETARIAT}, {"title": "Ny"}])
def test_a_change_without_a_reason_shows(
    database: Database, stamp: Callable[[str], Stamp], what: dict[str, object]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    _behind(database, benefit.model_copy(update={"source": "Ny"}), stamp(OWNER))
    assert faults(database, EXPLAINED) == []
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    _behind(database, benefit.model_copy(update=what), stamp(OWNER))
    (said,) = faults(database, EXPLAINED)
    assert DRIVING in said


def test_a_change_without_a_reason_of_what_is_owed_and_never_reported_shows(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    for day, wrong in ((date(2026, 11, 1), 0), (date(2026, 10, 1), 1)):
        plan = benefit.model_copy(update={"reported_from": day})
        added = add_benefit(database, plan, stamp=stamp(SECRETARIAT))
        _behind(database, added.model_copy(update={"baseline": None}), stamp(OWNER))
        assert len(faults(database, EXPLAINED)) == wrong


def test_a_release_without_a_reason_shows(database: Database, stamp: Callable[[str], Stamp]) -> None:
    put(database, release_of(DRIVING, OCTOBER), stamp=stamp(OWNER))
    said = faults(database, OWED)
    assert len(said) == 2
    assert "is let off" in said[0]
    assert "it is shown nowhere" in said[1]


def test_what_is_let_off_still_though_it_is_reported_shows(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    release(database, DRIVING, periods=[OCTOBER], reason="x", on=TODAY, stamp=stamp(SECRETARIAT))
    told(database, stamp(OWNER), "4.6")
    assert faults(database, OWED) == []
    put(database, release_of(DRIVING, OCTOBER), stamp=stamp(OWNER), reason="x")
    (said,) = faults(database, OWED)
    assert said.startswith(f"Benefit {DRIVING} is let off")
    assert "and it is reported" in said


def test_a_benefit_that_hides_that_its_plan_was_changed_shows(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    changed(database, stamp(SECRETARIAT), rhythm=Rhythm.YEARLY)
    assert faults(database, OWED) == []
    engine = create_engine(database.url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE benefits SET revision = 1 WHERE id = :id"), {"id": DRIVING})
    engine.dispose()
    (said,) = faults(database, OWED)
    assert said.startswith(f"Benefit {DRIVING} owes")


def _behind(database: Database, benefit: Benefit, stamp: Stamp) -> None:
    """Change a benefit as no action does: without asking anybody, and without saying why."""
    with database.write(stamp) as writer:
        writer.revise(benefit)
        writer.trace("keep_benefit", benefit.id)
