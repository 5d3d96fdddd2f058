"""A period with two readings that both hold is found, also when it was put in behind the app's back."""

from collections.abc import Callable

import pytest

from portfolio.people import Stamp
from portfolio.realising.readings import Reading
from portfolio.reports.checking import check
from portfolio.reports.invariants import Invariant
from portfolio.reports.realising.invariants import RULES
from portfolio.store.database import Database
from tests.databases import put
from tests.reports.realising.reported import DRIVING, OWNER, told

(RULE,) = RULES


def held(database: Database) -> Invariant:
    """Hold the rule against what is stored."""
    with database.read() as look:
        return RULE.hold(look)


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
    assert [each.name.text for each in broken] == [RULE.name]
