"""A project tells who shares a joint contribution, by which rule, and what each of them carries."""

from portfolio.store.database import Database
from tests.pages.funding.money import EVERYBODY, FINANCE, FORTY, SECRETARIAT, UNSHARED
from tests.pages.seat import everything, seat, tables


def test_a_project_shows_who_shares_by_which_population_and_the_rule(database: Database) -> None:
    said = everything(seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY)).replace("\u00a0", " ")
    assert "Alle 357 kommuner deler etter folketallet 1\\. januar 2026: 5 627 400 innbyggere" in said
    assert "ved lik rest til laveste kommunenummer" in said
    assert "357 i alt" in said


def test_the_part_of_one_municipality_is_found(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY)
    shown.text_input(key="kommunesok").set_value("utsira").run()
    parts = next(each for each in tables(shown) if each.index.name == "Kommune")
    assert list(parts.index) == ["1151 Utsira"]


def test_only_some_who_share_are_counted_with_their_inhabitants(database: Database) -> None:
    said = everything(seat(database, FINANCE, "funding.overview", prosjekt=FORTY)).replace("\u00a0", " ")
    assert "40 kommuner deler etter folketallet 1\\. januar 2026" in said


def test_where_nobody_has_said_who_shares_only_finance_is_asked_to(database: Database) -> None:
    asked = everything(seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED))
    assert "Det er ikke oppgitt ennå hvilke kommuner som deler" in asked
    assert "Oppgi hvem som deler" in asked
    others = everything(seat(database, SECRETARIAT, "funding.overview", prosjekt=UNSHARED))
    assert "Det kommunene deler" not in others


def test_where_no_municipality_fits_the_page_says_what_to_try(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY)
    shown.text_input(key="kommunesok").set_value("finnes ikke").run()
    assert "Ingen kommune som deler, passer" in everything(shown)
