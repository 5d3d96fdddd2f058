"""Those who share are all, those of some counties, or those chosen one by one."""

from portfolio.funding.keys import Sharing
from portfolio.pages.funding.sharers import Who, sharers
from portfolio.store.database import Database
from tests.pages.funding.money import FINANCE, UNSHARED, press
from tests.pages.seat import everything, seat

KEY = f"nokkel.{UNSHARED}.0"


def test_who_shares_is_everybody_those_of_some_counties_or_those_chosen(database: Database) -> None:
    with database.read() as reader:
        offered = sharers(reader)
    assert len(offered.members(Who.EVERYBODY, (), ())) == 357
    assert offered.members(Who.COUNTIES, ("Oslo",), ("kommune:4601",)) == ("kommune:0301",)
    assert offered.members(Who.CHOSEN, ("Oslo",), ("kommune:4601",)) == ("kommune:4601",)
    assert offered.members(None, ("Oslo",), ("kommune:4601",)) == ()


def test_what_is_chosen_one_by_one_is_what_is_kept(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=UNSHARED, nokkel="")
    shown.radio(key=f"{KEY}.who").set_value("chosen").run()
    shown.multiselect(key=f"{KEY}.chosen").set_value(["kommune:4601", "kommune:0301"])
    shown.selectbox(key=f"{KEY}.on").set_value("2026-01-01").run()
    assert "2 kommuner deler." in everything(shown)
    press(shown, "Vis de nye delene")
    press(shown, "Ja, del det slik")
    with database.read() as reader:
        (kept,) = reader.all(Sharing, proposal=UNSHARED)
    assert kept.members == ("kommune:0301", "kommune:4601")
