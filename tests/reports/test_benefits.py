"""What the reports say of benefits: how far, how it stands, what is owed, and what was said before."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import report
from portfolio.people import Person, Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.course import Course
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import benefit_story
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.reading import to_report
from portfolio.reports.realising.readings import my_readings
from portfolio.store.database import Database
from portfolio.store.reading import Missing

OWNER, SECRETARIAT = "person:lene-bjørkmyra", "person:ingrid-solbakken"
DRIVING, WITHOUT_BASELINE = "gevinst:2026-002-1", "gevinst:2026-005-5"
TODAY = date(2026, 11, 23)
OCTOBER, SEPTEMBER = Period(date(2026, 10, 1), date(2026, 11, 1)), Period(date(2026, 9, 1), date(2026, 10, 1))


def told(
    database: Database, stamp: Stamp, value: str, *, period: Period = OCTOBER, corrects: str | None = None
) -> str:
    """Report the driving time and return the reading's id."""
    made = report(
        database,
        DRIVING,
        period=period,
        certainty=Certainty.MEASURED,
        value=Decimal(value),
        comment="",
        corrects=corrects,
        sure=True,
        on=TODAY,
        stamp=stamp,
    )
    return made.id


def changed(database: Database, stamp: Stamp, **fields: object) -> None:
    """Change the driving time's benefit."""
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    keep_benefit(database, benefit.model_copy(update=fields), stamp=stamp)


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
    changed(database, stamp(OWNER), target=Target(value=Decimal("6.4"), on=date(2026, 12, 31)))
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


def test_the_register_keeps_kinds_together_and_only_what_is_asked_for(database: Database) -> None:
    with database.read() as look:
        register = benefits(look, on=TODAY)
    kinds = [row.kind for row in register.only()]
    assert kinds == sorted(kinds, key=list(BenefitKind).index)
    assert len(kinds) == len(register.benefits)
    late = register.only(late=True, kind=BenefitKind.FREED_TIME)
    assert late
    assert all(row.late and row.kind is BenefitKind.FREED_TIME for row in late)
    by_course = [len(register.only(course=each)) for each in Course]
    assert sum(by_course) == len(register.benefits)


def test_the_longest_waiting_comes_first_with_its_deadline_and_days_past_it(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=TODAY)
    first, second = mine.due
    assert (first.period.key, first.deadline, first.days_late) == ("2026-q3", date(2026, 10, 7), 47)
    assert (second.benefit, second.days_late, mine.late) == (DRIVING, 18, 2)


def test_on_the_deadline_it_is_not_late_yet(database: Database, person: Callable[[str], Person]) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=date(2026, 10, 7))
    assert [each.days_late for each in mine.due] == [0]


def test_what_comes_next_is_said_also_when_nothing_is_owed(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        mine = my_readings(look, owner=person(OWNER), on=TODAY)
        nobodys = my_readings(look, owner=person(SECRETARIAT), on=TODAY)
    assert mine.coming is not None
    assert (mine.coming.benefit, mine.coming.period.key) == (DRIVING, "2026-11")
    assert (nobodys.due, nobodys.coming, nobodys.rows) == ((), None, ())


def test_to_measure_shows_the_value_before_and_what_the_path_expects(database: Database) -> None:
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


def test_whoever_changes_the_rhythm_does_not_owe_the_past_anew(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    changed(database, stamp(OWNER), rhythm=Rhythm.QUARTERLY)
    with database.read() as look:
        assert benefit_story(look, DRIVING, on=TODAY).due == ()


def test_periods_before_the_baseline_are_not_owed(database: Database, stamp: Callable[[str], Stamp]) -> None:
    changed(database, stamp(OWNER), reported_from=date(2023, 1, 1))
    with database.read() as look:
        story = benefit_story(look, DRIVING, on=TODAY)
    assert story.benefit.baseline is not None
    assert all(each.period.until > story.benefit.baseline.on for each in story.due)
