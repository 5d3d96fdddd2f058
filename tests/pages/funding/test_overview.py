"""The funding page: what is lacking first, any party found, and the ledger added to without losing a thing."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from portfolio.catalogue.exports.workbooks import exports
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Place, positions
from portfolio.money import Money
from portfolio.people import Person, Role, Stamp
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.overview import funding
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.seat import everything, seat

FINANCE, OTHER = "person:geir-mosengtun", "person:wenche-rabbenes"
EVERYBODY, FORTY, UNSHARED = "prosjekt:2026-004", "prosjekt:2026-001", "prosjekt:2026-024"
ENTRY = f"bidrag.{FORTY}.0"
KEY = f"nokkel.{UNSHARED}.0"


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def at(database: Database, place: Place) -> dict[Stage, int]:
    with database.read() as reader:
        entries = reader.all(Entry, proposal=place.proposal, party=place.party, year=place.year)
    return {stage: amount.ore for each in positions(entries) for stage, amount in each.at.items() if amount}


def figures(shown: AppTest) -> dict[str, str]:
    return {each.label: each.value.replace("\u00a0", " ") for each in shown.metric}


def test_everybody_sees_what_it_costs_and_what_is_lacking_first(database: Database) -> None:
    shown = seat(database, "person:ingrid-solbakken", "funding.overview")
    assert list(figures(shown)) == ["Kostnad", "Tilsagn", "Mangler", "Søkt", "Avtalt", "Utbetalt"]
    assert figures(shown)["Kostnad"] == "713 mill. kr"
    assert "statlig side 44" in everything(shown).replace("\u00a0", " ")
    assert len(shown.table[-1].value) == 24


def test_one_year_may_be_chosen_and_stands_in_the_address(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", ar="2027")
    assert figures(shown)["Kostnad"] == "240 mill. kr"
    shown.selectbox[0].set_value("2028").run()
    assert figures(shown)["Kostnad"] == "209 mill. kr"


def test_a_project_is_found_by_part_of_its_name(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview")
    shown.text_input(key="sok").set_value("arkivbrua").run()
    assert len(shown.table[-1].value) == 1
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


def test_one_of_405_parties_is_found_by_name_or_number(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", vis="parter")
    assert "405 i alt" in everything(shown)
    shown.text_input(key="partsok").set_value("4601").run()
    (row,) = shown.table[0].value.index
    assert "4601 Bergen" in row


def test_a_municipality_sees_its_own_and_its_part_of_the_joint_contributions(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", part="kommune:4601", ar="2026")
    assert shown.title[0].value == "4601 Bergen"
    assert set(shown.table[0].value["Hvordan"]) == {"Eget bidrag", "Del av felles bidrag"}


def test_a_project_shows_who_shares_by_which_population_and_the_rule(database: Database) -> None:
    said = everything(seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY)).replace("\u00a0", " ")
    assert "Alle 357 kommuner deler etter folketallet 1\\. januar 2026: 5 627 400 innbyggere" in said
    assert "ved lik rest til laveste kommunenummer" in said
    assert "357 i alt" in said


def test_the_part_of_one_municipality_is_found(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY)
    shown.text_input(key="kommunesok").set_value("utsira").run()
    parts = next(each.value for each in shown.table if each.value.index.name == "Kommune")
    assert list(parts.index) == ["1151 Utsira"]


@pytest.mark.parametrize("address", [{"ny": ""}, {"nokkel": ""}, {"flytt": "2027.ks"}])
def test_only_finance_gets_the_forms(database: Database, address: dict[str, str]) -> None:
    shown = seat(database, "person:ingrid-solbakken", "funding.overview", prosjekt=EVERYBODY, **address)
    assert shown.title[0].value.startswith("Arkivbrua")
    assert "Legg inn et bidrag" not in everything(shown)


def test_a_contribution_is_entered_and_the_page_says_so(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, ny="")
    shown.selectbox(key=f"{ENTRY}.party").set_value("kommune:0301")
    shown.selectbox(key=f"{ENTRY}.year").set_value("2030")
    shown.text_input(key=f"{ENTRY}.amount").set_value("1 250 000,50 kr")
    shown.radio(key=f"{ENTRY}.stage").set_value("applied")
    press(shown, "Legg inn")
    assert at(database, Place(FORTY, "kommune:0301", 2030)) == {Stage.APPLIED: 1_250_000_50}
    assert [each.value for each in shown.success] == ["Bidraget er lagt inn."]


def test_what_a_contribution_lacks_is_said_by_each_field(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, ny="")
    press(shown, "Legg inn")
    assert [each.value for each in shown.error][:4] == ["Fyll ut dette."] * 4
    shown.text_input(key=f"{ENTRY}.amount").set_value("1.234").run()
    shown.selectbox(key=f"{ENTRY}.party").set_value("ks")
    shown.selectbox(key=f"{ENTRY}.year").set_value("2030")
    shown.radio(key=f"{ENTRY}.stage").set_value("applied")
    press(shown, "Legg inn")
    assert "er ikke et beløp" in shown.error[0].value


def test_a_draft_survives_a_new_session(database: Database) -> None:
    seat(database, FINANCE, "funding.overview", prosjekt=FORTY, ny="").text_input(
        key=f"{ENTRY}.note"
    ).set_value("Brev 12/34").run()
    again = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, ny="")
    assert again.text_input(key=f"{ENTRY}.note").value == "Brev 12/34"
    assert (
        seat(database, OTHER, "funding.overview", prosjekt=FORTY, ny="").text_input(key=f"{ENTRY}.note").value
        == ""
    )


def test_all_that_stands_is_offered_and_a_part_may_go_onward(database: Database) -> None:
    place = Place(EVERYBODY, "kommunene", 2027)
    form = f"flytt.{EVERYBODY}.2027.kommunene.agreed.0"
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    assert shown.text_input(key=f"{form}.amount").value.replace("\u00a0", " ") == "18 128 000"
    shown.text_input(key=f"{form}.amount").set_value("128000")
    shown.radio(key=f"{form}.to").set_value("paid")
    press(shown, "Før videre")
    assert at(database, place) == {Stage.AGREED: 18_000_000_00, Stage.PAID: 128_000_00}


def test_more_than_what_stands_there_is_refused_with_what_stands_there(database: Database) -> None:
    form = f"flytt.{EVERYBODY}.2027.kommunene.agreed.0"
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    shown.text_input(key=f"{form}.amount").set_value("18128001")
    shown.radio(key=f"{form}.to").set_value("lapsed")
    press(shown, "Før videre")
    assert "18 128 000 kr" in shown.error[0].value.replace("\u00a0", " ")


def test_the_second_of_two_finance_officers_is_told_what_is_left(database: Database) -> None:
    form = f"flytt.{EVERYBODY}.2027.kommunene.agreed.0"
    slow = seat(database, OTHER, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    slow.radio(key=f"{form}.to").set_value("paid").run()
    quick = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    quick.radio(key=f"{form}.to").set_value("paid")
    press(quick, "Før videre")
    press(slow, "Før videre")
    assert at(database, Place(EVERYBODY, "kommunene", 2027)) == {Stage.PAID: 18_128_000_00}
    assert "Her står det ikke noe som kan føres videre" in everything(slow)


def test_a_step_is_undone_with_a_reason_and_stands_there_struck_in_words(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, rett="post:0725")
    press(shown, "Opphev steget")
    assert shown.error[0].value == "Skriv hvorfor det rettes."
    shown.text_input(key="rett.post:0725.0.note").set_value("Feil år.")
    press(shown, "Opphev steget")
    steps = next(each.value for each in shown.table if each.value.index.name == "Dag")
    assert next(iter(steps["Hva"])).startswith("Retting: Avtalt")
    assert "(rettet, teller ikke)" in "".join(steps["Hva"])


def test_a_key_is_set_for_the_municipalities_of_some_counties(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("counties").run()
    press(shown, "Lagre")
    assert shown.error[0].value == "Fyll ut dette."
    shown.multiselect(key=f"{KEY}.counties").set_value(["Oslo", "Rogaland"])
    shown.selectbox(key=f"{KEY}.on").set_value("2026-01-01")
    press(shown, "Lagre")
    with database.read() as reader:
        (kept,) = reader.all(Sharing, proposal=UNSHARED)
    assert (len(kept.members), kept.revision) == (24, 1)


def test_the_second_to_set_a_key_sees_that_somebody_did(database: Database) -> None:
    slow = seat(database, OTHER, "funding.overview", prosjekt=UNSHARED, nokkel="")
    slow.radio(key=f"{KEY}.who").set_value("everybody").run()
    slow.selectbox(key=f"{KEY}.on").set_value("2025-01-01").run()
    quick = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    quick.radio(key=f"{KEY}.who").set_value("everybody")
    quick.selectbox(key=f"{KEY}.on").set_value("2026-01-01")
    press(quick, "Lagre")
    press(slow, "Lagre")
    assert any("Geir Mosengtun" in each.value for each in slow.warning)
    with database.read() as reader:
        assert reader.all(Sharing, proposal=UNSHARED)[0].on.year == 2026


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
