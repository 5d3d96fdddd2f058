"""An owner is told what they have to report, and the secretariat whom to remind."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.people import keep_person
from portfolio.people import Person, Stamp
from portfolio.realising.benefits import Benefit, Rhythm
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.tasks import tasks
from portfolio.reports.tasks import Task
from portfolio.store.database import Database
from tests.reports.realising.reported import OWNER, READER, SECRETARIAT, TODAY, changed, told

ADMINISTRATOR = "person:are-tangneset"


@pytest.fixture
def waiting(database: Database, person: Callable[[str], Person]) -> Callable[..., list[Task]]:
    """Say what waits for somebody on a day."""

    def ask(id: str, on: date = TODAY) -> list[Task]:
        with database.read() as look:
            return list(tasks(look, viewer=person(id), on=on))

    return ask


def test_an_owner_is_told_how_much_waits_and_how_much_of_it_is_late(
    waiting: Callable[..., list[Task]],
) -> None:
    (task,) = waiting(OWNER)
    assert (task.page, task.late, task.what.facts) == ("malinger", True, {"count": 2, "late": 2})


def test_what_waits_is_not_late_until_its_deadline_is_past(waiting: Callable[..., list[Task]]) -> None:
    (task,) = waiting(OWNER, date(2026, 10, 7))
    assert (task.late, task.what.facts) == (False, {"count": 1, "late": 0})


def test_what_is_reported_waits_no_more(
    database: Database, stamp: Callable[[str], Stamp], waiting: Callable[..., list[Task]]
) -> None:
    told(database, stamp(OWNER), "4.6")
    (task,) = waiting(OWNER)
    assert task.what.facts["count"] == 1


def test_what_waited_before_the_plan_was_changed_still_waits_for_owner_and_secretariat(
    database: Database, stamp: Callable[[str], Stamp], waiting: Callable[..., list[Task]]
) -> None:
    before = [task.what for who in (OWNER, SECRETARIAT) for task in waiting(who)]
    changed(database, stamp(SECRETARIAT), rhythm=Rhythm.YEARLY, reported_from=date(2027, 1, 1))
    assert [task.what for who in (OWNER, SECRETARIAT) for task in waiting(who)] == before


def test_the_secretariat_is_told_how_many_benefits_are_late(
    database: Database, waiting: Callable[..., list[Task]]
) -> None:
    with database.read() as look:
        late = benefits(look, on=TODAY).only(late=True)
    (task,) = waiting(SECRETARIAT)
    assert (task.page, task.late, task.what.facts) == ("gevinster", True, {"count": len(late)})


def test_nothing_waits_where_nothing_is_late_or_for_whoever_only_reads(
    waiting: Callable[..., list[Task]],
) -> None:
    assert waiting(SECRETARIAT, date(2020, 1, 1)) == []
    assert waiting(READER) == []


def test_whoever_has_lost_the_role_is_not_asked_to_report_what_they_still_own(
    database: Database, person: Callable[[str], Person]
) -> None:
    former = person(OWNER).model_copy(update={"roles": ()})
    with database.read() as look:
        assert list(tasks(look, viewer=former, on=TODAY)) == []


@pytest.mark.parametrize("gone", [{"active": False}, {"roles": ()}])
def test_the_secretariat_is_told_which_benefits_have_lost_their_owner(
    database: Database,
    person: Callable[[str], Person],
    stamp: Callable[[str], Stamp],
    waiting: Callable[..., list[Task]],
    gone: dict[str, object],
) -> None:
    early = date(2020, 1, 1)
    assert waiting(SECRETARIAT, early) == []
    keep_person(database, person(OWNER).model_copy(update=gone), stamp=stamp(ADMINISTRATOR))
    with database.read() as look:
        theirs = [each.title for each in look.all(Benefit, owner=OWNER)]
    (task,) = waiting(SECRETARIAT, early)
    assert (task.page, task.what.facts["count"]) == ("gevinster", len(theirs))
    assert str(task.what.facts["names"]).startswith(f"«{theirs[0]}»")
    assert waiting(READER, early) == []
