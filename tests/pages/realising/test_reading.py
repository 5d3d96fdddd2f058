"""One period is shown to those who may report it, with what to know before filling in."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.people import Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Rhythm
from portfolio.reports.realising.reading import to_report
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import (
    DESKS,
    DRIVING,
    OCTOBER,
    OWNER,
    READER,
    SECRETARIAT,
    TODAY,
    benefit,
)
from tests.pages.seat import everything, seat


def test_somebody_elses_benefit_is_told_off_before_anything_is_typed(database: Database) -> None:
    shown = seat(database, READER, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    assert "Bare gevinsteieren, prosjekteieren og sekretariatet" in everything(shown)
    assert not shown.text_input


def test_what_the_path_expects_is_told_with_three_figures(database: Database) -> None:
    with database.read() as look:
        path = to_report(look, DRIVING, OCTOBER.key, on=TODAY).expected
    shown = everything(seat(database, OWNER, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key))
    told = re.search(r"bør den være omtrent ([\d,]+)\.", shown.replace("\\", ""))
    assert told is not None
    assert len(told[1].replace(",", "")) == 3
    assert float(told[1].replace(",", ".")) == pytest.approx(path, abs=0.005)


def test_what_is_reported_of_the_period_already_is_told_with_who_reported_it(database: Database) -> None:
    earlier = Period(date(2026, 4, 1), date(2026, 7, 1))
    shown = everything(seat(database, OWNER, "realising.readings", gevinst=DESKS, periode=earlier.key))
    assert "rapporterte 17,3 årsverk" in shown


def test_what_the_plan_before_asked_for_waits_is_told_so_and_is_reported(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    yearly = benefit(database).model_copy(update={"rhythm": Rhythm.YEARLY})
    keep_benefit(database, yearly, reason="Nok med et år", stamp=stamp(SECRETARIAT))
    shown = seat(database, OWNER, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    assert "krevd i planen slik den var til 23. november 2026" in everything(shown).replace("\\", "")
    assert shown.text_input


def test_a_period_that_is_not_there_is_refused_above_the_list(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings", gevinst=DRIVING, periode="1999-01")
    assert "Velg en fra listen" in shown.warning[0].value
    assert not shown.text_input
