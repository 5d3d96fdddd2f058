"""Putting proposals forward and keeping them up to date: references are unique, costs never below zero."""

from collections.abc import Callable

import pytest

from portfolio.actions.proposals.proposals import Taken, propose, revise_proposal
from portfolio.actions.proposals.standing import CannotStand
from portfolio.lookups.paid import BelowPaid
from portfolio.money import Money
from portfolio.objections import Objections
from portfolio.people import Forbidden, Role, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from portfolio.store.writing import Stale

SECRETARIAT = "person:ingrid-solbakken"
Stamped = Callable[[str], Stamp]


def proposal(reference: str = "2027-900", **fields: object) -> Proposal:
    given = {"title": "Felles søk", "owner_party": "kommune:0301", **fields}
    return Proposal.model_validate({"id": proposal_id(reference), "reference": reference, **given})


def test_a_proposal_is_put_forward_with_its_costs(database: Database, stamp: Stamped) -> None:
    made = propose(database, proposal(), costs={2027: Money(99_50), 2028: Money(0)}, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert reader.get(Proposal, made.id) == made
        assert {line.year: line.amount for line in reader.all(CostLine, proposal=made.id)} == {
            2027: Money(99_50)
        }


def test_a_reference_cannot_become_one_that_looks_like_that_of_another(
    database: Database, stamp: Stamped
) -> None:
    made = propose(database, proposal(), costs={}, stamp=stamp(SECRETARIAT))
    alike = made.model_copy(update={"reference": "2026 001"})
    with pytest.raises(Taken):
        revise_proposal(database, alike, costs={}, stamp=stamp(SECRETARIAT))


@pytest.mark.parametrize("reference", ["2026-001", "2026 001"])
def test_a_reference_or_one_that_looks_like_it_is_taken_once(
    database: Database, stamp: Stamped, reference: str
) -> None:
    with pytest.raises(Taken) as refused:
        propose(database, proposal(reference), costs={}, stamp=stamp(SECRETARIAT))
    assert refused.value.about == "reference"


def test_a_reference_cannot_become_that_of_another(database: Database, stamp: Stamped) -> None:
    made = propose(database, proposal(), costs={}, stamp=stamp(SECRETARIAT))
    with pytest.raises(Taken):
        revise_proposal(
            database,
            made.model_copy(update={"reference": "2026-001"}),
            costs={},
            stamp=stamp(SECRETARIAT),
        )


def test_a_changed_reference_keeps_its_proposal_and_costs(database: Database, stamp: Stamped) -> None:
    made = propose(database, proposal(), costs={2027: Money(1)}, stamp=stamp(SECRETARIAT))
    renamed = revise_proposal(
        database,
        made.model_copy(update={"reference": "2027-901"}),
        costs={2027: Money(1)},
        stamp=stamp(SECRETARIAT),
    )
    assert renamed.id == made.id
    with pytest.raises(Taken):
        propose(database, proposal(), costs={}, stamp=stamp(SECRETARIAT))


def test_a_cost_that_is_emptied_becomes_zero_and_one_not_mentioned_too(
    database: Database, stamp: Stamped
) -> None:
    made = propose(database, proposal(), costs={2027: Money(5), 2028: Money(6)}, stamp=stamp(SECRETARIAT))
    revise_proposal(database, made, costs={2027: Money(7)}, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        lines = {line.year: line.amount.ore for line in reader.all(CostLine, proposal=made.id)}
    assert lines == {2027: 7, 2028: 0}


def test_all_that_is_wrong_is_said_at_once(database: Database, stamp: Stamped) -> None:
    wrong = proposal(starts=2029, ends=2028)
    with pytest.raises(Objections) as refused:
        propose(database, wrong, costs={2027: Money(-1), 2028: Money(-2)}, stamp=stamp(SECRETARIAT))
    assert [each.about for each in refused.value.listed] == ["ends", "cost.2027", "cost.2028"]
    assert all(isinstance(each, CannotStand) for each in refused.value.listed)


def test_a_change_of_costs_alone_also_guards_against_two_at_once(database: Database, stamp: Stamped) -> None:
    made = propose(database, proposal(), costs={2027: Money(5)}, stamp=stamp(SECRETARIAT))
    revise_proposal(database, made, costs={2027: Money(6)}, stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale):
        revise_proposal(database, made, costs={2027: Money(7)}, stamp=stamp(SECRETARIAT))


def test_an_owner_changes_their_own_and_nobody_elses(database: Database, stamp: Stamped) -> None:
    from portfolio.people import Person

    with database.read() as reader:
        owner = next(each for each in reader.all(Person) if each.roles == (Role.PROJECT_OWNER,))
        theirs = next(each for each in reader.all(Proposal) if each.owner_person == owner.id)
        others = next(each for each in reader.all(Proposal) if each.owner_person != owner.id)
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=theirs.id)}
    renamed = theirs.model_copy(update={"title": "Nytt navn"})
    assert revise_proposal(database, renamed, costs=costs, stamp=stamp(owner.id)).title == "Nytt navn"
    with pytest.raises(Forbidden):
        revise_proposal(database, others, costs={}, stamp=stamp(owner.id))
    with pytest.raises(Forbidden):
        revise_proposal(
            database,
            theirs.model_copy(update={"owner_person": SECRETARIAT, "revision": 2}),
            costs=costs,
            stamp=stamp(owner.id),
        )


def test_a_cost_that_is_emptied_though_it_is_paid_needs_a_reason_which_stands_with_the_trace(
    database: Database, stamp: Stamped
) -> None:
    """14.2 million were emptied without a word where 12.04 million were paid that year."""
    with database.read() as reader:
        stored = reader.get(Proposal, "prosjekt:2026-001")
        costs = {each.year: each.amount for each in reader.all(CostLine, proposal=stored.id)}
    emptied = costs | {2026: Money(0)}
    with pytest.raises(BelowPaid) as refused:
        revise_proposal(database, stored, costs=emptied, stamp=stamp(SECRETARIAT))
    assert refused.value.about == "cost.2026"
    with database.read() as reader:
        assert {each.year: each.amount for each in reader.all(CostLine, proposal=stored.id)} == costs
    revise_proposal(
        database, stored, costs=emptied, reason="Ført på et annet prosjekt.", stamp=stamp(SECRETARIAT)
    )
    with database.read() as reader:
        assert reader.traces(most=1)[0].reason == "Ført på et annet prosjekt."
        assert reader.all(CostLine, proposal=stored.id, year=2026)[0].amount == Money(0)
