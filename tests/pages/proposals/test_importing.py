"""The three steps of the import, and the file that is kept between them."""

import pytest

from portfolio.store.database import Database
from tests.pages.proposals.sending import NEW, SECRETARIAT, send
from tests.pages.seat import everything, seat
from tests.sheets.filling.books import filled


def test_the_page_begins_with_the_template_and_asks_for_a_file(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.importing")
    assert [each.value for each in shown.header] == ["1. Hent malen", "2. Last opp utfylt mal"]
    assert shown.file_uploader[0].allowed_type == [".xlsx"]


def test_the_file_is_still_there_after_another_page(database: Database) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing"), filled(NEW))
    kept = shown.session_state["import.kept"]
    later = seat(database, SECRETARIAT, "proposals.importing")
    later.session_state["import.kept"] = kept
    later.run()
    assert "Nye forslag: 1" in everything(later)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_steps_are_drawn_in_the_other_languages(database: Database, language: str) -> None:
    shown = send(seat(database, SECRETARIAT, "proposals.importing", language=language), filled(NEW))
    assert len(shown.header) == 3
