"""Every value that was reported of a benefit is there, with what it corrects, a year of months at a time."""

from collections.abc import Callable
from decimal import Decimal

from portfolio.actions.realising.readings import report
from portfolio.pages.realising.benefit_readings import SHOWN
from portfolio.people import Stamp
from portfolio.realising.readings import Certainty, Reading, holding
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DRIVING, OCTOBER, OWNER, READER, TODAY
from tests.pages.seat import seat, tables


def test_a_correction_stands_beside_what_it_corrected(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    corrects = None
    for value in ("4.6", "4.5"):
        corrects = report(
            database,
            DRIVING,
            period=OCTOBER,
            certainty=Certainty.MEASURED,
            value=Decimal(value),
            comment="",
            corrects=corrects,
            on=TODAY,
            stamp=stamp(OWNER),
        ).id
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert "4,6 (Lene Bjørkmyra" in tables(shown)[0]["Retter"].iloc[0]


def test_every_reading_that_holds_is_on_one_of_its_pages(database: Database) -> None:
    with database.read() as look:
        there = len(holding(look.all(Reading, benefit=DRIVING)))
    pages = -(-there // SHOWN)
    shown = [
        seat(database, READER, "realising.benefits", id=DRIVING, side=str(number + 1))
        for number in range(pages)
    ]
    rows = [len(tables(each)[-1]) for each in shown]
    assert sum(rows) == there
    assert max(rows) <= SHOWN
