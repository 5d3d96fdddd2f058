"""A workbook brought in: seen first, whole or not at all, exact to the øre, and the second time without effect."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio.actions.comparing import DoesNotFit
from portfolio.actions.funding.contributions import contribute
from portfolio.actions.importing import Moved, bring_in
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.funding.ledger import Place
from portfolio.funding.stages import Stage
from portfolio.lookups.paid import BelowPaid
from portfolio.money import Money
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.people import Forbidden, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import PartyIn
from portfolio.proposals.proposal import Phase, Proposal, proposal_id
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.actions.uploads import (
    FINANCE,
    FRESH,
    ON,
    SECRETARIAT,
    STORED,
    brought_in,
    cost,
    costs_of,
    gives,
    head,
    planned,
    proposal,
    reached,
    upload,
)

RUNS = count()
Stamped = Callable[[str], Stamp]


def test_what_comes_in_is_what_the_file_says(database: Database) -> None:
    row = proposal(summary="Søk i alt.", goals=("bruker-1",), partners=("ks",), phase=Phase.PLAN, starts=2027)
    made = brought_in(database, upload(row, cost(), gives(300_01, 200, 100, 50)))
    with database.read() as reader:
        stored = reader.get(Proposal, proposal_id(FRESH))
        (line,) = reader.all(CostLine, proposal=stored.id)
    assert stored.model_dump(include=set(row.model_dump(exclude={"where"}))) == row.model_dump(
        exclude={"where"}
    )
    assert line.amount == Money(100_50)
    assert reached(database) == {("ks", 2027): (300_01, 200, 100, 50)}
    assert (made.new, made.changed) == ((FRESH,), ())
    assert (made.fresh[0].cost, made.fresh[0].applied) == (Money(100_50), Money(300_01))


def test_the_second_time_nothing_changes(database: Database) -> None:
    sent = upload(proposal(), cost(), gives(300, 200, 100, 50), proposal(STORED, title="Nytt navn"))
    assert not brought_in(database, sent).empty
    again = planned(database, sent)
    assert again.empty
    assert set(again.alike) == {FRESH, STORED}
    before = head(database)
    brought_in(database, sent)
    assert head(database) == before


def test_a_file_with_a_fault_brings_in_nothing(database: Database, stamp: Stamped) -> None:
    sent = upload(proposal(), cost("2030-1"))
    with pytest.raises(DoesNotFit):
        bring_in(database, sent, seen=planned(database, sent).digest, on=ON, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert reader.find(Proposal, proposal_id(FRESH)) is None


def test_a_new_body_comes_in_with_what_names_it(database: Database) -> None:
    body = PartyIn(where="Parter!A6", id="annen:standard", kind=PartyKind.OTHER, name="Standard")
    brought_in(database, upload(body, proposal(owner_party=body.id), gives(5, party=body.id)))
    with database.read() as reader:
        assert reader.get(Party, body.id).name == "Standard"
    assert planned(database, upload(body)).empty


def test_what_changed_after_the_look_must_be_looked_at_again(database: Database, stamp: Stamped) -> None:
    sent = upload(gives(300, reference=STORED, year=2035))
    seen = planned(database, sent).digest
    place = Place(proposal_id(STORED), "ks", 2035)
    contribute(database, place, Money(100), stage=Stage.APPLIED, on=ON, sure=True, stamp=stamp(FINANCE))
    with pytest.raises(Moved):
        bring_in(database, sent, seen=seen, on=ON, stamp=stamp(SECRETARIAT))
    assert reached(database, STORED)["ks", 2035] == (100, 0, 0, 0)


def test_somebody_changing_the_same_costs_meanwhile_is_told(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        opened = reader.get(Proposal, proposal_id(STORED))
    brought_in(database, upload(cost(STORED, 2035)))
    with pytest.raises(Stale):
        revise_proposal(database, opened, costs={}, stamp=stamp(SECRETARIAT))


def test_the_municipalities_together_may_come_in_before_their_key(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 200, party=JOINT)))
    with database.read() as reader:
        lines = [line for line in funding(reader).lines if line.proposal == proposal_id(FRESH)]
    assert [(line.party, line.promised) for line in lines] == [(JOINT, Money(200))]


def test_only_the_secretariat_brings_in(database: Database) -> None:
    with pytest.raises(Forbidden):
        brought_in(database, upload(proposal()), who=FINANCE)


amounts = st.lists(st.integers(0, 10**12), min_size=4, max_size=4).map(lambda ore: sorted(ore, reverse=True))
places = st.tuples(
    st.sampled_from([FRESH, "2027-901"]),
    st.sampled_from(["ks", "kommune:0301", JOINT]),
    st.integers(2026, 2029),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    costs=st.dictionaries(
        st.tuples(st.sampled_from([FRESH, "2027-901"]), st.integers(2026, 2029)), st.integers(0, 10**12)
    ),
    given_=st.dictionaries(places, amounts, max_size=8),
)
def test_any_file_comes_in_to_the_ore_and_only_once(database: Database, costs, given_) -> None:
    run = next(RUNS)
    ours = {FRESH: f"{FRESH}-{run}", "2027-901": f"2027-901-{run}"}
    sent = upload(
        *(proposal(each) for each in ours.values()),
        *(cost(ours[reference], year, ore) for (reference, year), ore in costs.items()),
        *(
            gives(*ore, reference=ours[reference], party=party, year=year)
            for (reference, party, year), ore in given_.items()
        ),
    )
    brought_in(database, sent)
    for reference, own in ours.items():
        assert costs_of(database, own) == {
            year: Money(ore) for (ref, year), ore in costs.items() if ref == reference
        }
        assert {place: ore for place, ore in reached(database, own).items() if any(ore)} == {
            (party, year): tuple(ore)
            for (ref, party, year), ore in given_.items()
            if ref == reference and any(ore)
        }
    assert planned(database, sent).empty


def test_a_cost_that_is_lowered_below_what_is_paid_is_asked_about_and_needs_a_reason(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    sent = upload(cost("2026-001", 2026, 7))
    made = planned(database, sent)
    assert [(each.reference, each.year, each.cost) for each in made.asks] == [("2026-001", 2026, Money(7))]
    who, before = stamp(SECRETARIAT), head(database)
    with pytest.raises(BelowPaid):
        bring_in(database, sent, seen=made.digest, on=ON, stamp=who)
    assert head(database) == before
    bring_in(database, sent, seen=made.digest, on=ON, reason="Ført på et annet prosjekt.", stamp=who)
    with database.read() as reader:
        assert reader.traces(most=1)[0].reason == "Ført på et annet prosjekt."
    assert costs_of(database, "2026-001")[2026] == Money(7)


def test_what_the_same_workbook_says_is_paid_is_held_against_its_cost(database: Database) -> None:
    lowered = upload(cost("2026-018", 2027, 5), gives(6, 6, 6, 6, reference="2026-018", party="fylke:11"))
    assert [(each.paid, each.cost) for each in planned(database, lowered).asks] == [(Money(6), Money(5))]
    enough = upload(cost("2026-018", 2027, 6), gives(6, 6, 6, 6, reference="2026-018", party="fylke:11"))
    assert planned(database, enough).asks == ()
