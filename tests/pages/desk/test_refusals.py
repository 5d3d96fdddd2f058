"""What stands in the way: beside its field, in all, and never at the cost of what was typed."""

import pytest

from portfolio.objections import Objection
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.store.database import Database
from tests.pages.desk.sheet import fill_in, sheet

HERE = NotFilledIn("Fill this in.", about="text")
THERE = NotFilledIn("This is too long. Shorten it.", about="day")
WHOLE = Objection("Nothing here yet.")
ONE, TWO = "Nothing is saved yet: mend 1 field above.", "Nothing is saved yet: mend 2 fields above."


@pytest.mark.parametrize(
    ("refusals", "said"),
    [
        ((HERE,), ["Fill this in.", ONE]),
        ((HERE, THERE), ["Fill this in.", "This is too long\\. Shorten it\\.", TWO]),
        ((WHOLE,), ["Nothing here yet."]),
        ((WHOLE, HERE), ["Fill this in.", "Nothing here yet.", TWO]),
    ],
)
def test_each_is_said_by_its_field_and_how_many_there_are_last(
    database: Database, refusals: tuple[Objection, ...], said: list[str]
) -> None:
    shown = sheet(database, refusals=refusals)
    shown.button(key="save").click().run()
    assert [each.value.replace("\\", "") for each in shown.error] == [each.replace("\\", "") for each in said]


def test_what_was_typed_is_there_after_a_refusal_and_a_reload(database: Database) -> None:
    shown = fill_in(sheet(database, refusals=(HERE,)))
    typed = shown.session_state["typed"]
    shown.button(key="save").click().run()
    assert not shown.success
    assert shown.session_state["typed"] == typed == sheet(database).session_state["typed"]
