"""A sharing key is set for those who share, and asks for all that its rule needs."""

from datetime import date

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.equal_parts import EqualParts
from tests.pages.funding.money import EVERYBODY, FINANCE, FORTY, OTHER, UNSHARED, press
from tests.pages.seat import seat

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


def test_a_key_that_is_there_stands_in_the_form_with_what_a_change_does(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, nokkel="")
    assert shown.radio(key=f"nokkel.{EVERYBODY}.0.who").value == "everybody"
    assert shown.selectbox(key=f"nokkel.{EVERYBODY}.0.on").value == "2026-01-01"
    assert "En endring deler alt på nytt" in shown.warning[0].value


def test_a_change_of_who_shares_keeps_the_rule_and_asks_only_for_what_it_needs(
    database: Database, equal_parts: EqualParts
) -> None:
    with database.read() as reader:
        (before,) = reader.all(Sharing, proposal=FORTY)
    equal = before.model_copy(update={"rule": equal_parts, "on": date(1999, 1, 1)})
    share_by(database, equal, stamp=of(database, OTHER))
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, nokkel="")
    assert not any(str(each.key).endswith(".on") for each in shown.selectbox)
    shown.radio(key=f"nokkel.{FORTY}.0.who").set_value("everybody")
    press(shown, "Lagre")
    with database.read() as reader:
        (kept,) = reader.all(Sharing, proposal=FORTY)
    assert (kept.rule, kept.on, len(kept.members)) == (equal_parts, equal.on, 357)
    assert not seat(database, FINANCE, "funding.overview", prosjekt=FORTY).exception
