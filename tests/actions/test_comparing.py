"""What a workbook says held against what is stored: what does not fit, and the ledger lines it comes to."""

from collections.abc import Callable

import pytest

from portfolio.actions.comparing import DoesNotFit
from portfolio.actions.funding.contributions import advance_amount, correct
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.parties import PartyKind
from portfolio.people import Stamp
from portfolio.proposals.intake import ContributionIn, PartyIn, ProposalIn
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from tests.actions.uploads import (
    FINANCE,
    FRESH,
    ON,
    SECRETARIAT,
    STORED,
    brought_in,
    cost,
    costs_of,
    faults,
    gives,
    planned,
    proposal,
    reached,
    upload,
)

Stamped = Callable[[str], Stamp]


def test_less_than_what_is_stored_is_refused_with_what_is_stored(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 200)))
    (fault,) = faults(database, gives(300, 150))
    assert fault.about == "Bidrag!A6"
    assert fault.message.facts == {"stage": Stage.PROMISED, "stored": Money(200), "said": Money(150)}


def test_money_that_has_lapsed_does_not_go_onward(database: Database, stamp: Stamped) -> None:
    brought_in(database, upload(proposal(), gives(300)))
    place = Place(proposal_id(FRESH), "ks", 2027)
    advance_amount(
        database, place, Money(200), from_=Stage.APPLIED, to=Stage.LAPSED, on=ON, stamp=stamp(FINANCE)
    )
    (fault,) = faults(database, gives(300, 150))
    assert fault.message.facts == {"lapsed": Money(200)}
    assert faults(database, gives(300, 100)) == []
    brought_in(database, upload(gives(350, 150)))
    assert reached(database) == {("ks", 2027): (350, 150, 0, 0)}


@pytest.mark.parametrize(
    "row",
    [
        proposal(owner_party="kommune:9999"),
        proposal(owner_party="kommunene"),
        proposal(partners=("annet:finnes-ikke",)),
        proposal(goals=("finnes-ikke",)),
        gives(300, reference=STORED, party="annet:finnes-ikke"),
    ],
)
def test_a_row_that_names_what_is_not_there_is_refused(
    database: Database, row: ProposalIn | ContributionIn
) -> None:
    (fault,) = faults(database, row)
    assert "is not in the register" in str(fault)


@pytest.mark.parametrize("reference", ["2026 002", "2026.002"])
def test_a_reference_that_only_looks_like_another_is_refused(database: Database, reference: str) -> None:
    (fault,) = faults(database, proposal(reference))
    assert isinstance(fault, DoesNotFit)
    assert fault.message.facts == {"name": reference, "other": STORED}


def test_nothing_is_called_by_signs_only(database: Database) -> None:
    body = PartyIn(where="Parter!A6", id="annen:x", kind=PartyKind.OTHER, name="???")
    found = faults(database, proposal(".."), proposal("2027-901", title="!!"), body)
    assert [each.message.facts["name"] for each in found] == ["..", "!!", "???"]


def test_two_rows_for_the_same_proposal_or_body_are_refused(database: Database) -> None:
    body = PartyIn(where="Parter!A6", id="annen:si", kind=PartyKind.OTHER, name="Standard & Info")
    twice = [proposal(), proposal(), body, body.model_copy(update={"name": "Standard Info"})]
    assert len(faults(database, *twice)) == 2


def test_rows_about_a_proposal_nobody_knows_are_refused_each(database: Database) -> None:
    found = faults(database, cost("2030-1"), gives(5, reference="2030-2"))
    assert [each.about for each in found] == ["Kostnader!A6", "Bidrag!A6"]


def test_the_ledger_gets_whole_steps_that_can_be_corrected(database: Database, stamp: Stamped) -> None:
    brought_in(database, upload(proposal(), gives(300, 200, 100, 50)))
    with database.read() as reader:
        entries = reader.all(Entry, proposal=proposal_id(FRESH))
    for tied in {each.move for each in entries if each.move}:
        assert sum(each.amount.ore for each in entries if each.move == tied) == 0
    paid = next(each for each in entries if each.stage is Stage.PAID)
    correct(database, paid.id, note="Ikke betalt.", on=ON, stamp=stamp(FINANCE))
    assert reached(database) == {("ks", 2027): (300, 200, 100, 0)}


def test_a_later_file_takes_the_money_onward(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 100)))
    brought_in(database, upload(gives(400, 350, 350, 1)))
    assert reached(database) == {("ks", 2027): (400, 350, 350, 1)}


def test_a_proposal_whose_reference_has_changed_is_still_itself(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        stored, costs = reader.get(Proposal, proposal_id(STORED)), costs_of(database, STORED)
    renamed = stored.model_copy(update={"reference": "2027-100"})
    revise_proposal(database, renamed, costs=costs, stamp=stamp(SECRETARIAT))
    year, amount = next(iter(costs.items()))
    assert planned(database, upload(cost("2027-100", year, amount.ore))).empty
    assert [each.message.facts["other"] for each in faults(database, proposal(STORED))] == ["2027-100"]
