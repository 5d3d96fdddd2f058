"""The list of proposals: found by words, and the way to one."""

from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables

SECRETARIAT, READER = "person:ingrid-solbakken", "person:signe-holtviken"
FIRST = "prosjekt:2026-001"


def test_the_list_is_searched_by_every_word(database: Database) -> None:
    shown = seat(database, READER, "proposals.proposals")
    shown.text_input(key="sok").set_value("byggesak felles").run()
    assert list(tables(shown)[0]["Referanse"]) == ["2026-001"]


def test_a_search_that_finds_nothing_says_so(database: Database) -> None:
    shown = seat(database, READER, "proposals.proposals")
    shown.text_input(key="sok").set_value("finnes ikke").run()
    assert "Ingen forslag passer" in everything(shown)


def test_those_who_may_are_offered_to_put_one_forward(database: Database) -> None:
    offered = [everything(seat(database, who, "proposals.proposals")) for who in (SECRETARIAT, READER)]
    assert ["Legg fram et forslag" in each for each in offered] == [True, False]
