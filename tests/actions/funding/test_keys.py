"""Who shares a joint contribution is said by finance staff, and never overwritten unseen."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import NoInhabitants, NotShared, Sharing
from portfolio.parties import JOINT
from portfolio.people import Forbidden, Stamp
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale

FINANCE, OTHER, SECRETARIAT = "person:geir-mosengtun", "person:wenche-rabbenes", "person:ingrid-solbakken"
PROJECT, UNSHARED = "prosjekt:2026-001", "prosjekt:2026-024"
Stamped = Callable[[str], Stamp]


def test_a_key_that_two_make_at_once_is_not_overwritten(database: Database, stamp: Stamped) -> None:
    share_by(database, key(UNSHARED), stamp=stamp(FINANCE))
    with pytest.raises(Stale):
        share_by(database, key(UNSHARED, "kommune:4601"), stamp=stamp(OTHER))
    with database.read() as reader:
        (kept,) = reader.all(Sharing, proposal=UNSHARED)
    assert (kept.members, kept.revision) == (("kommune:0301",), 1)


def test_a_key_that_was_seen_is_changed_whatever_id_it_has(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        (before,) = reader.all(Sharing, proposal=PROJECT)
    changed = key(PROJECT).model_copy(update={"revision": before.revision})
    assert share_by(database, changed, stamp=stamp(FINANCE)).id == before.id


@pytest.mark.parametrize("member", ["ks", "fylke:11", JOINT, "kommune:9999"])
def test_only_municipalities_share(database: Database, stamp: Stamped, member: str) -> None:
    with pytest.raises(NotShared) as refused:
        share_by(database, key(UNSHARED, member), stamp=stamp(FINANCE))
    assert refused.value.about == "members"


def test_a_day_without_population_is_refused(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NoInhabitants) as refused:
        share_by(database, key(UNSHARED).model_copy(update={"on": date(1999, 1, 1)}), stamp=stamp(FINANCE))
    assert refused.value.about == "on"


def test_a_key_is_for_a_project_that_is_there(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Missing):
        share_by(database, key("prosjekt:ukjent"), stamp=stamp(FINANCE))


def test_only_finance_says_who_shares(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        share_by(database, key(UNSHARED), stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert reader.all(Sharing, proposal=UNSHARED) == ()


def test_a_change_of_a_key_leaves_a_trace(database: Database, stamp: Stamped) -> None:
    share_by(database, key(UNSHARED), stamp=stamp(FINANCE))
    with database.read() as reader:
        (trace,) = reader.traces(most=1)
    assert (trace.action, trace.subject) == ("share_by", UNSHARED)


def key(project: str, *members: str) -> Sharing:
    """Return a key as somebody sends it who has seen none before."""
    return Sharing(
        id=f"fordeling:{project}",
        proposal=project,
        on=date(2026, 1, 1),
        members=members or ("kommune:0301",),
        revision=0,
    )
