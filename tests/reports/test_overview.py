"""The first page as a report: the viewer's tasks, the late first, and the portfolio in figures that agree."""

from collections.abc import Callable

import pytest

from portfolio.people import Person, Role
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.covering import covering
from portfolio.reports.overview import Overview, overview
from portfolio.store.database import Database
from tests.conftest import NOW

READER = "person:signe-holtviken"
Seen = Callable[..., Overview]


@pytest.fixture
def seen(database: Database, person: Callable[[str], Person]) -> Seen:
    def look(id: str = READER) -> Overview:
        with database.read() as reader:
            return overview(reader, viewer=person(id), on=NOW.date())

    return look


def test_a_member_who_has_not_begun_is_told_to_confirm_impartiality(database: Database, seen: Seen) -> None:
    with database.read() as reader:
        members = [each.id for each in reader.all(Person) if Role.MEMBER in each.roles]
    assert any(task.page == "vurdering?runde=runde:2026-2" for id in members for task in seen(id).tasks)


def test_whoever_only_reads_has_nothing_waiting(seen: Seen) -> None:
    assert seen().tasks == ()


def test_what_is_late_comes_first(database: Database, seen: Seen) -> None:
    with database.read() as reader:
        everybody = [each.id for each in reader.all(Person)]
    told = [[task.late for task in seen(id).tasks] for id in everybody]
    assert all(late == sorted(late, reverse=True) for late in told)
    assert any(True in late for late in told)


def test_the_years_sum_to_the_headline(seen: Seen) -> None:
    answer = seen()
    for name in ("cost", "lacking"):
        assert sum(getattr(year.sums, name).ore for year in answer.years) == getattr(answer.money, name).ore
    promised = [year.sums.state.ore + year.sums.local.ore + year.sums.other.ore for year in answer.years]
    assert sum(promised) == answer.money.promised.ore


def test_a_gap_in_one_project_is_not_covered_by_anothers_surplus(database: Database, seen: Seen) -> None:
    answer = seen()
    with database.read() as reader:
        rows = covering(reader).rows
    assert answer.money.lacking.ore == sum(max(0, row.cost.ore - row.promised.ore) for row in rows)
    assert answer.money.lacking > answer.money.cost - answer.money.promised


def test_the_two_sides_do_not_carry_more_than_the_whole(seen: Seen) -> None:
    answer = seen()
    assert answer.money.state_share is not None
    assert answer.money.local_share is not None
    assert 0 < answer.money.state_share + answer.money.local_share <= 1


def test_every_proposal_is_in_one_phase(database: Database, seen: Seen) -> None:
    answer = seen()
    with database.read() as reader:
        assert answer.proposals == reader.count(Proposal) == sum(answer.phases.values())
    assert 0 not in answer.phases.values()


def test_an_empty_portfolio_has_no_shares_and_is_no_example(empty_database: Database) -> None:
    viewer = Person(id="person:a", name="Åse", roles=tuple(Role), organisation="ks")
    with empty_database.read() as reader:
        answer = overview(reader, viewer=viewer, on=NOW.date())
    assert (answer.money.state_share, answer.money.local_share, answer.years, answer.tasks) == (
        None,
        None,
        (),
        (),
    )
    assert not answer.example
