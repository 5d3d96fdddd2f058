"""What a benefit owes stands on its page, and is let go of and asked for again by those who may."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import report
from portfolio.actions.realising.releases import release
from portfolio.people import Stamp
from portfolio.realising.benefits import Rhythm
from portfolio.realising.readings import Certainty
from portfolio.realising.releases import Release
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import (
    DRIVING,
    OCTOBER,
    OWNER,
    READER,
    SECRETARIAT,
    benefit,
    press,
    told,
)
from tests.pages.seat import everything, seat, tables

FORM = f"fritak.{DRIVING}.0."


def test_what_a_former_plan_asks_for_is_seen_by_all_and_reported_by_those_who_may(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    yearly = benefit(database).model_copy(update={"rhythm": Rhythm.YEARLY})
    keep_benefit(database, yearly, reason="Nok med et år", stamp=stamp(SECRETARIAT))
    for who, reports in ((READER, False), (OWNER, True)):
        shown = everything(seat(database, who, "realising.benefits", id=DRIVING)).replace("\\", "")
        assert "Venter på å bli rapportert" in shown
        assert "krevd i planen slik den var til 23. november 2026" in shown
        assert ("periode=2026-10" in shown) == reports


def test_it_is_let_go_of_with_a_reason_and_asked_for_again(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", id=DRIVING)
    shown.multiselect(key=f"{FORM}periods").set_value([OCTOBER.key])
    press(shown, "Frita")
    assert "Skriv hvorfor" in told(shown, "error")
    shown.text_area(key=f"{FORM}reason").set_value("Bilene sto")
    press(shown, "Frita")
    assert "Gevinsten er fritatt" in told(shown, "success")
    assert "Bilene sto" in everything(shown)
    press(shown, "Be om oktober 2026 igjen")
    with database.read() as look:
        assert look.count(Release, benefit=DRIVING) == 0
    assert "Bilene sto" not in everything(shown)


def test_the_owner_is_not_offered_to_be_let_off(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING)
    assert not shown.multiselect
    assert "Frita" not in [each.label for each in shown.button]


def test_what_is_let_off_is_reported_all_the_same_and_both_days_stand(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    on, by = date(2026, 11, 23), stamp(SECRETARIAT)
    release(database, DRIVING, periods=[OCTOBER], reason="Bilene sto", on=on, stamp=by)
    assert "periode=2026-10" in everything(seat(database, OWNER, "realising.benefits", id=DRIVING))
    form = seat(database, OWNER, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    assert "Ingrid Solbakken fritok gevinsten" in told(form, "info")
    assert "5. november 2026" not in everything(form).replace("\\", "")
    report(
        database, DRIVING, period=OCTOBER, certainty=Certainty.MEASURED, value=Decimal("4.6"), comment="",
        on=on, stamp=stamp(OWNER),
    )  # fmt: skip
    shown = seat(database, SECRETARIAT, "realising.benefits", id=DRIVING)
    let_off = next(each for each in tables(shown) if "Rapportert likevel" in each)
    assert [list(let_off[column]) for column in ("Begrunnelse", "Rapportert likevel")] == [
        ["Bilene sto"],
        ["23.11.2026"],
    ]
    assert not [each for each in shown.button if "igjen" in each.label]
