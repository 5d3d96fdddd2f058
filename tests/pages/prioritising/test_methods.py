"""The method, open for everybody to read."""

import pytest

from portfolio.store.database import Database
from tests.pages.seat import everything, seat


def test_everybody_may_read_what_is_asked_and_what_it_weighs(database: Database) -> None:
    shown = seat(database, "person:signe-holtviken", "prioritising.methods")
    assert "Kriterier og vekter" in everything(shown)
    assert not shown.exception


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_method_reads_in_all_languages(database: Database, language: str) -> None:
    shown = seat(database, "person:signe-holtviken", "prioritising.methods", language=language)
    assert len(shown.expander) == 8
