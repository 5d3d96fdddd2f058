"""Saving a form: the draft is let go when it went well, and two who changed the same are told apart."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from portfolio.actions.people import keep_person
from portfolio.people import Person, Role, Stamp
from portfolio.store.database import Database
from tests.pages.desk.sheet import fill_in, sheet
from tests.pages.seat import everything, seat

ADMINISTRATOR, LENE = "person:are-tangneset", "person:lene-bjørkmyra"


def test_a_form_that_is_saved_begins_anew_from_what_is_stored(database: Database) -> None:
    shown = fill_in(sheet(database, stored={"text": "Tekst"}))
    shown.button(key="save").click().run()
    assert shown.success
    assert shown.run().session_state["typed"]["text"] == "Tekst"
    assert sheet(database).session_state["typed"]["text"] == ""


@pytest.fixture
def begun(database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]) -> AppTest:
    """A form in which two fields are changed, one of which somebody else changes meanwhile, and a third."""
    shown = seat(database, ADMINISTRATOR, "people", language="en", id=LENE)
    shown.text_input[0].set_value("Lene B")
    shown.selectbox(key=f"person.{LENE}.0.active").set_value("no").run()
    theirs = {"name": "Lene *Bjørk*", "roles": (Role.READER,)}
    keep_person(database, person(LENE).model_copy(update=theirs), stamp=stamp(ADMINISTRATOR))
    return _press(shown, "Save")


def test_who_changed_it_is_told_and_what_stands_there_by_the_field_that_both_changed(begun: AppTest) -> None:
    said = [each.value for each in begun.warning]
    assert any("Are Tangneset" in each for each in said)
    assert "Stands there now: Lene \\*Bjørk\\*" in said
    assert not [each for each in said if "Reader" in each]
    assert begun.text_input[0].value == "Lene B"


def test_keeping_mine_saves_what_i_changed_and_leaves_what_only_they_changed(
    begun: AppTest, person: Callable[[str], Person]
) -> None:
    _press(begun, "Keep what I changed, and save")
    kept = person(LENE)
    assert (kept.name, kept.active, kept.roles) == ("Lene B", False, (Role.READER,))


def test_taking_theirs_lets_mine_go(begun: AppTest, person: Callable[[str], Person]) -> None:
    _press(begun, "Take theirs: discard mine")
    assert begun.text_input[0].value == "Lene *Bjørk*"
    assert person(LENE).active
    assert "kept as a draft" not in everything(begun)


def _press(shown: AppTest, label: str) -> AppTest:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception
    return shown
