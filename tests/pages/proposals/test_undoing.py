"""The latest imports on the page, and undoing one of them there."""

import pytest

from portfolio.proposals.proposal import Phase
from portfolio.store.database import Database
from tests.pages.proposals.sending import NEW, SECRETARIAT, press, send, stored
from tests.pages.seat import everything, seat, tables
from tests.sheets.filling.books import filled

PAGE = "proposals.importing"
WITHOUT_AMOUNTS = {"Forslag": NEW["Forslag"], "Kostnader": NEW["Kostnader"]}


def brought_in(database: Database, cells=WITHOUT_AMOUNTS):
    shown = send(seat(database, SECRETARIAT, PAGE), filled(cells))
    press(shown, "Ta inn")
    return shown


def why(shown, text: str) -> None:
    next(each for each in shown.text_input if each.label.startswith("Hvorfor den angres")).set_value(text)


def test_nothing_stands_there_before_anything_is_brought_in(database: Database) -> None:
    shown = seat(database, SECRETARIAT, PAGE)
    assert "Siste importer" not in [each.value for each in shown.header]


def test_right_after_it_is_brought_in_it_stands_there_and_can_be_undone(database: Database) -> None:
    shown = brought_in(database)
    assert [each.value for each in shown.header][-1] == "Siste importer"
    assert stored(database) is not None
    why(shown, "Feil fil")
    press(shown, "Angre importen")
    assert stored(database) is None
    assert "er angret" in shown.success[0].value
    assert tables(shown)[0]["Angret"].tolist() == ["Ja"]
    assert "Angre importen" not in [each.label for each in shown.button]
    with database.read() as reader:
        assert [each.action for each in reader.traces(most=2)] == ["undo_import", "import"]
    log = seat(database, SECRETARIAT, "history")
    assert "Angret en import" in everything(log)


def test_a_new_proposal_with_amounts_stays_stopped(database: Database) -> None:
    shown = brought_in(database, NEW)
    why(shown, "Feil fil")
    press(shown, "Angre importen")
    left = stored(database)
    assert left is not None
    assert left.phase is Phase.STOPPED


def test_why_is_asked_for_and_nothing_typed_is_lost(database: Database) -> None:
    shown = brought_in(database)
    press(shown, "Angre importen")
    assert "Skriv hvorfor importen angres" in shown.error[0].value
    assert stored(database) is not None


def test_what_has_been_done_since_is_named_with_its_number_in_the_log(database: Database) -> None:
    brought_in(database)
    brought_in(database, {"Kostnader": NEW["Kostnader"] | {"C6": 7}})
    shown = seat(database, SECRETARIAT, PAGE)
    first = shown.selectbox[0].options[-1]
    shown.selectbox[0].set_value(int(first.partition(",")[0])).run()
    why(shown, "Feil fil")
    press(shown, "Angre importen")
    said = shown.error[0].value.replace("\\", "")
    assert "Ingenting er angret." in said
    assert "Ingrid Solbakken har gjort noe med 2027-900 siden" in said
    assert stored(database) is not None


@pytest.mark.parametrize("language", ["nn", "en"])
def test_it_is_drawn_in_the_other_languages(database: Database, language: str) -> None:
    brought_in(database)
    shown = seat(database, SECRETARIAT, PAGE, language=language)
    assert len(shown.header) == 3
