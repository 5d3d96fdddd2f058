"""Who shares a joint contribution is said by finance staff, and never overwritten unseen."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import NoInhabitants, NotShared, Sharing
from portfolio.money import total
from portfolio.parties import JOINT
from portfolio.people import Forbidden, Stamp
from portfolio.reports.checking import check
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale
from tests.databases import of
from tests.funding.equal_parts import EqualParts

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


def test_a_key_of_another_kind_is_kept_shared_by_and_told_of_on_every_database(
    example: Database, equal_parts: EqualParts
) -> None:
    """The day is one of which no population is known, since the rule counts nobody."""
    with example.read() as reader:
        (before,) = reader.all(Sharing, proposal=PROJECT)
    other = before.model_copy(update={"rule": equal_parts, "on": date(1999, 1, 1)})
    kept = share_by(example, other, stamp=of(example, FINANCE))
    with example.read() as reader:
        (stored,) = reader.all(Sharing, proposal=PROJECT)
        answer = funded_project(reader, PROJECT)
        assert [each.name.text for each in check(reader) if not each.holds] == []
    assert stored == kept
    assert stored.rule == equal_parts
    assert total(part.promised for part in answer.parts) == total(each.promised for each in answer.joint)
    promised = [part.promised.ore for part in answer.parts]
    assert max(promised) - min(promised) <= len({each.place.year for each in answer.joint})
    assert {part.inhabitants for part in answer.parts} == {None}


def key(project: str, *members: str) -> Sharing:
    """Return a key as somebody sends it who has seen none before."""
    return Sharing(
        id=f"fordeling:{project}",
        proposal=project,
        on=date(2026, 1, 1),
        members=members or ("kommune:0301",),
        revision=0,
    )
