"""A row says how far a benefit has come and why where it cannot, and a reading what it corrects."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portfolio.people import Stamp
from portfolio.realising.benefits import Target
from portfolio.realising.course import Course
from portfolio.reports.realising.benefit import benefit_story
from portfolio.store.database import Database
from tests.reports.realising.reported import (
    DRIVING,
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


def test_a_benefit_stands_where_it_stood_when_it_was_last_measured_however_late_it_is_asked(
    database: Database,
) -> None:
    with database.read() as look:
        now = benefit_story(look, DRIVING, on=TODAY).row
        later = benefit_story(look, DRIVING, on=date(2027, 11, 23)).row
    assert (later.latest_period, later.course, later.expected) == (
        now.latest_period,
        now.course,
        now.expected,
    )
    assert later.due > now.due
