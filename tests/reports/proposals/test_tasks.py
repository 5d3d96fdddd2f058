"""A project owner is told which of their own proposals lack something, and nobody else is."""

from collections.abc import Callable

import pytest

from portfolio.people import Person, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.proposals.readiness import unready
from portfolio.reports.proposals.tasks import tasks
from portfolio.reports.tasks import Task
from portfolio.store.database import Database
from tests.databases import put

OWNER, SECRETARIAT = "person:halvard-lyngmoen", "person:ingrid-solbakken"


@pytest.fixture
def waiting(database: Database, person: Callable[[str], Person]) -> Callable[[str], list[Task]]:
    """Say what waits for somebody."""

    def ask(id: str) -> list[Task]:
        with database.read() as reader:
            return list(tasks(reader, viewer=person(id)))

    return ask


@pytest.fixture
def bare(database: Database, stamp: Callable[[str], Stamp]) -> Proposal:
    """A proposal of the owner's with nothing in it but its title."""
    made = Proposal(
        id="prosjekt:bar", reference="2026-900", title="Bar", owner_party="ks", owner_person=OWNER
    )
    put(database, made, stamp=stamp(SECRETARIAT))
    return made


def test_a_proposal_that_lacks_something_is_told_of_with_how_much(
    database: Database, waiting: Callable[[str], list[Task]], bare: Proposal
) -> None:
    (task,) = [each for each in waiting(OWNER) if each.page == f"forslag?id={bare.id}"]
    with database.read() as reader:
        lacks = unready(bare, reader.all(CostLine, proposal=bare.id))
    assert task.what.facts == {"reference": "2026-900", "title": "Bar", "count": len(lacks)}
    assert len(lacks) > 1
    assert not task.late


def test_a_proposal_that_lacks_nothing_waits_for_nobody(
    database: Database, waiting: Callable[[str], list[Task]]
) -> None:
    with database.read() as reader:
        own = reader.all(Proposal, owner_person=OWNER)
        ready = [each for each in own if not unready(each, reader.all(CostLine, proposal=each.id))]
    assert ready
    assert {f"forslag?id={each.id}" for each in ready} & {task.page for task in waiting(OWNER)} == set()


@pytest.mark.parametrize(
    "other",
    [SECRETARIAT, "person:geir-mosengtun", "person:signe-holtviken"],
    ids=["office", "money", "reader"],
)
def test_nobody_else_is_told(waiting: Callable[[str], list[Task]], bare: Proposal, other: str) -> None:
    assert waiting(other) == []
