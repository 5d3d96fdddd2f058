"""What waits is shown one at a time, the longest late first, and what else one keeps below it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.people import Person, Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty
from portfolio.store.database import Database
from tests.pages.realising.benefit_seats import DESKS, DRIVING, OCTOBER, OWNER, PROJECT_OWNER, SECRETARIAT
from tests.pages.realising.reading_seats import field, fill_in, reported, values
from tests.pages.seat import everything, seat

QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))


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
