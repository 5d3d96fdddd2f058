"""What was first promised stands beside the plan of today, and each change with old beside new on the benefit's page."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from portfolio.actions.realising.benefits import add_benefit, keep_benefit
from portfolio.people import Stamp
from portfolio.realising.benefits import Beneficiary, BenefitKind, Target
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DRIVING, READER, SECRETARIAT, benefit
from tests.pages.seat import everything, seat, tables


def test_old_and_new_stand_side_by_side_with_who_and_why_and_what_it_comes_to_by_each(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    easier = Target(value=Decimal("5.4"), on=date(2027, 12, 31))
    moved = benefit(database).model_copy(update={"target": easier})
    keep_benefit(database, moved, reason="Rutene <b>ble</b> flere", stamp=stamp(SECRETARIAT))
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    text = everything(shown).replace("\\", "")
    assert "Først lovet: fra 6,4 til 4,5 innen 31. desember 2026" in text
    assert "Ingrid Solbakken, 23. november 2026" in text
    assert "Rutene <b>ble</b> flere" in text
    table = tables(shown)[-1]
    assert [each.replace("\\", "") for each in table["Før"]] == ["4,5", "31. desember 2026"]
    assert [each.replace("\\", "") for each in table["Etter"]] == ["5,4", "31. desember 2027"]


def test_of_a_benefit_that_was_never_changed_nothing_is_said(database: Database) -> None:
    text = everything(seat(database, READER, "realising.benefits", id=DRIVING))
    assert "Det som er endret" not in text
    assert "Først lovet" not in text


def test_a_change_of_where_it_is_taken_from_moves_no_promise(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    keep_benefit(database, benefit(database).model_copy(update={"source": "Ny"}), stamp=stamp(SECRETARIAT))
    text = everything(seat(database, READER, "realising.benefits", id=DRIVING))
    assert "Det som er endret" in text
    assert "Ingen begrunnelse er gitt" in text
    assert "Først lovet" not in text


def test_what_was_promised_to_whom_stands_beside_what_it_was_changed_to_with_the_reason(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    other = {"kind": BenefitKind.BUDGET, "beneficiary": Beneficiary.STATE, "indicator": "Snitt"}
    moved = benefit(database).model_copy(update=other)
    keep_benefit(database, moved, reason="Regnet på nytt", stamp=stamp(SECRETARIAT))
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert "Regnet på nytt" in everything(shown)
    assert len(tables(shown)[-1]) == len(other)


def test_what_was_promised_in_another_unit_is_told_in_it(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    plan = benefit(database).model_copy(update={"reported_from": date(2026, 10, 1)})
    added = add_benefit(database, plan, stamp=stamp(SECRETARIAT))
    moved = added.model_copy(update={"unit": "minutter"})
    keep_benefit(database, moved, reason="Måles i minutter", stamp=stamp(SECRETARIAT))
    text = everything(seat(database, READER, "realising.benefits", id=added.id)).replace("\\", "")
    assert "Først lovet: fra 6,4 til 4,5 timer per ansatt per uke innen 31. desember 2026" in text
