"""Reporting what was measured: the late first, nothing typed lost, and corrections that keep both values."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from portfolio.actions.realising.readings import report
from portfolio.people import Person, Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty, Reading, holding
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

OWNER, SECRETARIAT, PROJECT_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:halvard-lyngmoen",
    "person:signe-holtviken",
)
DRIVING, DESKS = "gevinst:2026-002-1", "gevinst:2026-005-3"
QUARTER, OCTOBER = Period(date(2026, 7, 1), date(2026, 10, 1)), Period(date(2026, 10, 1), date(2026, 11, 1))


def field(benefit: str, period: Period, name: str, turn: int = 0) -> str:
    """Return the key of a field."""
    return f"måling:{benefit}|{period.key}.{turn}.{name}"


def fill_in(shown: Any, benefit: str, period: Period, value: str, how: Certainty | None) -> None:
    """Type a value, say how it is known, and save."""
    shown.text_input(key=field(benefit, period, "value")).set_value(value)
    if how:
        shown.radio(key=field(benefit, period, "certainty")).set_value(how.value)
    save(shown, benefit, period)


def save(shown: Any, benefit: str, period: Period) -> None:
    """Press the button."""
    shown.button(key=f"måling:{benefit}|{period.key}.save").click().run()
    assert not shown.exception


def values(database: Database, benefit: str, period: Period) -> list[Decimal | None]:
    """Return every value reported of a period, in the order they came."""
    with database.read() as look:
        listed = [each for each in look.all(Reading, benefit=benefit) if each.period == period]
    return [each.value for each in sorted(listed, key=lambda each: each.at)]


def reported(database: Database, stamp: Stamp, benefit: str, period: Period, value: str) -> None:
    """Report by another way than the page."""
    report(
        database,
        benefit,
        period=period,
        certainty=Certainty.MEASURED,
        value=Decimal(value),
        comment="",
        on=date(2026, 11, 23),
        stamp=stamp,
    )


def test_the_longest_late_stands_first_in_plain_words(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    words = everything(shown).replace("\\", "")
    assert shown.header[0].value == "Frigjort tid i servicetorg"
    assert "2 målinger venter, 2 av dem over fristen." in words
    assert "**3. kvartal 2026** · frist 7. oktober 2026 · **47 dager over fristen**" in words
    assert "Sist: 17,3 i 2. kvartal 2026. Skal målet nås i tide, bør den være omtrent 27,5." in words


def test_a_quarter_and_a_month_are_reported_in_one_go_to_the_end(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "19,5", Certainty.MEASURED)
    assert "Måloppnåelsen er 35 %" in shown.success[0].value.replace("\\", "").replace("\u00a0", " ")
    assert shown.header[0].value == "Mindre tid i bil"
    fill_in(shown, DRIVING, OCTOBER, "4.6", Certainty.ESTIMATED)
    words = everything(shown).replace("\\", "")
    assert "Du har ingenting å rapportere nå" in words
    assert "Neste: «Mindre tid i bil» for november 2026. Du kan rapportere fra 1. desember 2026." in words
    assert values(database, DESKS, QUARTER) == [Decimal("19.5")]
    assert values(database, DRIVING, OCTOBER) == [Decimal("4.6")]


def test_refusals_stand_by_their_fields_and_nothing_typed_is_lost(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "tolv", None)
    assert any("Velg hvordan" in each.value for each in shown.error)
    fill_in(shown, DESKS, QUARTER, "tolv", Certainty.MEASURED)
    assert any("«tolv» er ikke et tall" in each.value for each in shown.error)
    assert shown.text_input(key=field(DESKS, QUARTER, "value")).value == "tolv"
    assert values(database, DESKS, QUARTER) == []


def test_not_measured_asks_why(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "", Certainty.NOT_MEASURED)
    assert any("hvorfor det ikke ble målt" in each.value for each in shown.error)
    assert "påkrevd" in shown.text_area(key=field(DESKS, QUARTER, "comment")).label
    shown.text_area(key=field(DESKS, QUARTER, "comment")).set_value("Systemet var nede")
    save(shown, DESKS, QUARTER)
    assert "ikke målt" in shown.success[0].value
    assert values(database, DESKS, QUARTER) == [None]


def test_a_value_far_outside_is_asked_about_and_not_refused(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "195", Certainty.MEASURED)
    assert any("langt fra" in each.value for each in shown.error)
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == []
    shown.checkbox[0].check()
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == [Decimal(195)]


def test_a_yes_to_one_value_is_no_yes_to_another(database: Database) -> None:
    shown = seat(database, OWNER, "realising.readings")
    fill_in(shown, DESKS, QUARTER, "195", Certainty.MEASURED)
    shown.checkbox[0].check()
    fill_in(shown, DESKS, QUARTER, "1950", Certainty.MEASURED)
    assert values(database, DESKS, QUARTER) == []
    assert "1950" in shown.checkbox[0].label


def test_two_report_at_once_and_the_second_sees_the_first_before_correcting(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, OWNER, "realising.readings")
    shown.text_input(key=field(DESKS, QUARTER, "value")).set_value("19,5").run()
    reported(database, stamp(SECRETARIAT), DESKS, QUARTER, "18")
    fill_in(shown, DESKS, QUARTER, "19,5", Certainty.MEASURED)
    told = "\n".join(each.value for each in shown.error)
    assert "Ingrid Solbakken" in told
    assert "18 årsverk" in told
    assert shown.text_input(key=field(DESKS, QUARTER, "value")).value == "19,5"
    assert values(database, DESKS, QUARTER) == [Decimal(18)]
    save(shown, DESKS, QUARTER)
    assert values(database, DESKS, QUARTER) == [Decimal(18), Decimal("19.5")]
    with database.read() as look:
        (holds,) = (each for each in holding(look.all(Reading, benefit=DESKS)) if each.period == QUARTER)
    assert holds.value == Decimal("19.5")


def test_a_draft_survives_a_new_session_also_when_the_period_is_reported_meanwhile(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    first = seat(database, OWNER, "realising.readings")
    first.text_input(key=field(DESKS, QUARTER, "value")).set_value("19,5").run()
    again = seat(database, OWNER, "realising.readings")
    assert again.text_input(key=field(DESKS, QUARTER, "value")).value == "19,5"
    reported(database, stamp(SECRETARIAT), DESKS, QUARTER, "18")
    later = seat(database, OWNER, "realising.readings")
    assert "Skrevet, men ikke lagret" in everything(later)
    back = seat(database, OWNER, "realising.readings", gevinst=DESKS, periode=QUARTER.key)
    assert back.text_input(key=field(DESKS, QUARTER, "value")).value == "19,5"
    assert "Ingrid Solbakken rapporterte 18 årsverk" in everything(back)


def test_an_earlier_period_is_corrected_and_both_values_stay(database: Database) -> None:
    earlier = Period(date(2026, 4, 1), date(2026, 7, 1))
    shown = seat(database, OWNER, "realising.readings", gevinst=DESKS, periode=earlier.key)
    assert shown.text_input(key=field(DESKS, earlier, "value")).value == "17,3"
    fill_in(shown, DESKS, earlier, "16,9", Certainty.MEASURED)
    assert values(database, DESKS, earlier) == [Decimal("17.3"), Decimal("16.9")]


def test_the_secretariat_reports_for_an_owner_and_goes_on_with_the_same_benefit(database: Database) -> None:
    assert "velger du gevinsten i registeret" in everything(seat(database, SECRETARIAT, "realising.readings"))
    shown = seat(database, SECRETARIAT, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    fill_in(shown, DRIVING, OCTOBER, "4,6", Certainty.MEASURED)
    with database.read() as look:
        (made,) = (each for each in look.all(Reading, benefit=DRIVING) if each.period == OCTOBER)
    assert made.by == SECRETARIAT


def test_somebody_elses_benefit_is_told_off_before_anything_is_typed(database: Database) -> None:
    shown = seat(database, READER, "realising.readings", gevinst=DRIVING, periode=OCTOBER.key)
    assert "Bare gevinsteieren, prosjekteieren og sekretariatet" in everything(shown)
    assert not shown.text_input


def test_a_project_owner_sees_the_benefits_they_own(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as look:
        owned = look.all(Benefit, owner=person(PROJECT_OWNER).id)
    shown = everything(seat(database, PROJECT_OWNER, "realising.readings"))
    assert owned
    assert all(each.title in shown for each in owned)


@pytest.mark.parametrize(("language", "late"), [("nn", "dagar over fristen"), ("en", "days past")])
def test_every_language_has_its_words(database: Database, language: str, late: str) -> None:
    shown = seat(database, OWNER, "realising.readings", language=language)
    assert not shown.exception
    assert late in everything(shown)
