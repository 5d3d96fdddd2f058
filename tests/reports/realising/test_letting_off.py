"""What a benefit is let off is told with who did it, when and why, and only while it holds."""

from collections.abc import Callable

from portfolio.actions.realising.releases import owe_again, release
from portfolio.people import Stamp
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from tests.reports.realising.reported import DRIVING, OCTOBER, SECRETARIAT, TODAY


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
