"""Each kind of field: what it shows first, and what it gives back."""

from datetime import date

from portfolio.people import Role
from portfolio.store.database import Database
from tests.pages.desk.sheet import fill_in, sheet

STORED = {
    "text": "Tekst",
    "paragraph": "Lang tekst",
    "choice": Role.MEMBER,
    "steps": "c",
    "several": ("b", "gone"),
    "day": date(2026, 5, 17),
}


def test_a_new_form_is_empty_and_nothing_is_chosen_beforehand(database: Database) -> None:
    assert sheet(database).session_state["typed"] == {
        "text": "",
        "paragraph": "",
        "choice": None,
        "steps": None,
        "several": (),
        "day": None,
    }


def test_a_form_begins_with_what_is_stored_but_for_options_that_are_no_more(database: Database) -> None:
    typed = sheet(database, stored=STORED).session_state["typed"]
    assert typed == STORED | {"several": ("b",)}
    assert typed["choice"] is Role.MEMBER
    assert sheet(database, stored={"steps": "gone"}).session_state["typed"]["steps"] is None


def test_what_is_typed_comes_back_as_what_was_offered(database: Database) -> None:
    shown = fill_in(sheet(database, stored=STORED))
    assert shown.session_state["typed"] == {
        "text": "Ny tekst",
        "paragraph": "Linje\nlinje",
        "choice": Role.MEMBER,
        "steps": "b",
        "several": ("c", "a"),
        "day": date(2027, 1, 31),
    }


def test_a_choice_that_left_the_list_is_said_by_the_field_and_asked_for_again(database: Database) -> None:
    gone = "What was chosen here is not offered any more. Choose again."
    shown = sheet(database, stored={"steps": "gone", "several": ("b", "gone")})
    assert [each.value for each in shown.warning] == [gone, gone]
    shown.radio[0].set_value("a").run()
    assert [each.value for each in shown.warning] == [gone]
    assert not sheet(database, person="person:torvald-myrhaug", stored={"steps": "b"}).warning


def test_a_day_beyond_all_that_can_be_is_refused_by_the_field_and_an_emptied_one_is_empty(
    database: Database,
) -> None:
    shown = sheet(database, stored=STORED)
    shown.date_input[0].set_value(date(1999, 12, 31)).run()
    shown.button(key="save").click().run()
    assert shown.date_input[0].value == date(1999, 12, 31)
    assert "Choose a day from" in shown.error[0].value
    assert not shown.success
    shown.date_input[0].set_value(None).run()
    assert shown.session_state["typed"]["day"] is None


def test_options_are_read_by_the_names_they_are_given_else_by_their_own(database: Database) -> None:
    shown = sheet(database)
    assert shown.radio[0].options == shown.multiselect[0].options == ["A", "B", "C"]
    assert "Secretariat" in shown.selectbox[0].options
