"""The list of proposals: searched by every word, told apart by phase and owner, and turned page by page."""

import pytest

from portfolio.money import Money
from portfolio.people import Person, Role
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.reports.proposals.proposals import ProposalPage, proposals
from portfolio.store.database import Database


def asked(database: Database, **which: object) -> ProposalPage:
    with database.read() as reader:
        return proposals(reader, **which)  # type: ignore[arg-type]


def test_every_proposal_stands_once_in_order_of_reference(database: Database) -> None:
    with database.read() as reader:
        all_ = reader.all(Proposal)
    found = asked(database, size=1000)
    assert [row.reference for row in found.rows] == sorted(each.reference for each in all_)
    assert (found.count, found.pages) == (len(all_), 1)


@pytest.mark.parametrize("search", ["byggesak FELLES", "2026-001", "  felles   byggesak "])
def test_a_proposal_is_found_by_every_word_in_any_letter_case(database: Database, search: str) -> None:
    assert "prosjekt:2026-001" in {row.id for row in asked(database, search=search).rows}


def test_one_word_that_is_nowhere_finds_nothing(database: Database) -> None:
    found = asked(database, search="byggesak finnesikke")
    assert (found.rows, found.count, found.page, found.pages) == ((), 0, 1, 1)


def test_the_pages_hold_every_proposal_once_and_one_too_far_is_the_last(database: Database) -> None:
    first = asked(database, size=7)
    pages = [asked(database, size=7, page=number) for number in range(1, first.pages + 1)]
    ids = [row.id for page in pages for row in page.rows]
    assert len(ids) == len(set(ids)) == first.count
    assert asked(database, size=7, page=99) == pages[-1]
    assert asked(database, size=7, page=0) == first


@pytest.mark.parametrize("phase", Phase)
def test_a_phase_holds_its_proposals_and_no_others(database: Database, phase: Phase) -> None:
    with database.read() as reader:
        wanted = {each.id for each in reader.all(Proposal, phase=phase)}
    assert {row.id for row in asked(database, phase=phase, size=1000).rows} == wanted


def test_an_owner_is_shown_their_own(database: Database) -> None:
    with database.read() as reader:
        owner = next(each for each in reader.all(Person) if Role.PROJECT_OWNER in each.roles)
        own = {each.id for each in reader.all(Proposal, owner_person=owner.id)}
    assert own
    assert {row.id for row in asked(database, owner=owner.id, size=1000).rows} == own


def test_the_cost_is_that_of_all_years_together(database: Database) -> None:
    with database.read() as reader:
        total = Money(sum(each.amount.ore for each in reader.all(CostLine)))
    assert Money(sum(row.cost.ore for row in asked(database, size=1000).rows)) == total
