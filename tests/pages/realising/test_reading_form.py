"""A reading is saved once, corrected with both values kept, and asked about where it is far outside."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from portfolio.people import Stamp
from portfolio.periods import Period
from portfolio.realising.readings import Certainty, Reading, holding
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DESKS, DRIVING, OCTOBER, OWNER, SECRETARIAT
from tests.pages.realising.reading_seats import field, fill_in, reported, save, values
from tests.pages.seat import everything, seat

QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))


def test_a_value_far_outside_is_asked_about_and_not_refused(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "195", Certainty.MEASURED)
    assert any("langt fra" in each.value for each in shown.error)
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == []
    shown.checkbox[0].check()
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == [Decimal(195)]


def test_a_yes_to_one_value_is_no_yes_to_another(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "195", Certainty.MEASURED)
    shown.checkbox[0].check()
    fill_in(shown, DESKS, QUARTER, "1950", Certainty.MEASURED)
    assert values(database, DESKS, QUARTER) == []
    assert "1950" in shown.checkbox[0].label


def test_two_report_at_once_and_the_second_sees_the_first_before_correcting(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, OWNER, "realising.readings")
    shown.text_input(key=field(DESKS, QUARTER, "value")).set_value("19,5").run()
    reported(database, stamp(SECRETARIAT), DESKS, QUARTER, "18")
    fill_in(shown, DESKS, QUARTER, "19,5", Certainty.MEASURED)
    told = "\n".join(each.value for each in shown.error)
    assert "Ingrid Solbakken" in told
    assert "18 årsverk" in told
    assert shown.text_input(key=field(DESKS, QUARTER, "value")).value == "19,5"
    assert values(database, DESKS, QUARTER) == [Decimal(18)]
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == [Decimal(18), Decimal("19.5")]
    with database.read() as look:
        (holds,) = (each for each in holding(look.all(Reading, benefit=DESKS)) if each.period == QUARTER)
    assert holds.value == Decimal("19.5")


def test_an_earlier_period_is_corrected_and_both_values_stay(database: Database) -> None:
    earlier = Period(date(2026, 4, 1), date(2026, 7, 1))
    shown = seat(database, OWNER, "realising.readings", gevinst=DESKS, periode=earlier.key)
    assert shown.text_input(key=field(DESKS, earlier, "value")).value == "17,3"
    fill_in(shown, DESKS, earlier, "16,9", Certainty.MEASURED)
    assert values(database, DESKS, earlier) == [Decimal("17.3"), Decimal("16.9")]


def test_the_secretariat_reports_for_an_owner_and_goes_on_with_the_same_benefit(database: Database) -> None:
    assert "velger du gevinsten i registeret" in everything(seat(database, SECRETARIAT, "realising.readings"))
    shown = seat(database, SECRETARIAT, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    fill_in(shown, DRIVING, OCTOBER, "4,6", Certainty.MEASURED)
    with database.read() as look:
        (made,) = (each for each in look.all(Reading, benefit=DRIVING) if each.period == OCTOBER)
    assert made.by == SECRETARIAT
