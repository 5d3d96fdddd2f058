"""What is typed of a reading is read as people write it, and what is missing is said by its field."""

from datetime import date
from decimal import Decimal

import pytest

from portfolio.numerals import NotANumber
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.realising.reading_fields import TypedReading
from portfolio.periods import Period
from portfolio.realising.readings import Certainty
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DESKS, OWNER
from tests.pages.realising.reading_seats import field, fill_in, save, values
from tests.pages.seat import seat

QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))


def test_refusals_stand_by_their_fields_and_nothing_typed_is_lost(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "tolv", None)
    assert any("Velg hvordan" in each.value for each in shown.error)
    fill_in(shown, DESKS, QUARTER, "tolv", Certainty.MEASURED)
    assert any("«tolv» er ikke et tall" in each.value for each in shown.error)
    assert shown.text_input(key=field(DESKS, QUARTER, "value")).value == "tolv"
    assert values(database, DESKS, QUARTER) == []


def test_not_measured_asks_why(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "", Certainty.NOT_MEASURED)
    assert any("hvorfor det ikke ble målt" in each.value for each in shown.error)
    assert "påkrevd" in shown.text_area(key=field(DESKS, QUARTER, "comment")).label
    shown.text_area(key=field(DESKS, QUARTER, "comment")).set_value("Systemet var nede")
    save(shown, DESKS, QUARTER)
    assert "ikke målt" in shown.success[0].value
    assert values(database, DESKS, QUARTER) == [None]


@pytest.mark.parametrize(("value", "read"), [("", None), ("19,5", Decimal("19.5")), ("1 234", Decimal(1234))])
def test_a_value_is_read_as_it_is_written(value: str, read: Decimal | None) -> None:
    assert TypedReading(value, Certainty.MEASURED, "").read_value() == read


def test_what_is_no_number_is_said_by_the_value() -> None:
    with pytest.raises(NotANumber) as refused:
        TypedReading("tolv", Certainty.MEASURED, "").read_value()
    assert refused.value.about == "value"


def test_how_it_is_known_must_be_chosen() -> None:
    with pytest.raises(NotFilledIn) as refused:
        TypedReading("12", None, "").read_certainty()
    assert refused.value.about == "certainty"
