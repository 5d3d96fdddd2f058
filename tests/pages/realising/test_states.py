"""How a benefit stands says what it rests on: what is late, a plan that was moved, a project that is stopped."""

from dataclasses import replace

import pytest

from portfolio.pages.realising.states import state
from portfolio.proposals.proposal import Phase
from portfolio.realising.course import Course
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.rows import BenefitRow
from portfolio.store.database import Database
from portfolio.words import words
from tests.pages.realising.benefit_seats import DRIVING, TODAY


@pytest.fixture
def row(database: Database) -> BenefitRow:
    """A benefit on its path, and nothing more to say of it."""
    with database.read() as look:
        found = benefit_story(look, DRIVING, on=TODAY).row
    return replace(
        found,
        course=Course.ON_PATH,
        course_on=None,
        first_course=Course.ON_PATH,
        late=0,
        phase=Phase.CARRY_OUT,
    )


def test_what_is_on_its_path_by_its_first_plan_is_that_alone(row: BenefitRow) -> None:
    assert state(words("nb"), row) == "I rute"


def test_what_a_value_was_held_to_is_told_with_the_day_and_what_is_of_today_is_not(row: BenefitRow) -> None:
    dated = replace(row, course_on=row.latest_period and row.latest_period.last)
    assert state(words("nb"), dated) == f"I rute per {words('nb').short_day(dated.course_on)}"
    late = replace(row, course=Course.OVERDUE, course_on=TODAY)
    assert state(words("nb"), late) == "Var i rute"


def test_a_plan_that_was_moved_is_marked_and_held_to_what_was_first_promised(row: BenefitRow) -> None:
    moved = replace(row, first_target=row.target + 1)
    assert state(words("nb"), moved) == "I rute · planen er flyttet"
    broken = replace(moved, first_course=Course.BEHIND)
    assert state(words("nb"), broken) == "I rute · planen er flyttet · etter det først lovede: Bak planen"


def test_what_is_late_and_whose_project_is_stopped_is_said(row: BenefitRow) -> None:
    stopped = replace(row, course=Course.OVERDUE, late=2, phase=Phase.STOPPED)
    assert state(words("nb"), stopped) == "Var i rute · måling over fristen · prosjektet er stoppet"
