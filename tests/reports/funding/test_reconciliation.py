"""The ledger is held against parts and sums place by place, so that two faults never make up for each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from portfolio.funding.ledger import Entry, Position, positions
from portfolio.funding.stages import STAGES, Stage
from portfolio.lookups.carrying import Carrying
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.reports.funding.amounts import by_stage
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.parties import PartyTotal, carriers
from portfolio.reports.funding.project_years import ProjectYear
from portfolio.reports.funding.reconciliation import reconcile
from portfolio.store.database import Database

ORE = Money(1)


class Books:
    """All that is held against each other, as the example has it."""

    def __init__(self, database: Database) -> None:
        with database.read() as reader:
            self.ledger = positions(reader.all(Entry))
            self.carrying = Carrying(reader)
            self.projects = covering(reader).rows
            self.parties = carriers(reader)

    def faults(
        self,
        *,
        ledger: Sequence[Position] = (),
        projects: Sequence[ProjectYear] = (),
        parties: Sequence[PartyTotal] = (),
    ) -> list[Message]:
        """Return what is found with some of it changed."""
        return list(
            reconcile(
                ledger or self.ledger,
                self.carrying,
                projects=projects or self.projects,
                parties=parties or self.parties,
            )
        )


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


def moved(rows: Sequence, stage: Stage) -> Iterator:  # type: ignore[type-arg]
    """Return the rows with an øre moved from the first to the second, so that all together are the same."""
    first, second, *others = rows
    yield replace(first, **{stage: by_stage(first)[stage] - ORE})
    yield replace(second, **{stage: by_stage(second)[stage] + ORE})
    yield from others


def test_nothing_comes_apart_in_the_example(books: Books) -> None:
    assert books.faults() == []


@pytest.mark.parametrize("stage", STAGES)
def test_an_ore_moved_between_two_years_of_projects_is_found_in_both(books: Books, stage: Stage) -> None:
    first, second = books.projects[:2]
    found = books.faults(projects=tuple(moved(books.projects, stage)))
    assert [(each.facts["proposal"], each.facts["year"], each.facts["stage"]) for each in found] == [
        (row.proposal, str(row.year), stage) for row in (first, second)
    ]
    whole = by_stage(first)[stage]
    assert (found[0].facts["ledger"], found[0].facts["project"]) == (whole, whole - ORE)


@pytest.mark.parametrize("stage", STAGES)
def test_an_ore_moved_between_two_parties_is_found_at_both(books: Books, stage: Stage) -> None:
    first, second = books.parties[:2]
    found = books.faults(parties=tuple(moved(books.parties, stage)))
    assert {(each.facts["party"], each.facts["stage"]) for each in found} == {
        (row.party, stage) for row in (first, second)
    }


def test_a_party_and_a_project_that_are_left_out_are_found(books: Books) -> None:
    gives = next(row for row in books.parties if row.paid)
    without = tuple(row for row in books.parties if row != gives)
    assert {each.facts["party"] for each in books.faults(parties=without)} == {gives.party}
    spends = next(row for row in books.projects if row.paid)
    fewer = tuple(row for row in books.projects if row != spends)
    assert {each.facts["proposal"] for each in books.faults(projects=fewer)} == {spends.proposal}


def test_what_is_posted_and_told_of_nowhere_is_found_in_its_year_and_at_its_party(books: Books) -> None:
    one = books.ledger[0]
    added = Position(replace(one.place, year=2044), {Stage.AGREED: ORE})
    found = books.faults(ledger=(*books.ledger, added))
    assert {each.facts["stage"] for each in found} == {Stage.APPLIED, Stage.PROMISED, Stage.AGREED}
    assert {each.facts.get("year") for each in found} == {"2044", None}
