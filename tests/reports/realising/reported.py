"""The driving time of the example, reported and changed as its owner would."""

from datetime import date
from decimal import Decimal

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import report
from portfolio.people import Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty
from portfolio.store.database import Database

OWNER, SECRETARIAT, READER = "person:lene-bjørkmyra", "person:ingrid-solbakken", "person:signe-holtviken"
DRIVING, WITHOUT_BASELINE = "gevinst:2026-002-1", "gevinst:2026-005-5"
TODAY = date(2026, 11, 23)
OCTOBER, SEPTEMBER = Period(date(2026, 10, 1), date(2026, 11, 1)), Period(date(2026, 9, 1), date(2026, 10, 1))


def told(
    database: Database,
    stamp: Stamp,
    value: str,
    *,
    benefit: str = DRIVING,
    period: Period = OCTOBER,
    corrects: str | None = None,
) -> str:
    """Report the driving time and return the reading's id."""
    made = report(
        database,
        benefit,
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


def changed(database: Database, stamp: Stamp, *, reason: str = "Avtalt", **fields: object) -> None:
    """Change the driving time's benefit."""
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    keep_benefit(database, benefit.model_copy(update=fields), reason=reason, stamp=stamp)
