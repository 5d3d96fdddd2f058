"""What a key would come to is told before it is kept: what is paid stays, and the rest is shared anew to the øre."""

from dataclasses import replace
from datetime import date

import pytest

from portfolio.actions.funding.keys import share_by
from portfolio.funding.divisions import AlreadyPaid
from portfolio.funding.keys import NoInhabitants, Sharing
from portfolio.money import NOTHING, Money, total
from portfolio.reports.funding.preview import NewShare, Preview, preview
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.sealed import seen

FINANCE, PROJECT, UNSHARED = "person:geir-mosengtun", "prosjekt:2026-001", "prosjekt:2026-024"
OSLO, BERGEN = "kommune:0301", "kommune:4601"


@pytest.fixture
def later(database: Database) -> Sharing:
    """A key by which Oslo and Bergen would share what forty share now."""
    with database.read() as reader:
        (first,) = reader.all(Sharing, proposal=PROJECT)
    return first.model_copy(update={"applies_from": date(2026, 11, 1), "members": (OSLO, BERGEN)})


def asked(database: Database, sharing: Sharing) -> Preview:
    with database.read() as reader:
        return preview(reader, sharing)


def test_what_is_paid_stays_and_what_is_not_is_shared_anew_to_the_ore(
    database: Database, later: Sharing
) -> None:
    shown = asked(database, later)
    with database.read() as reader:
        parts = {each.party.id: each for each in funded_project(reader, PROJECT).parts}
    assert {row.party.id: row.paid for row in shown.rows if row.paid} == {
        party: part.paid for party, part in parts.items() if part.paid
    }
    assert shown.now == shown.then == total(part.applied - part.paid for part in parts.values())
    assert {row.party.id for row in shown.rows if row.then} == {OSLO, BERGEN}
    assert total(row.change for row in shown.rows) == NOTHING


def test_what_is_shown_is_what_comes_of_it(database: Database, later: Sharing) -> None:
    shown = asked(database, later)
    share_by(database, later, seen=shown.seen, reason="x", stamp=of(database, FINANCE))
    with database.read() as reader:
        parts = funded_project(reader, PROJECT).parts
    assert {row.party.id: (row.paid, row.then) for row in shown.rows} == {
        part.party.id: (part.paid, part.applied - part.paid) for part in parts
    }


def test_the_years_whose_plans_a_key_would_share_are_told_and_it_moves_no_other(
    database: Database, later: Sharing
) -> None:
    shown = asked(database, later)
    assert shown.years[0] == 2026
    share_by(database, later, seen=shown.seen, reason="x", stamp=of(database, FINANCE))
    between = asked(database, later.model_copy(update={"applies_from": date(2026, 7, 1), "members": (OSLO,)}))
    assert between.years == ()
    assert all(row.change == NOTHING for row in between.rows)


def test_a_key_of_next_year_moves_no_plan_of_this(database: Database, later: Sharing) -> None:
    ahead = later.model_copy(update={"applies_from": date(2027, 1, 1)})
    shown = asked(database, ahead)
    assert shown.years == asked(database, later).years[1:]
    share_by(database, ahead, seen=shown.seen, reason="x", stamp=of(database, FINANCE))
    with database.read() as reader:
        this = funded_project(reader, PROJECT, year=2026).parts
    assert len([part for part in this if part.applied]) == 40


def test_the_seal_is_on_what_it_rests_on(database: Database, later: Sharing) -> None:
    assert asked(database, later).seen == seen(database, PROJECT)


def test_of_a_project_that_gives_nothing_together_nobody_has_a_share(database: Database) -> None:
    key = Sharing(id="x", proposal=UNSHARED, on=date(2026, 1, 1), members=(OSLO,))
    shown = asked(database, key)
    assert (shown.years, shown.rows, shown.paid) == ((), (), NOTHING)


def test_what_cannot_be_is_refused_before_it_is_shown(database: Database, later: Sharing) -> None:
    with pytest.raises(AlreadyPaid):
        asked(database, later.model_copy(update={"applies_from": date(2026, 6, 17)}))
    with pytest.raises(NoInhabitants):
        asked(database, later.model_copy(update={"on": date(1999, 1, 1)}))


def test_a_party_is_found_by_its_number_name_or_county(database: Database, later: Sharing) -> None:
    shown = asked(database, later)
    assert [row.party.name for row in shown.found("bergen")] == ["Bergen"]
    assert shown.found("finnes ikke") == ()


def test_the_change_is_what_is_carried_more(database: Database, later: Sharing) -> None:
    row: NewShare = replace(asked(database, later).rows[0], now=Money(5), then=Money(3))
    assert row.change == Money(-2)
