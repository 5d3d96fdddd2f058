"""Each change of a benefit stands with old beside new, who, when and why, and what the latest value comes to by each."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import add_benefit, keep_benefit
from portfolio.people import Stamp
from portfolio.realising.benefits import Benefit, Target
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, OCTOBER, OWNER, SECRETARIAT, TODAY, changed, told

EASIER = Target(value=Decimal("5.4"), on=date(2027, 12, 31))


@pytest.fixture
def moved(database: Database, stamp: Callable[[str], Stamp]) -> Database:
    """The example, where a target is made easier after readings, and the benefit then called something else."""
    told(database, stamp(OWNER), "5.02")
    changed(database, stamp(SECRETARIAT), reason="Rutene ble flere", target=EASIER)
    changed(database, stamp(SECRETARIAT), reason="Klarere", title="Kortere kjøring")
    return database


def test_the_newest_stands_first_with_who_when_and_why(moved: Database) -> None:
    with moved.read() as look:
        retitled, moving = benefit_story(look, DRIVING, on=TODAY).changes
    assert [(each.label.text, each.was, each.now) for each in retitled.fields] == [
        ("Title", "Mindre tid i bil", "Kortere kjøring")
    ]
    assert (moving.by, moving.reason) == ("Ingrid Solbakken", "Rutene ble flere")
    assert [(each.was, each.now) for each in moving.fields] == [
        (Decimal("4.5"), Decimal("5.4")),
        (date(2026, 12, 31), date(2027, 12, 31)),
    ]


def test_the_latest_value_is_told_by_the_plan_before_and_after(moved: Database) -> None:
    with moved.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    retitled, moving = story.changes
    assert (moving.attained_before, moving.attained_after) == (pytest.approx(1.38 / 1.9), pytest.approx(1.38))
    assert retitled.attained_before == retitled.attained_after == moving.attained_after
    row = story.row
    assert (row.moved, row.first_target, row.target) == (True, Decimal("4.5"), Decimal("5.4"))
    assert (row.first_attainment, row.attainment) == (moving.attained_before, moving.attained_after)


def test_a_reading_is_told_by_the_plan_that_stood_when_it_was_reported_also_once_it_is_corrected(
    moved: Database, stamp: Callable[[str], Stamp]
) -> None:
    with moved.read() as look:
        before = benefit_story(look, DRIVING, on=TODAY).readings[0]
    later = stamp(OWNER).model_copy(update={"at": stamp(OWNER).at.replace(hour=13)})
    told(moved, later, "5.4", corrects=before.id)
    with moved.read() as look:
        now = benefit_story(look, DRIVING, on=TODAY).readings[0]
    assert (now.attainment, now.attainment_then) == (1.0, 1.0)
    (corrected,) = now.earlier
    assert corrected.attainment == pytest.approx(1.38)


def test_the_register_has_a_row_for_each_field_and_none_of_what_was_never_changed(moved: Database) -> None:
    with moved.read() as look:
        report = benefits(look, on=TODAY)
    assert {row.benefit for row in report.changes} == {DRIVING}
    assert [row.field.in_english().split(", ")[0] for row in report.changes] == ["Title", "Target", "Target"]
    assert [row.id for row in report.benefits if row.moved] == [DRIVING]


def test_a_value_is_not_held_to_a_plan_in_another_unit(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        plan = look.get(Benefit, DRIVING).model_copy(update={"reported_from": date(2026, 10, 1)})
    added = add_benefit(database, plan, stamp=stamp(SECRETARIAT))
    weeks = added.model_copy(update={"unit": "minutter"})
    keep_benefit(database, weeks, reason="Måles i minutter", stamp=stamp(SECRETARIAT))
    later = stamp(OWNER).model_copy(update={"at": stamp(OWNER).at.replace(hour=13)})
    told(database, later, "5.4", benefit=added.id)
    with database.read() as look:
        story = benefit_story(look, added.id, on=TODAY)
    assert (story.row.moved, story.row.first_unit, story.row.unit) == (True, plan.unit, "minutter")
    assert (story.row.first_attainment, story.row.attainment) == (None, pytest.approx(1 / 1.9))
    assert [each.attained_before for each in story.changes] == [None]


def test_the_register_has_each_reading_that_was_corrected_beside_the_one_that_holds(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    first = told(database, stamp(OWNER), "5.02")
    second = told(database, stamp(OWNER), "4.9", corrects=first)
    told(database, stamp(OWNER), "4.7", corrects=second)
    with database.read() as look:
        report = benefits(look, on=TODAY)
    own = [row for row in report.corrected if row.benefit == DRIVING and row.period == OCTOBER]
    assert [row.value for row in own] == [Decimal("4.9"), Decimal("5.02")]
    assert not {row.id for row in report.corrected} & {row.id for row in report.readings}
