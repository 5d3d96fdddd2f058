"""A row says how far a benefit has come and why where it cannot, and a reading what it corrects."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portfolio.actions.realising.readings import report
from portfolio.people import PROGRAM, Stamp
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.attainment import expected
from portfolio.realising.benefits import Benefit, Target
from portfolio.realising.course import Course
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import benefit_story
from portfolio.store.database import Database
from tests.reports.realising.reported import (
    DRIVING,
    OCTOBER,
    OWNER,
    SECRETARIAT,
    TODAY,
    WITHOUT_BASELINE,
    changed,
    told,
)


@pytest.mark.parametrize(("value", "part"), [("6.78", -0.2), ("3.93", 1.3), ("6.4", 0.0)])
def test_attainment_is_never_clamped(
    database: Database, stamp: Callable[[str], Stamp], value: str, part: float
) -> None:
    told(database, stamp(OWNER), value)
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    assert story.row.attainment == pytest.approx(part)
    assert story.row.course is (Course.ON_PATH if part > 1 else Course.BEHIND)


def test_how_it_stands_is_of_the_last_day_measured_and_what_is_lacking_of_today(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    told(database, stamp(OWNER), "4.6")
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
        later = benefit_story(look, DRIVING, on=date(2027, 3, 1)).row
        none = benefit_story(look, WITHOUT_BASELINE, on=TODAY).row
    assert (row.course, row.course_on) == (Course.ON_PATH, OCTOBER.last)
    assert (later.course, later.course_on) == (Course.OVERDUE, date(2027, 3, 1))
    assert none.course_on is None


def test_without_a_baseline_it_says_why(database: Database) -> None:
    with database.read() as look:
        row = benefit_story(look, WITHOUT_BASELINE, on=TODAY).row
    assert (row.attainment, row.course) == (None, Course.NO_BASELINE)
    assert "No baseline" in str(row.note)


def test_a_target_like_the_baseline_is_not_called_unmeasured(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    changed(database, stamp(SECRETARIAT), target=Target(value=Decimal("6.4"), on=date(2026, 12, 31)))
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    assert (row.attainment, row.course) == (None, Course.LEVEL)


def test_a_correction_shows_what_it_corrects_and_what_that_corrected(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    first = told(database, stamp(OWNER), "4.6")
    second = told(database, stamp(SECRETARIAT), "4.5", corrects=first)
    told(database, stamp(OWNER), "4.4", corrects=second)
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).readings[0]
    assert row.value == Decimal("4.4")
    assert [(each.value, each.by) for each in row.earlier] == [
        (Decimal("4.5"), "Ingrid Solbakken"),
        (Decimal("4.6"), "Lene Bjørkmyra"),
    ]


def test_a_reading_is_dated_by_the_day_in_norway(database: Database, stamp: Callable[[str], Stamp]) -> None:
    late = stamp(OWNER).model_copy(update={"at": datetime(2026, 11, 23, 23, 30, tzinfo=UTC)})
    told(database, late, "4.6")
    with database.read() as look:
        assert benefit_story(look, DRIVING, on=TODAY).readings[0].reported_on == date(2026, 11, 24)


def test_what_is_expected_by_now_is_where_the_path_is_today(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    told(database, stamp(OWNER), "4.6")
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
        rows = [benefit_story(look, DRIVING, on=on).row for on in (TODAY, date(2026, 12, 15))]
    for row, on in zip(rows, (TODAY, date(2026, 12, 15)), strict=True):
        assert row.expected == float(expected(benefit, on=on))
    assert rows[0].expected != rows[1].expected


def test_what_is_on_its_path_is_so_no_longer_when_the_next_measurement_is_late(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    told(database, stamp(OWNER), "3.93")
    with database.read() as look:
        now = benefit_story(look, DRIVING, on=TODAY).row
        waiting = benefit_story(look, DRIVING, on=date(2026, 12, 5)).row
        later = benefit_story(look, DRIVING, on=date(2027, 11, 23)).row
    assert (now.course, waiting.course) == (Course.ON_PATH, Course.ON_PATH)
    assert (later.latest_period, later.course) == (now.latest_period, Course.OVERDUE)
    assert later.due > now.due


def test_what_was_not_measured_last_is_not_on_its_path(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    report(
        database,
        DRIVING,
        period=OCTOBER,
        certainty=Certainty.NOT_MEASURED,
        value=None,
        comment="Nede",
        on=TODAY,
        stamp=stamp(OWNER),
    )
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    assert (row.latest, row.course) == (Decimal("4.69"), Course.UNMEASURED)


def test_a_plan_that_was_moved_is_held_to_what_was_first_promised_too(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    told(database, stamp(OWNER), "6.0")
    changed(database, stamp(SECRETARIAT), target=Target(value=Decimal("6.1"), on=date(2026, 12, 31)))
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    assert row.moved
    assert (row.course, row.first_course) == (Course.ON_PATH, Course.BEHIND)


def test_a_row_tells_where_its_project_stands(database: Database) -> None:
    with database.write(Stamp(person=PROGRAM, at=datetime(2026, 11, 23, tzinfo=UTC))) as writer:
        project = writer.get(Proposal, writer.get(Benefit, DRIVING).proposal)
        writer.revise(project.model_copy(update={"phase": Phase.STOPPED}))
        writer.trace("revise_proposal", project.id)
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    assert row.stopped
