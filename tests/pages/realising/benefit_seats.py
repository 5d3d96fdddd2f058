"""The people and benefits of the example that the pages of the benefits are tried with, and what is done there."""

from datetime import date
from typing import Any

from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.store.database import Database

OWNER, SECRETARIAT, PROJECT_OWNER, ANOTHER_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:halvard-lyngmoen",
    "person:petter-granholtet",
    "person:signe-holtviken",
)
DRIVING, DESKS, WITHOUT_BASELINE = "gevinst:2026-002-1", "gevinst:2026-005-3", "gevinst:2026-005-5"
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
TODAY = date(2026, 11, 23)


def told(shown: Any, kind: str) -> str:
    """Return what the errors or warnings say."""
    return "\n".join(each.value for each in getattr(shown, kind)).replace("\\", "")


def press(shown: Any, label: str) -> None:
    """Press a button by its name."""
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def benefit(database: Database, id: str = DRIVING) -> Benefit:
    """Return a benefit as it is stored."""
    with database.read() as look:
        return look.get(Benefit, id)
