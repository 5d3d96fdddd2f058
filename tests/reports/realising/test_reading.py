"""One period to report is shown with the value before it, what the path expects, and what is reported already."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.realising.releases import release
from portfolio.people import Stamp
from portfolio.realising.benefits import Rhythm
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.reading import to_report
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.reports.realising.reported import (
    DRIVING,
    OCTOBER,
    SECRETARIAT,
    SEPTEMBER,
    TODAY,
    WITHOUT_BASELINE,
    changed,
)


def test_it_shows_the_value_before_and_what_the_path_expects(database: Database) -> None:
    with database.read() as look:
        asked = to_report(look, DRIVING, "2026-10", on=TODAY)
        corrected = to_report(look, DRIVING, "2026-09", on=TODAY)
    assert asked.before is not None
    assert (asked.before.period, asked.there) == (SEPTEMBER, None)
    assert asked.expected == pytest.approx(4.615, abs=0.005)
    assert corrected.there == asked.before


def test_a_period_that_is_neither_owed_nor_reported_is_not_there(database: Database) -> None:
    with database.read() as look, pytest.raises(Missing):
        to_report(look, DRIVING, "2026-11", on=TODAY)


def test_a_period_that_the_plan_before_asked_for_is_shown_with_until_when_it_stood(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    changed(database, stamp(SECRETARIAT), rhythm=Rhythm.YEARLY)
    with database.read() as look:
        asked = to_report(look, DRIVING, OCTOBER.key, on=TODAY)
    assert (asked.due.period, asked.due.plan_until, asked.due.deadline) == (OCTOBER, TODAY, date(2026, 11, 5))


def test_it_is_due_by_the_same_deadline_whether_it_is_reported_or_not(database: Database) -> None:
    with database.read() as look:
        asked = to_report(look, DRIVING, OCTOBER.key, on=TODAY)
        corrected = to_report(look, DRIVING, SEPTEMBER.key, on=TODAY)
    assert (asked.due.period, corrected.due.period) == (OCTOBER, SEPTEMBER)
    assert (asked.due.deadline - OCTOBER.until) == (corrected.due.deadline - SEPTEMBER.until)


def test_nothing_is_expected_without_a_baseline(database: Database) -> None:
    with database.read() as look:
        period = benefit_story(look, WITHOUT_BASELINE, on=TODAY).readings[0].period
        assert to_report(look, WITHOUT_BASELINE, period.key, on=TODAY).expected is None


def test_what_was_let_off_may_be_reported_and_it_is_told_that_it_was(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    release(database, DRIVING, periods=[OCTOBER], reason="x", on=TODAY, stamp=stamp(SECRETARIAT))
    with database.read() as look:
        asked = to_report(look, DRIVING, OCTOBER.key, on=TODAY)
    assert asked.let_off is not None
    assert (asked.due.period, asked.let_off.period, asked.there) == (OCTOBER, OCTOBER, None)
