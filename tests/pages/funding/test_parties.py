"""Any party is found, with its own contributions and its part of the joint ones."""

from portfolio.store.database import Database
from tests.pages.funding.money import FINANCE
from tests.pages.seat import everything, seat, tables


def test_one_of_405_parties_is_found_by_name_or_number(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", vis="parter")
    assert "405 i alt" in everything(shown)
    shown.text_input(key="partsok").set_value("4601").run()
    (row,) = tables(shown)[0].index
    assert "4601 Bergen" in row


def test_a_municipality_sees_its_own_and_its_part_of_the_joint_contributions(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", part="kommune:4601", ar="2026")
    assert shown.title[0].value == "4601 Bergen"
    assert set(tables(shown)[0]["Hvordan"]) == {"Eget bidrag", "Del av felles bidrag"}


def test_where_no_party_fits_the_page_says_what_to_try(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", vis="parter")
    shown.text_input(key="partsok").set_value("finnes ikke").run()
    assert "Ingen part passer" in everything(shown)


def test_a_party_that_carries_nothing_says_so_and_may_be_seen_in_another_year(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", part="fylke:15", ar="2029")
    assert "Parten bærer ikke noe i disse årene" in everything(shown)
    shown.selectbox[0].set_value("alle").run()
    assert len(tables(shown)[0]) > 0
