"""A sharing key is set for those who share, and asks for all that its rule needs."""

from portfolio.funding.keys import Sharing
from portfolio.pages.funding.keys import Who, sharers
from portfolio.store.database import Database
from tests.pages.funding.money import EVERYBODY, FINANCE, OTHER, UNSHARED, press
from tests.pages.seat import everything, seat

KEY = f"nokkel.{UNSHARED}.0"


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


def test_a_key_without_its_day_is_refused_by_the_day(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("everybody")
    press(shown, "Lagre")
    assert shown.error[0].value == "Fyll ut dette."
    with database.read() as reader:
        assert reader.all(Sharing, proposal=UNSHARED) == ()


def test_what_is_chosen_one_by_one_is_what_is_kept(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("chosen").run()
    shown.multiselect(key=f"{KEY}.chosen").set_value(["kommune:4601", "kommune:0301"])
    shown.selectbox(key=f"{KEY}.on").set_value("2026-01-01").run()
    assert "2 kommuner deler." in everything(shown)
    press(shown, "Lagre")
    with database.read() as reader:
        (kept,) = reader.all(Sharing, proposal=UNSHARED)
    assert kept.members == ("kommune:0301", "kommune:4601")


def test_a_key_that_is_there_stands_in_the_form_with_what_a_change_does(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, nokkel="")
    assert shown.radio(key=f"nokkel.{EVERYBODY}.0.who").value == "everybody"
    assert shown.selectbox(key=f"nokkel.{EVERYBODY}.0.on").value == "2026-01-01"
    assert "En endring deler alt på nytt" in shown.warning[0].value


def test_who_shares_is_everybody_those_of_some_counties_or_those_chosen(database: Database) -> None:
    with database.read() as reader:
        offered = sharers(reader)
    assert len(offered.members(Who.EVERYBODY, (), ())) == 357
    assert offered.members(Who.COUNTIES, ("Oslo",), ("kommune:4601",)) == ("kommune:0301",)
    assert offered.members(Who.CHOSEN, ("Oslo",), ("kommune:4601",)) == ("kommune:4601",)
    assert offered.members(None, ("Oslo",), ("kommune:4601",)) == ()
