"""What differs is shown field by field; where nothing does, that is said."""

from collections.abc import Callable

from portfolio.people import Stamp
from portfolio.store.database import Database
from tests.pages.seat import everything, seat
from tests.rounds import CLOSED, READER, rewritten

DECIDED = "prosjekt:2026-001"


def test_each_field_stands_with_what_stood_there_and_what_stands_there_now(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    rewritten(database, stamp, DECIDED, source="Et <b>notat</b>")
    shown = seat(database, READER, "prioritising.rounds", runde=CLOSED, forslag=DECIDED)
    text = everything(shown)
    assert "til «Et annet»" in text
    assert "Kilde" in text
    assert "<b>" not in text
    assert "Et <b>notat</b>" in text.replace("\\", "")


def test_nothing_is_said_where_nothing_is_new(database: Database) -> None:
    shown = seat(database, READER, "prioritising.rounds", runde=CLOSED, forslag=DECIDED)
    assert "Endret etter at runden" not in everything(shown)
