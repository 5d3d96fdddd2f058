"""One proposal whole: with the names of all it names, its money, its rounds, its benefits and what it lacks."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portfolio.actions.proposals.proposals import propose
from portfolio.people import Person, Stamp
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.fields import named
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.realising.benefits import Benefit
from portfolio.reports.story import ProposalStory, proposal_story
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.conftest import NOW

FIRST = "prosjekt:2026-001"
READER = "person:signe-holtviken"


def told(database: Database, id: str = FIRST) -> ProposalStory:
    with database.read() as reader:
        return proposal_story(reader, id, viewer=reader.get(Person, READER), on=NOW.date())


def test_everyone_a_proposal_names_has_a_name(database: Database) -> None:
    with database.read() as reader:
        listed = reader.all(Proposal)
    for proposal in listed:
        ids = {id for field in FIELDS for id in named(proposal, field)}
        assert proposal.owner_party in ids
        assert set(told(database, proposal.id).names) == ids


def test_a_story_holds_the_costs_rounds_and_benefits_of_its_own_proposal(database: Database) -> None:
    story = told(database)
    with database.read() as reader:
        costs = {each.year: each.amount for each in reader.all(CostLine, proposal=FIRST)}
        benefits = {each.id for each in reader.all(Benefit, proposal=FIRST)}
        rounds = [each.id for each in reader.all(Round) if FIRST in each.proposals]
    assert (story.proposal.id, story.costs) == (FIRST, costs)
    assert {each.id for each in story.benefits} == benefits
    assert [each.round.id for each in story.rounds] == rounds != []
    assert {each.year for each in story.years} >= set(costs)


def test_the_money_of_a_story_is_told_without_sharing_any_of_it(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    """It needs no inhabitants, and so stands though some that the sharing rests on are gone."""
    before = told(database)
    with database.write(stamp("person:geir-mosengtun")) as writer:
        writer.connection.execute(text("DELETE FROM populations"))
        writer.trace("try", "populations")
    assert told(database).years == before.years != ()


def test_a_bare_proposal_is_told_what_it_lacks(database: Database, stamp: Callable[[str], Stamp]) -> None:
    bare = Proposal(id="prosjekt:ny", reference="ny", title="Ny", owner_party="ks")
    propose(database, bare, costs={}, stamp=stamp("person:ingrid-solbakken"))
    story = told(database, bare.id)
    assert story.names.keys() == {"ks"}
    assert (story.years, story.rounds, story.benefits) == ((), (), ())
    assert [each.about for each in story.lacks] == ["summary", "need", "goals", "costs"]


def test_a_proposal_that_is_not_there_has_no_story(database: Database) -> None:
    with pytest.raises(Missing):
        told(database, "prosjekt:finnes-ikke")
