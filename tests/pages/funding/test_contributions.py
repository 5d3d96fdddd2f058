"""Contributions are entered and taken onward, and nothing typed is lost on the way."""

from datetime import date

import pytest

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Place
from portfolio.funding.stages import Stage
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.sealed import seen
from tests.pages.funding.money import EVERYBODY, FINANCE, FORTY, OTHER, SECRETARIAT, UNSHARED, at, press
from tests.pages.seat import everything, seat

ENTRY = f"bidrag.{FORTY}.0"
ROOMY = "prosjekt:2026-008"
ROOMY_ENTRY = f"bidrag.{ROOMY}.0"
"""A project that costs more than it is given; the forty are given more than they cost already."""


def test_a_contribution_is_entered_and_the_page_says_so(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=ROOMY, ny="")
    shown.selectbox(key=f"{ROOMY_ENTRY}.party").set_value("kommune:0301")
    shown.selectbox(key=f"{ROOMY_ENTRY}.year").set_value("2030")
    shown.text_input(key=f"{ROOMY_ENTRY}.amount").set_value("1 250 000,50 kr")
    shown.radio(key=f"{ROOMY_ENTRY}.stage").set_value("applied")
    press(shown, "Legg inn")
    assert at(database, Place(ROOMY, "kommune:0301", 2030)) == {Stage.APPLIED: 1_250_000_50}
    assert [each.value for each in shown.success] == ["Bidraget er lagt inn."]


def test_a_digit_too_many_is_asked_about_by_the_amount_and_entered_once_it_is_confirmed(
    database: Database,
) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, ny="")
    shown.selectbox(key=f"{ENTRY}.party").set_value("kommune:0301")
    shown.selectbox(key=f"{ENTRY}.year").set_value("2030")
    shown.text_input(key=f"{ENTRY}.amount").set_value("900 000 000")
    shown.radio(key=f"{ENTRY}.stage").set_value("applied")
    press(shown, "Legg inn")
    assert "prosjektet koster" in shown.error[0].value
    assert at(database, Place(FORTY, "kommune:0301", 2030)) == {}
    (sure,) = (each for each in shown.checkbox if each.label == "Ja, 900 000 000 stemmer")
    sure.check()
    press(shown, "Legg inn")
    assert at(database, Place(FORTY, "kommune:0301", 2030)) == {Stage.APPLIED: 900_000_000_00}


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


def test_two_officers_do_not_pay_the_same_invoice_twice_without_being_told(database: Database) -> None:
    place, form = Place(EVERYBODY, "kommunene", 2027), f"flytt.{EVERYBODY}.2027.kommunene.agreed.0"
    slow, quick = (
        seat(database, who, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
        for who in (OTHER, FINANCE)
    )
    for shown in (slow, quick):
        shown.radio(key=f"{form}.to").set_value("paid").run()
        shown.text_input(key=f"{form}.amount").set_value("5 000 000").run()
    press(quick, "Før videre")
    press(slow, "Før videre")
    paid = {Stage.AGREED: 13_128_000_00, Stage.PAID: 5_000_000_00}
    (told,) = (each.value.replace("\u00a0", " ") for each in slow.warning)
    assert all(fact in told for fact in ("Geir Mosengtun", "13 128 000 kr", "Avtalt"))
    assert at(database, place) == paid
    press(slow, "Behold det jeg skrev, og se på det igjen")
    assert (slow.text_input(key=f"{form}.amount").value, at(database, place)) == ("5 000 000", paid)
    press(slow, "Før videre")
    assert at(database, place) == {Stage.AGREED: 8_128_000_00, Stage.PAID: 10_000_000_00}


def test_two_officers_do_not_enter_the_same_letter_twice_without_being_told(database: Database) -> None:
    place = Place(FORTY, "kommune:0301", 2030)
    slow, quick = (seat(database, who, "funding.overview", prosjekt=FORTY, ny="") for who in (OTHER, FINANCE))
    for shown in (slow, quick):
        shown.selectbox(key=f"{ENTRY}.party").set_value("kommune:0301")
        shown.selectbox(key=f"{ENTRY}.year").set_value("2030")
        shown.text_input(key=f"{ENTRY}.amount").set_value("700")
        shown.radio(key=f"{ENTRY}.stage").set_value("applied").run()
    press(quick, "Legg inn")
    press(slow, "Legg inn")
    assert any("Geir Mosengtun" in each.value for each in slow.warning)
    assert at(database, place) == {Stage.APPLIED: 700_00}


@pytest.mark.parametrize("address", [{"ny": ""}, {"nokkel": ""}, {"flytt": "2027.ks"}])
def test_only_finance_gets_the_forms(database: Database, address: dict[str, str]) -> None:
    shown = seat(database, SECRETARIAT, "funding.overview", prosjekt=EVERYBODY, **address)
    assert shown.title[0].value.startswith("Arkivbrua")
    assert "Legg inn et bidrag" not in everything(shown)


def test_a_joint_contribution_without_a_key_is_sent_to_where_the_key_is_set(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, ny="")
    assert "nokkel" not in everything(shown)
    shown.selectbox(key=f"bidrag.{UNSHARED}.0.party").set_value("kommunene").run()
    assert f"/finansiering?prosjekt={UNSHARED}&nokkel" in everything(shown)


def test_paying_next_years_money_by_the_key_of_today_is_said_before_it_is_paid(database: Database) -> None:
    form = f"flytt.{EVERYBODY}.2027.kommunene.agreed.0"
    with database.read() as reader:
        (key,) = reader.all(Sharing, proposal=EVERYBODY)
    three = key.model_copy(update={"members": key.members[:3], "applies_from": date(2027, 1, 1)})
    share_by(database, three, seen=seen(database, EVERYBODY), reason="Ny krets", stamp=of(database, FINANCE))
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    assert not shown.warning
    shown.radio(key=f"{form}.to").set_value("paid").run()
    (said,) = (each.value.replace("\\", "") for each in shown.warning)
    assert "Det som betales 23. november 2026, deles etter den første nøkkelen, på 357 kommuner" in said
    assert "Planen for 2027 deles etter nøkkelen fra 1. januar 2027, på 3" in said
    shown.date_input(key=f"{form}.on").set_value(date(2027, 1, 1)).run()
    assert not shown.warning


def test_a_payment_by_the_key_that_shares_its_plan_is_not_warned_of(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, flytt="2027.kommunene")
    shown.radio(key=f"flytt.{EVERYBODY}.2027.kommunene.agreed.0.to").set_value("paid").run()
    assert not shown.warning
