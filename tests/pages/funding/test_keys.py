"""A sharing key is set for those who share from a day on, and shown with what it comes to before anybody says yes."""

from datetime import date

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.equal_parts import EqualParts
from tests.funding.sealed import seen
from tests.pages.funding.money import EVERYBODY, FINANCE, FORTY, OTHER, UNSHARED, press
from tests.pages.seat import everything, seat, tables

KEY = f"nokkel.{UNSHARED}.0"
UNPAID = "prosjekt:2026-018"
SHOW, YES = "Vis de nye delene", "Ja, del det slik"
AGAIN = "Behold det jeg skrev, og vis de nye delene"


def stored(database: Database, project: str = UNSHARED) -> tuple[Sharing, ...]:
    with database.read() as reader:
        return reader.all(Sharing, proposal=project)


def test_a_key_is_set_for_the_municipalities_of_some_counties(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("counties").run()
    press(shown, SHOW)
    assert shown.error[0].value == "Fyll ut dette."
    shown.multiselect(key=f"{KEY}.counties").set_value(["Oslo", "Rogaland"])
    shown.selectbox(key=f"{KEY}.on").set_value("2026-01-01")
    press(shown, SHOW)
    assert stored(database) == ()
    press(shown, YES)
    (kept,) = stored(database)
    assert (len(kept.members), kept.revision) == (24, 1)


def test_nothing_can_be_said_yes_to_that_is_not_what_is_shown(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("everybody")
    shown.selectbox(key=f"{KEY}.on").set_value("2026-01-01")
    assert YES not in [each.label for each in shown.button]
    press(shown, SHOW)
    assert YES in [each.label for each in shown.button]
    shown.selectbox(key=f"{KEY}.on").set_value("2025-01-01").run()
    assert YES not in [each.label for each in shown.button]
    assert "Ingenting er lagret ennå." in everything(shown)


def test_the_second_to_set_a_key_sees_that_somebody_did_and_then_what_it_comes_to_now(
    database: Database,
) -> None:
    slow = seat(database, OTHER, "funding.overview", prosjekt=UNSHARED, nokkel="")
    slow.radio(key=f"{KEY}.who").set_value("everybody").run()
    slow.selectbox(key=f"{KEY}.on").set_value("2025-01-01").run()
    press(slow, SHOW)
    quick = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    quick.radio(key=f"{KEY}.who").set_value("everybody")
    quick.selectbox(key=f"{KEY}.on").set_value("2026-01-01")
    press(quick, SHOW)
    press(quick, YES)
    press(slow, YES)
    assert any("Geir Mosengtun" in each.value for each in slow.warning)
    assert stored(database)[0].on.year == 2026
    press(slow, AGAIN)
    assert stored(database)[0].on.year == 2026
    slow.text_input(key=f"{KEY}.reason").set_value("Folketallet som gjaldt ved avtalen.").run()
    press(slow, YES)
    assert [each.on.year for each in stored(database)] == [2025]


def test_a_yes_to_what_a_colleague_changed_meanwhile_is_answered_and_overwrites_nothing(
    database: Database,
) -> None:
    form = f"nokkel.{FORTY}.0"
    slow, quick = (
        seat(database, who, "funding.overview", prosjekt=FORTY, nokkel="") for who in (FINANCE, OTHER)
    )
    for shown, county in ((slow, "Vestland"), (quick, "Rogaland")):
        shown.radio(key=f"{form}.who").set_value("counties").run()
        shown.multiselect(key=f"{form}.counties").set_value([county])
        shown.text_input(key=f"{form}.reason").set_value(f"Bare {county}.")
        press(shown, SHOW)
    quick.date_input(key=f"{form}.applies_from").set_value(date(2026, 12, 1))
    press(quick, SHOW)
    press(quick, YES)
    rogaland = stored(database, FORTY)
    press(slow, YES)
    assert any("Wenche Rabbenes" in each.value for each in slow.warning)
    assert "23 kommuner" in everything(slow)
    assert YES not in [each.label for each in slow.button]
    assert stored(database, FORTY) == rogaland
    press(slow, AGAIN)
    assert slow.date_input(key=f"{form}.applies_from").value == date(2026, 11, 23)
    assert slow.multiselect(key=f"{form}.counties").value == ["Vestland"]
    assert YES in [each.label for each in slow.button]
    assert stored(database, FORTY) == rogaland
    press(slow, YES)
    assert rogaland[-1] in stored(database, FORTY)


def test_whoever_changed_the_day_alone_saves_the_municipalities_that_stand_in_the_form(
    database: Database,
) -> None:
    form = f"nokkel.{FORTY}.0"
    slow, quick = (
        seat(database, who, "funding.overview", prosjekt=FORTY, nokkel="") for who in (FINANCE, OTHER)
    )
    slow.date_input(key=f"{form}.applies_from").set_value(date(2026, 12, 1))
    slow.text_input(key=f"{form}.reason").set_value("Fra desember.")
    press(slow, SHOW)
    quick.radio(key=f"{form}.who").set_value("everybody")
    quick.text_input(key=f"{form}.reason").set_value("Alle bruker den.")
    press(quick, SHOW)
    press(quick, YES)
    press(slow, YES)
    press(slow, AGAIN)
    shown = slow.multiselect(key=f"{form}.chosen").value
    assert slow.radio(key=f"{form}.who").value == "chosen"
    assert "40 kommuner deler" in everything(slow)
    press(slow, YES)
    saved = stored(database, FORTY)[-1]
    assert (list(saved.members), len(shown), saved.applies_from) == (sorted(shown), 40, date(2026, 12, 1))


def test_a_key_without_its_day_is_refused_by_the_day(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("everybody")
    press(shown, SHOW)
    assert shown.error[0].value == "Fyll ut dette."
    assert stored(database) == ()


def test_a_key_that_has_paid_stands_in_the_form_and_the_next_begins_today(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, nokkel="")
    form = f"nokkel.{EVERYBODY}.0"
    assert shown.radio(key=f"{form}.who").value == "everybody"
    assert shown.selectbox(key=f"{form}.on").value == "2026-01-01"
    assert shown.date_input(key=f"{form}.applies_from").value == date(2026, 11, 23)
    assert "Det som er utbetalt, står som det ble delt." in shown.info[0].value


def test_a_key_after_payment_is_shown_beside_the_old_with_sums_and_needs_a_reason(database: Database) -> None:
    form = f"nokkel.{FORTY}.0"
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, nokkel="")
    shown.radio(key=f"{form}.who").set_value("everybody")
    press(shown, SHOW)
    said = everything(shown).replace("\u00a0", " ")
    assert "3 237 600 kr" in said
    assert said.count("9 226 400 kr") == 2
    parts = next(each for each in tables(shown) if each.index.name == "Kommune")
    assert list(parts.columns) == ["Utbetalt, står fast", "Ikke utbetalt, nå", "Ikke utbetalt, ny", "Endring"]
    press(shown, YES)
    assert "Skriv hvorfor" in shown.error[0].value
    shown.text_input(key=f"{form}.reason").set_value("Alle skal bruke løsningen.").run()
    press(shown, YES)
    first, later = stored(database, FORTY)
    assert (len(first.members), len(later.members), later.applies_from) == (40, 357, date(2026, 11, 23))
    told = everything(shown)
    assert "Gjelder fra første utbetaling" in told
    assert "Gjelder det som utbetales fra og med 23\\. november 2026" in told


def test_a_day_on_which_something_is_paid_is_refused_by_the_day(database: Database) -> None:
    form = f"nokkel.{FORTY}.0"
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, nokkel="")
    shown.date_input(key=f"{form}.applies_from").set_value(date(2026, 6, 17))
    press(shown, SHOW)
    assert "3 237 600 kr" in shown.error[0].value.replace("\u00a0", " ")
    assert "18\\. juni 2026" in shown.error[0].value


def test_a_change_of_who_shares_keeps_the_rule_and_asks_only_for_what_it_needs(
    database: Database, equal_parts: EqualParts
) -> None:
    (before,) = stored(database, UNPAID)
    equal = before.model_copy(
        update={"rule": equal_parts, "on": date(1999, 1, 1), "members": ("kommune:0301",)}
    )
    share_by(database, equal, seen=seen(database, UNPAID), reason="x", stamp=of(database, OTHER))
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNPAID, nokkel="")
    assert not any(str(each.key).endswith(".on") for each in shown.selectbox)
    shown.radio(key=f"nokkel.{UNPAID}.0.who").set_value("everybody")
    shown.text_input(key=f"nokkel.{UNPAID}.0.reason").set_value("Alle er med.")
    press(shown, SHOW)
    press(shown, YES)
    (kept,) = stored(database, UNPAID)
    assert (kept.rule, kept.on, len(kept.members)) == (equal_parts, equal.on, 357)
    assert not seat(database, FINANCE, "funding.overview", prosjekt=UNPAID).exception
