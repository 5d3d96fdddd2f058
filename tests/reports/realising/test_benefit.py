"""One benefit is told whole: its path from end to end, its readings newest first, and what it owes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.people import Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Rhythm, Target
from portfolio.reports.realising.benefit import Waypoint, benefit_story
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


def test_the_path_goes_from_the_baseline_to_the_target(database: Database) -> None:
    with database.read() as look:
        story, pathless = (benefit_story(look, each, on=TODAY) for each in (DRIVING, WITHOUT_BASELINE))
    baseline, target = story.benefit.baseline, story.benefit.target
    assert baseline is not None
    assert story.path == (
        Waypoint(baseline.on, float(baseline.value)),
        Waypoint(target.on, float(target.value)),
    )
    assert pathless.path == ()


def test_readings_stand_newest_first_and_each_is_found_by_its_period(database: Database) -> None:
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    periods = [row.period for row in story.readings]
    assert periods == sorted(periods, reverse=True)
    assert story.reading(SEPTEMBER) == story.readings[0]
    assert story.reading(OCTOBER) is None


def test_its_project_comes_along(database: Database) -> None:
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
        assert story.project == look.get(Proposal, story.benefit.proposal)


def test_a_benefit_that_is_not_there_is_missing(database: Database) -> None:
    with database.read() as look, pytest.raises(Missing):
        benefit_story(look, "gevinst:ingen", on=TODAY)


@pytest.mark.parametrize(
    "plan",
    [
        {"rhythm": Rhythm.QUARTERLY},
        {"reported_from": date(2027, 1, 1)},
        {"target": Target(value=Decimal(1), on=date(2040, 1, 1))},
    ],
)
def test_whoever_changes_the_plan_still_owes_what_was_owed_and_nothing_of_the_past_anew(
    database: Database, stamp: Callable[[str], Stamp], plan: dict[str, object]
) -> None:
    changed(database, stamp(SECRETARIAT), **plan)
    with database.read() as look:
        assert [each.period for each in benefit_story(look, DRIVING, on=TODAY).due] == [OCTOBER]


def test_periods_before_the_baseline_are_not_owed(database: Database, stamp: Callable[[str], Stamp]) -> None:
    changed(database, stamp(SECRETARIAT), reported_from=date(2023, 1, 1))
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    assert story.benefit.baseline is not None
    assert all(each.period.until > story.benefit.baseline.on for each in story.due)
