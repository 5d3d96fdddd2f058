"""What somebody has to report: the longest waiting first, in time on its deadline, and what comes next."""

from collections.abc import Callable
from datetime import date

from portfolio.people import Person
from portfolio.reports.realising.readings import my_readings
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, OWNER, SECRETARIAT, TODAY


def test_the_longest_waiting_comes_first_with_its_deadline_and_days_past_it(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=TODAY)
    first, second = mine.due
    assert (first.period.key, first.deadline, first.days_late) == ("2026-q3", date(2026, 10, 7), 47)
    assert (second.benefit, second.days_late, mine.late) == (DRIVING, 18, 2)


def test_on_the_deadline_it_is_not_late_yet(database: Database, person: Callable[[str], Person]) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=date(2026, 10, 7))
    assert [each.days_late for each in mine.due] == [0]


def test_what_comes_next_is_said_also_when_nothing_is_owed(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=TODAY)
        nobodys = my_readings(look, owner=person(SECRETARIAT), on=TODAY)
    assert mine.coming is not None
    assert (mine.coming.benefit, mine.coming.period.key) == (DRIVING, "2026-11")
    assert (nobodys.due, nobodys.coming, nobodys.rows) == ((), None, ())


def test_what_is_invented_is_called_so_and_nobodys_is_not(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        assert my_readings(look, owner=person(OWNER), on=TODAY).example
        assert not my_readings(look, owner=person(SECRETARIAT), on=TODAY).example
