"""The new shares stand beside the old, and say so where there is nothing to share or nothing that changes."""

from datetime import date

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.sealed import seen
from tests.pages.funding.money import FINANCE, FORTY, OTHER, UNSHARED, press
from tests.pages.seat import everything, seat, tables

SHOW = "Vis de nye delene"


def test_one_municipality_is_found_among_those_who_would_share(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, nokkel="")
    shown.radio(key=f"nokkel.{FORTY}.0.who").set_value("everybody")
    press(shown, SHOW)
    shown.text_input(key="delsok").set_value("utsira").run()
    parts = next(each for each in tables(shown) if each.index.name == "Kommune")
    assert list(parts.index) == ["1151 Utsira"]
    assert str(parts["Ikke utbetalt, nå"].iloc[0]) == "0"
    shown.text_input(key="delsok").set_value("finnes ikke").run()
    assert "Ingen kommune som deler, passer" in everything(shown)


def test_where_nothing_is_given_together_no_share_changes(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"nokkel.{UNSHARED}.0.who").set_value("everybody")
    shown.selectbox(key=f"nokkel.{UNSHARED}.0.on").set_value("2026-01-01")
    press(shown, SHOW)
    assert "Kommunene gir ikke noe sammen ennå" in everything(shown)


def test_a_key_between_two_says_which_years_it_shares_and_that_the_others_are_as_now(
    database: Database,
) -> None:
    with database.read() as reader:
        (first,) = reader.all(Sharing, proposal=FORTY)
    later = first.model_copy(update={"applies_from": date(2027, 1, 1)})
    share_by(database, later, seen=seen(database, FORTY), reason="x", stamp=of(database, OTHER))
    shown = seat(database, FINANCE, "funding.overview", prosjekt=FORTY, nokkel="")
    shown.date_input(key=f"nokkel.{FORTY}.0.applies_from").set_value(date(2026, 7, 1))
    press(shown, SHOW)
    assert "deler det som ikke er utbetalt for 2026" in everything(shown)
