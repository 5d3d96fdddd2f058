"""One proposal whole: with the names of all it names, its money, its rounds, its benefits and what it lacks."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portfolio.actions.proposals.proposals import propose
from portfolio.lookups.untold import ASIDE, LATER
from portfolio.people import Person, Stamp
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.fields import named
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.realising.benefits import Benefit
from portfolio.reports.prioritising.ranking import ranking
from portfolio.reports.prioritising.recorded import Recorded
from portfolio.reports.story import ProposalStory, proposal_story
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.conftest import NOW
from tests.rounds import CLOSED, SECRETARIAT, rewritten, stand_aside, step

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


def test_a_story_tells_whoever_stands_aside_no_more_than_the_ranking_does(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    rewritten(database, stamp, FIRST)
    stand_aside(database, stamp, SECRETARIAT, FIRST, id=CLOSED)
    with database.read() as reader:
        mine, theirs = (
            proposal_story(reader, FIRST, viewer=reader.get(Person, who), on=NOW.date()).rounds[0]
            for who in (SECRETARIAT, READER)
        )
        rows = ranking(reader, CLOSED, viewer=reader.get(Person, SECRETARIAT))
    assert theirs.recorded.decision is not None
    assert theirs.since is not None
    assert (mine.recorded, mine.since) == (Recorded(None, None, untold=ASIDE), None)
    assert FIRST not in {each.proposal for each in (*rows.ranked, *rows.outside)}


def test_a_story_tells_nobody_what_was_recommended_while_marks_can_change_again(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    step(database, stamp, RoundPhase.MEETING, id=CLOSED)
    assert told(database).rounds[0].recorded.recommendation is not None
    step(database, stamp, RoundPhase.SCORING, id=CLOSED)
    assert told(database).rounds[0].recorded == Recorded(None, None, untold=LATER)


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
