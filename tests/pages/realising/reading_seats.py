"""What somebody does with the form of a reading, and what is stored of it."""

from decimal import Decimal
from typing import Any

from portfolio.actions.realising.readings import report
from portfolio.people import Stamp
from portfolio.periods import Period
from portfolio.realising.readings import Certainty, Reading
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import TODAY


def field(benefit: str, period: Period, name: str, turn: int = 0) -> str:
    """Return the key of a field."""
    return f"måling:{benefit}|{period.key}.{turn}.{name}"


def fill_in(shown: Any, benefit: str, period: Period, value: str, how: Certainty | None) -> None:
    """Type a value, say how it is known, and save."""
    shown.text_input(key=field(benefit, period, "value")).set_value(value)
    if how:
        shown.radio(key=field(benefit, period, "certainty")).set_value(how.value)
    save(shown, benefit, period)


def save(shown: Any, benefit: str, period: Period) -> None:
    """Press the button."""
    shown.button(key=f"måling:{benefit}|{period.key}.save").click().run()
    assert not shown.exception


def values(database: Database, benefit: str, period: Period) -> list[Decimal | None]:
    """Return every value reported of a period, in the order they came."""
    with database.read() as look:
        listed = [each for each in look.all(Reading, benefit=benefit) if each.period == period]
    return [each.value for each in sorted(listed, key=lambda each: each.at)]


def reported(database: Database, stamp: Stamp, benefit: str, period: Period, value: str) -> None:
    """Report by another way than the page."""
    report(
        database,
        benefit,
        period=period,
        certainty=Certainty.MEASURED,
        value=Decimal(value),
        comment="",
        on=TODAY,
        stamp=stamp,
    )
