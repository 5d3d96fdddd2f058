"""The funding page: what is lacking first, a project found, and the workbook that says the same."""

import io
import re
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from portfolio.catalogue.exports.workbooks import exports
from portfolio.money import Money
from portfolio.people import Person, Role, Stamp
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.workbook import funding
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.funding.money import EVERYBODY, FINANCE, SECRETARIAT, figures
from tests.pages.seat import everything, seat, tables


def test_everybody_sees_what_it_costs_and_what_is_lacking_first(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "funding.overview")
    assert list(figures(shown)) == ["Kostnad", "Tilsagn", "Mangler", "Søkt", "Avtalt", "Utbetalt"]
    assert figures(shown)["Kostnad"] == "713 mill. kr"
    assert "statlig side 44" in everything(shown).replace("\u00a0", " ")
    assert len(tables(shown)[-1]) == 24


def test_what_others_carry_is_said_only_where_they_give_anything(database: Database) -> None:
    with_others = everything(seat(database, SECRETARIAT, "funding.overview"))
    assert re.search(r"kommunal side \d+.% og andre \d+.%", with_others)
    without = everything(seat(database, SECRETARIAT, "funding.overview", prosjekt="prosjekt:2026-001"))
    assert re.search(r"statlig side \d+.% og kommunal side \d+.%\.", without)


def test_one_year_may_be_chosen_and_stands_in_the_address(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", ar="2027")
    assert figures(shown)["Kostnad"] == "240 mill. kr"
    shown.selectbox[0].set_value("2028").run()
    assert figures(shown)["Kostnad"] == "209 mill. kr"


def test_a_project_is_found_by_part_of_its_name(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview")
    shown.text_input(key="sok").set_value("arkivbrua").run()
    assert len(tables(shown)[-1]) == 1
    shown.text_input(key="sok").set_value("finnes ikke").run()
    assert "Ingen prosjekter passer" in everything(shown)


def test_an_empty_portfolio_says_what_to_do(empty_database: Database) -> None:
    first = Person(id="person:anne", name="Anne", roles=(Role.FINANCE,), organisation="ks")
    with empty_database.write(Stamp(person=first, at=NOW)) as writer:
        writer.add(first)
        writer.trace("enter_person", first.id)
    assert "Begynn med kostnaden til et forslag" in everything(
        seat(empty_database, first.id, "funding.overview")
    )


def test_the_workbook_holds_what_the_page_shows(database: Database) -> None:
    with database.read() as reader:
        report, shown = funding(reader, at=NOW, year=2027), covering(reader, year=2027)
    made = workbook(exports()["funding"], report, words=words("nb"))
    overview = load_workbook(io.BytesIO(made), data_only=True)["Oversikt"]
    heading, *rows = (row for row in overview.iter_rows(values_only=True) if row[0])
    while "Kostnad" not in heading:
        heading, *rows = rows
    column = heading.index("Kostnad")
    listed = [row[column] for row in rows if isinstance(row[2], int)]
    assert sum(Money.kroner(Decimal(str(each))).ore for each in listed) == shown.whole.cost.ore


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_screen_is_drawn_in_the_other_languages(database: Database, language: str) -> None:
    addresses: tuple[dict[str, str], ...] = (
        {},
        {"vis": "parter"},
        {"part": "kommune:4601"},
        {"prosjekt": EVERYBODY},
        {"prosjekt": EVERYBODY, "ny": ""},
        {"prosjekt": EVERYBODY, "nokkel": ""},
        {"prosjekt": EVERYBODY, "flytt": "2027.kommunene"},
        {"prosjekt": EVERYBODY, "rett": "post:0725"},
    )
    for address in addresses:
        assert not seat(database, FINANCE, "funding.overview", language=language, **address).exception
