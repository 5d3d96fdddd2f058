"""Every benefit is counted once by how it stands, and those with a late measurement once more."""

from collections.abc import Callable
from dataclasses import replace

from portfolio.people import Stamp
from portfolio.realising.course import Course
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.realised import Realised, realised
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, OWNER, TODAY, told


def test_each_way_to_stand_is_counted_and_no_benefit_is_left_out(database: Database) -> None:
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    rows = [replace(row, course=each, late=0) for each in Course for _ in range(list(Course).index(each) + 1)]
    assert realised(rows) == Realised(
        on_path=1, behind=2, overdue=3, unmeasured=4, cannot_be_told=5 + 6, late=0, moved=0, broken=0
    )
    assert realised(rows).all == len(rows)


def test_a_benefit_is_late_once_however_many_periods_it_lacks(database: Database) -> None:
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    assert realised([replace(row, late=late) for late in (0, 1, 7)]).late == 2


def test_reporting_takes_a_benefit_out_of_the_late(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as look:
        before = realised(benefits(look, on=TODAY).benefits)
    told(database, stamp(OWNER), "4.6")
    with database.read() as look:
        after = realised(benefits(look, on=TODAY).benefits)
    assert after.late == before.late - 1
    assert after.all == before.all


def test_those_on_a_path_that_was_moved_are_counted_once_more_and_those_that_would_not_follow_the_first(
    database: Database,
) -> None:
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    kept = replace(row, course=Course.ON_PATH, first_course=Course.ON_PATH)
    moved = replace(kept, first_target=row.target + 1)
    counted = realised(
        [
            kept,
            moved,
            replace(moved, first_course=Course.BEHIND),
            replace(moved, course=Course.BEHIND, first_course=Course.BEHIND),
        ]
    )
    assert (counted.on_path, counted.moved, counted.broken) == (3, 2, 1)


def test_of_nothing_there_is_none() -> None:
    assert realised([]).all == 0
