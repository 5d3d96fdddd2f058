"""One project: what it costs and lacks first, who gives what, and what may go on."""

import pytest

from portfolio.store.database import Database
from tests.pages.funding.money import EVERYBODY, FINANCE, SECRETARIAT, figures
from tests.pages.seat import everything, seat, tables

COSTED = "prosjekt:2026-010"
"""A project that costs something in 2029, for which nobody has given anything."""


def test_it_tells_what_the_project_costs_and_lacks_first_in_all_years_or_one(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "funding.overview", prosjekt=EVERYBODY)
    assert list(figures(shown))[:3] == ["Kostnad", "Tilsagn", "Mangler"]
    whole = figures(shown)["Kostnad"]
    shown.selectbox[0].set_value("2027").run()
    assert figures(shown)["Kostnad"] != whole


@pytest.mark.parametrize(("person", "offered"), [(FINANCE, True), (SECRETARIAT, False)])
def test_only_finance_is_offered_to_take_an_amount_onward(
    database: Database, person: str, offered: bool
) -> None:
    shown = seat(database, person, "funding.overview", prosjekt=EVERYBODY)
    given = next(each for each in tables(shown) if each.index.name == "Part")
    assert ("Videre" in given.columns) is offered
    assert ("flytt=2027.kommunene" in "".join(given.get("Videre", ()))) is offered


def test_a_project_to_which_nobody_has_given_anything_says_so(database: Database) -> None:
    assert "Ingen har søkt eller gitt tilsagn ennå" in everything(
        seat(database, SECRETARIAT, "funding.overview", prosjekt=COSTED, ar="2029")
    )


@pytest.mark.parametrize(
    "address", [{"prosjekt": EVERYBODY, "ar": "2099"}, {"part": "kommune:0301", "ar": "2099"}]
)
def test_a_year_that_is_not_offered_shows_all_years_and_says_so(
    database: Database, address: dict[str, str]
) -> None:
    shown = seat(database, SECRETARIAT, "funding.overview", **address)
    whole = seat(database, SECRETARIAT, "funding.overview", **{**address, "ar": "alle"})
    assert shown.selectbox[0].value == "alle"
    assert [each.to_string() for each in tables(shown)] == [each.to_string() for each in tables(whole)]
    assert figures(shown) == figures(whole)
    assert len(tables(shown)) > 0
