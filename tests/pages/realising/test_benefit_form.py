"""A benefit is added and changed by those who may, every fault is said by its field, and nothing typed is lost."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import add_benefit, keep_benefit
from portfolio.people import Person, Role, Stamp
from portfolio.realising.benefits import Target
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import (
    ANOTHER_OWNER,
    DRIVING,
    OWNER,
    READER,
    SECRETARIAT,
    benefit,
    press,
    told,
)
from tests.pages.seat import everything, seat

EDIT = f"gevinst.{DRIVING}.0."
NEW = "gevinst.ny.0."
TORVALD = "person:torvald-myrhaug"
CASES, MAJA = "gevinst:2026-001-1", "person:maja-elvestadmo"


def test_a_benefit_is_added_with_exact_values(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", ny="")
    shown.selectbox(key=f"{NEW}proposal").set_value("prosjekt:2026-002")
    shown.text_input(key=f"{NEW}title").set_value("Færre bomturer")
    shown.selectbox(key=f"{NEW}kind").set_value("quality")
    shown.selectbox(key=f"{NEW}beneficiary").set_value("citizens")
    shown.selectbox(key=f"{NEW}owner").set_value(OWNER)
    shown.text_input(key=f"{NEW}indicator").set_value("Bomturer per måned")
    shown.text_input(key=f"{NEW}unit").set_value("turer")
    shown.text_input(key=f"{NEW}baseline_value").set_value("1 234,5")
    shown.date_input(key=f"{NEW}baseline_on").set_value(date(2026, 6, 30))
    shown.text_input(key=f"{NEW}target_value").set_value("12.5")
    shown.date_input(key=f"{NEW}target_on").set_value(date(2027, 12, 31))
    press(shown, "Lagre")
    assert not shown.error
    made = benefit(database, "gevinst:2026-002-6")
    assert made.baseline is not None
    assert (made.baseline.value, made.target.value) == (Decimal("1234.5"), Decimal("12.5"))
    assert (made.target.on, made.owner, made.reported_from) == (date(2027, 12, 31), OWNER, date(2026, 11, 23))
    assert "Færre bomturer" in everything(shown)


def test_everything_missing_is_said_at_once_beside_the_fields(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", ny="")
    shown.text_input(key=f"{NEW}baseline_value").set_value("ti")
    press(shown, "Lagre")
    assert told(shown, "error").count("Fyll ut") >= len(("title", "kind", "unit", "target", "day"))
    assert "«ti» er ikke et tall" in told(shown, "error")


def test_a_target_before_the_baseline_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.date_input(key=f"{EDIT}target_on").set_value(date(2024, 1, 1))
    press(shown, "Lagre")
    assert "Måldatoen må komme etter datoen for nullpunktet" in told(shown, "error")


def test_a_unit_in_use_is_refused(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}unit").set_value("minutter")
    press(shown, "Lagre")
    assert "Lag en ny gevinst for den nye enheten" in told(shown, "error")


def test_a_target_like_the_baseline_is_allowed_and_attainment_says_so(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}target_value").set_value("6,4")
    shown.text_area(key=f"{EDIT}reason").set_value("Vi holder nivået")
    press(shown, "Lagre")
    assert benefit(database).target == Target(value=Decimal("6.4"), on=date(2026, 12, 31))
    assert "likt nullpunktet" in everything(seat(database, READER, "realising.benefits", id=DRIVING))


def test_an_owner_is_told_whom_to_ask_before_and_beside_each_field_and_loses_nothing(
    database: Database,
) -> None:
    shown = seat(database, MAJA, "realising.benefits", id=CASES, endre="")
    asked = "Spør prosjekteieren, Halvard Lyngmoen, eller sekretariatet"
    assert asked in told(shown, "info")
    shown.text_input(key=f"gevinst.{CASES}.0.target_value").set_value("14")
    shown.date_input(key=f"gevinst.{CASES}.0.target_on").set_value(date(2029, 1, 1))
    press(shown, "Lagre")
    assert told(shown, "error").count(asked) == len(("value", "day"))
    assert shown.text_input(key=f"gevinst.{CASES}.0.target_value").value == "14"
    assert not told(seat(database, SECRETARIAT, "realising.benefits", id=CASES, endre=""), "info")


def test_an_owner_is_told_whom_to_ask_also_of_what_is_owed_and_never_reported(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    plan = benefit(database, CASES).model_copy(update={"reported_from": date(2026, 10, 1)})
    added = add_benefit(database, plan, stamp=stamp(SECRETARIAT))
    shown = seat(database, MAJA, "realising.benefits", id=added.id, endre="")
    asked = "Spør prosjekteieren, Halvard Lyngmoen, eller sekretariatet"
    assert asked in told(shown, "info")
    shown.text_input(key=f"gevinst.{added.id}.0.indicator").set_value("Snitt").run()
    press(shown, "Lagre")
    assert asked in told(shown, "error")
    assert shown.text_input(key=f"gevinst.{added.id}.0.indicator").value == "Snitt"


def test_whoever_may_is_asked_why_beside_the_field_for_it(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", id=CASES, endre="")
    shown.text_input(key=f"gevinst.{CASES}.0.target_value").set_value("14")
    press(shown, "Lagre")
    assert "Skriv hvorfor" in told(shown, "error")
    shown.text_area(key=f"gevinst.{CASES}.0.reason").set_value("Målet var satt for høyt")
    press(shown, "Lagre")
    assert benefit(database, CASES).target.value == Decimal(14)


def test_saving_untouched_changes_nothing(database: Database) -> None:
    before = benefit(database)
    press(seat(database, OWNER, "realising.benefits", id=DRIVING, endre=""), "Lagre")
    assert benefit(database) == before


def test_a_draft_with_days_survives_a_new_session(database: Database) -> None:
    first = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    first.date_input(key=f"{EDIT}target_on").set_value(date(2028, 2, 29)).run()
    first.text_input(key=f"{EDIT}title").set_value("Halvferdig").run()
    again = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    assert again.date_input(key=f"{EDIT}target_on").value == date(2028, 2, 29)
    assert again.text_input(key=f"{EDIT}title").value == "Halvferdig"


def test_the_second_writer_is_told_what_stands_there_now(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, TORVALD, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}target_value").set_value("4").run()
    shown.text_area(key=f"{EDIT}reason").set_value("Avtalt i rådet").run()
    theirs = benefit(database).model_copy(
        update={"target": Target(value=Decimal("4.2"), on=date(2027, 1, 31))}
    )
    keep_benefit(database, theirs, reason="Ny plan", stamp=stamp(SECRETARIAT))
    press(shown, "Lagre")
    assert "Ingrid Solbakken endret dette" in told(shown, "warning")
    assert "4,2" in told(shown, "warning")
    press(shown, "Behold det jeg endret, og lagre")
    assert benefit(database).target == Target(value=Decimal(4), on=date(2027, 1, 31))


@pytest.mark.parametrize("who", [READER, ANOTHER_OWNER])
def test_others_are_told_who_may_change_it(database: Database, who: str) -> None:
    shown = seat(database, who, "realising.benefits", id=DRIVING, endre="")
    assert "Bare gevinsteieren, prosjekteieren og sekretariatet" in everything(shown)
    assert not shown.button


def test_an_owner_who_has_lost_the_role_is_not_offered_what_the_action_would_refuse(
    database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]
) -> None:
    former = person(OWNER).model_copy(update={"roles": (Role.READER,)})
    with database.write(stamp(SECRETARIAT)) as writer:
        writer.revise(former)
        writer.trace("keep_person", former.id)
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    assert "Bare gevinsteieren, prosjekteieren og sekretariatet" in everything(shown)
    assert not shown.button
    assert "Endre denne gevinsten" not in everything(seat(database, OWNER, "realising.benefits", id=DRIVING))
