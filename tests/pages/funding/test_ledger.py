"""All that is posted may be read, and what was wrong is undone and never erased."""

import pytest

from portfolio.store.database import Database
from tests.pages.funding.money import EVERYBODY, FINANCE, SECRETARIAT, press
from tests.pages.seat import everything, seat, tables


def test_a_step_is_undone_with_a_reason_and_stands_there_struck_in_words(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, rett="post:0725")
    press(shown, "Opphev steget")
    assert shown.error[0].value == "Skriv hvorfor det rettes."
    shown.text_input(key="rett.post:0725.0.note").set_value("Feil år.")
    press(shown, "Opphev steget")
    steps = next(each for each in tables(shown) if each.index.name == "Dag")
    assert next(iter(steps["Hva"])).startswith("Retting: Avtalt")
    assert "(rettet, teller ikke)" in "".join(steps["Hva"])


@pytest.mark.parametrize(("person", "offered"), [(FINANCE, True), (SECRETARIAT, False)])
def test_only_finance_is_offered_to_correct(database: Database, person: str, offered: bool) -> None:
    shown = seat(database, person, "funding.overview", prosjekt=EVERYBODY)
    listed = next(each for each in tables(shown) if each.index.name == "Dag")
    assert ("Feil?" in listed.columns) is offered


def test_what_is_not_there_to_correct_is_told_so(database: Database) -> None:
    shown = seat(database, FINANCE, "funding.overview", prosjekt=EVERYBODY, rett="post:x")
    assert "Dette steget er rettet alt, eller finnes ikke" in everything(shown)
    assert "Opphev steget" not in [each.label for each in shown.button]
