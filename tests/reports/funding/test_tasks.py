"""Finance staff are told what is lacking and what is not signed this year, and nobody else is."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.money import Money, total
from portfolio.people import Person
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.tasks import tasks
from portfolio.reports.tasks import Task
from portfolio.store.database import Database

FINANCE, SECRETARIAT = "person:geir-mosengtun", "person:ingrid-solbakken"


@pytest.fixture
def waiting(database: Database, person: Callable[[str], Person]) -> Callable[..., list[Task]]:
    """Say what waits for somebody in a year."""

    def ask(id: str, year: int) -> list[Task]:
        with database.read() as reader:
            return list(tasks(covering(reader), viewer=person(id), on=date(year, 6, 1)))

    return ask


def test_finance_is_told_how_many_lack_how_much_this_year(
    database: Database, waiting: Callable[..., list[Task]]
) -> None:
    with database.read() as reader:
        rows = [row for row in covering(reader).rows if row.year == 2027]
    task, unsigned = waiting(FINANCE, 2027)
    assert task.what.facts == {
        "count": sum(row.lacking > Money(0) for row in rows),
        "lacking": total(row.lacking for row in rows),
    }
    assert unsigned.what.facts == {"amount": total(row.promised - row.agreed for row in rows)}
    assert {each.page for each in (task, unsigned)} == {"finansiering?ar=2027"}


def test_what_one_has_beyond_its_cost_hides_nothing_of_what_others_lack(
    database: Database, waiting: Callable[..., list[Task]]
) -> None:
    with database.read() as reader:
        year = next(row.year for row in covering(reader).rows if row.beyond)
        (sums,) = (each.sums for each in covering(reader).by_year if each.year == year)
    told = waiting(FINANCE, year)[0].what.facts["lacking"]
    assert told == sums.lacking > sums.cost - sums.promised


def test_a_year_in_which_nothing_is_lacking_asks_for_nothing(waiting: Callable[..., list[Task]]) -> None:
    assert waiting(FINANCE, 2019) == []


def test_nobody_else_is_told(waiting: Callable[..., list[Task]]) -> None:
    assert waiting(SECRETARIAT, 2027) == []
