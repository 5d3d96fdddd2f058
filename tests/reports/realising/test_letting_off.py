"""What a benefit is let off is told with who did it, when and why, while it holds or where a report ended it."""

from collections.abc import Callable
from datetime import timedelta

from portfolio.actions.realising.releases import owe_again, release
from portfolio.people import PROGRAM, Stamp
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, OCTOBER, OWNER, SECRETARIAT, TODAY, told


def test_each_is_told_with_who_when_and_why_until_it_is_taken_back(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    (made,) = release(
        database, DRIVING, periods=[OCTOBER], reason="Bilene sto", on=TODAY, stamp=stamp(SECRETARIAT)
    )
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    (told,) = story.let_off
    assert (told.id, told.period, told.on) == (made.id, OCTOBER, TODAY)
    assert (told.by, told.reason, story.owed) == ("Ingrid Solbakken", "Bilene sto", ())
    owe_again(database, made.id, stamp=stamp(SECRETARIAT))
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    assert story.let_off == ()
    assert [each.period for each in story.owed] == [OCTOBER]


def test_the_register_counts_it_as_owed_no_more(database: Database, stamp: Callable[[str], Stamp]) -> None:
    def due() -> int:
        with database.read() as look:
            return next(row.due for row in benefits(look, on=TODAY).benefits if row.id == DRIVING)

    assert due() == 1
    release(database, DRIVING, periods=[OCTOBER], reason="x", on=TODAY, stamp=stamp(SECRETARIAT))
    assert due() == 0


def test_what_is_reported_all_the_same_is_told_with_both_days_and_is_owed_nowhere(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    release(database, DRIVING, periods=[OCTOBER], reason="Bilene sto", on=TODAY, stamp=stamp(SECRETARIAT))
    first = told(database, _after(stamp(OWNER), days=1), "4.6")
    told(database, _after(stamp(OWNER), days=2), "4.5", corrects=first)
    with database.read() as look:
        story, register = benefit_story(look, DRIVING, on=TODAY), benefits(look, on=TODAY)
        listed = [row for row in register.let_off if row.benefit == DRIVING]
    assert story.let_off == tuple(listed)
    (row,) = listed
    assert (row.period, row.on, row.reported_on) == (OCTOBER, TODAY, TODAY + timedelta(days=1))
    assert (row.by, row.reason, story.due, story.row.due) == ("Ingrid Solbakken", "Bilene sto", (), 0)


def test_what_was_asked_for_again_before_it_was_reported_was_not_let_off(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    (made,) = release(database, DRIVING, periods=[OCTOBER], reason="x", on=TODAY, stamp=stamp(SECRETARIAT))
    owe_again(database, made.id, stamp=stamp(SECRETARIAT))
    told(database, stamp(OWNER), "4.6")
    with database.read() as look:
        assert benefit_story(look, DRIVING, on=TODAY).let_off == ()


def test_what_the_example_is_let_off_stands_in_the_register(database: Database) -> None:
    with database.read() as look:
        listed = benefits(look, on=TODAY).let_off
    assert {(row.benefit, row.period.key, row.reported_on) for row in listed} == {
        ("gevinst:2026-009-3", "2026-q3", None),
        ("gevinst:2026-004-3", "2026-09", None),
    }
    assert {row.by for row in listed} == {PROGRAM.name}


def _after(stamp: Stamp, *, days: int) -> Stamp:
    return stamp.model_copy(update={"at": stamp.at + timedelta(days=days)})
