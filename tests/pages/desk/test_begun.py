"""A form that is begun: nothing typed is lost, whatever happens to the browser."""

from datetime import date

from portfolio.people import Role
from portfolio.store import drafts
from portfolio.store.database import Database
from tests.pages.desk.sheet import NAME, fill_in, sheet

INGRID, TORVALD = "person:ingrid-solbakken", "person:torvald-myrhaug"


def draft(database: Database, person: str = INGRID) -> drafts.Draft:
    with database.read() as reader:
        return drafts.draft(reader, person=person, form=NAME)


def test_looking_at_a_form_begins_nothing(database: Database) -> None:
    assert "kept as a draft" not in str(sheet(database).caption)
    assert draft(database) == {}


def test_everything_typed_is_there_after_a_reload(database: Database) -> None:
    typed = fill_in(sheet(database)).session_state["typed"]
    again = sheet(database)
    assert again.session_state["typed"] == typed
    assert (typed["choice"], typed["several"], typed["day"]) == (
        Role.MEMBER,
        ("c", "a"),
        date(2027, 1, 31),
    )
    assert "kept as a draft" in again.caption[0].value


def test_what_was_emptied_stays_empty_after_a_reload(database: Database) -> None:
    stored = {"text": "Tekst", "several": ("a", "b")}
    shown = sheet(database, stored=stored)
    shown.text_input[0].set_value("")
    shown.multiselect[0].set_value([]).run()
    typed = sheet(database, stored=stored).session_state["typed"]
    assert (typed["text"], typed["several"]) == ("", ())


def test_a_draft_is_the_persons_own(database: Database) -> None:
    fill_in(sheet(database))
    assert sheet(database, person=TORVALD).session_state["typed"]["text"] == ""
    assert draft(database, TORVALD) == {}


def test_the_revision_they_began_from_stays_though_another_is_stored_meanwhile(database: Database) -> None:
    fill_in(sheet(database, revision=3))
    assert sheet(database, revision=4).session_state["seen"] == 3


def test_without_a_draft_the_stored_revision_is_the_one_they_begin_from(database: Database) -> None:
    sheet(database, revision=3)
    assert sheet(database, revision=4).session_state["seen"] == 4


def test_giving_up_lets_all_of_it_go_and_begins_anew_from_what_is_stored(database: Database) -> None:
    shown = fill_in(sheet(database, stored={"text": "Tekst"}))
    next(each for each in shown.button if each.label == "Delete what I typed").click().run()
    assert shown.session_state["typed"]["text"] == "Tekst"
    assert (draft(database), list(shown.caption)) == ({}, [])
