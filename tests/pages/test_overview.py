"""The first page: what waits for whom, and the portfolio in a handful of figures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.people import NEW, first_person
from portfolio.people import Person, Role, Stamp
from portfolio.realising.benefits import BenefitKind, Target
from portfolio.realising.course import Course
from portfolio.reports.overview import overview
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.seat import everything, seat, tables
from tests.reports.realising.reported import OWNER, SECRETARIAT, changed, told


@pytest.mark.parametrize(
    ("person_id", "told"),
    [
        ("person:ingrid-solbakken", "ferdige med vurderingen"),
        ("person:geir-mosengtun", "mangler"),
        ("person:lene-bjørkmyra", "Rapporter"),
        ("person:signe-holtviken", "Ingenting venter på deg"),
    ],
)
def test_each_role_is_told_what_waits(database: Database, person_id: str, told: str) -> None:
    assert told in everything(seat(database, person_id, "overview"))


def test_the_figures_are_those_of_the_report(database: Database, person: Callable[[str], Person]) -> None:
    shown = seat(database, "person:signe-holtviken", "overview")
    with database.read() as reader:
        answer = overview(reader, viewer=person("person:signe-holtviken"), on=NOW.date())
    figures = [each.value for each in shown.metric]
    assert figures[0] == str(answer.proposals)
    assert len(figures) == 4


def test_the_benefits_are_counted_under_the_names_that_the_register_gives_them(
    database: Database, person: Callable[[str], Person]
) -> None:
    shown = seat(database, "person:signe-holtviken", "overview")
    with database.read() as reader:
        counted = overview(reader, viewer=person("person:signe-holtviken"), on=NOW.date()).realised
    (counts,) = (each["Gevinster"] for each in tables(shown) if each.index.name == "Tilstand")
    speak = words("nb")
    assert list(counts.astype(int).items()) == [
        (speak.name(Course.ON_PATH), counted.on_path),
        (speak.name(Course.BEHIND), counted.behind),
        (speak.name(Course.OVERDUE), counted.overdue),
        (speak.name(Course.UNMEASURED), counted.unmeasured),
        (speak.name(Course.NO_BASELINE), counted.cannot_be_told),
        ("Har en måling over fristen", counted.late),
    ]


def test_invented_data_is_called_invented(database: Database) -> None:
    assert "Eksempeldata (oppdiktet)" in everything(seat(database, "person:signe-holtviken", "overview"))


def test_an_empty_portfolio_says_what_to_do(empty_database: Database) -> None:
    first = first_person(
        empty_database,
        Person(id=NEW, name="Åse", roles=(Role.SECRETARIAT,), organisation="ks"),
        at=NOW,
    )
    shown = seat(empty_database, first.id, "overview")
    assert "Det er ingen forslag ennå" in everything(shown)
    assert not shown.exception


def test_what_gets_worse_is_counted_apart_from_the_benefits(database: Database) -> None:
    with database.read() as reader:
        rows = benefits(reader, on=NOW.date()).benefits
    worse = [row for row in rows if row.kind is BenefitKind.DISBENEFIT]
    shown = seat(database, "person:signe-holtviken", "overview")
    assert worse
    on_path = sum(row.course is Course.ON_PATH for row in rows if row not in worse)
    assert f"**{on_path} av {len(rows) - len(worse)}** gevinster er i rute" in everything(shown)
    (counts,) = (each["Ulemper"] for each in tables(shown) if each.index.name == "Tilstand")
    assert int(counts["I rute"]) == sum(row.course is Course.ON_PATH for row in worse)
    assert "En ulempe er noe som blir verre" in everything(shown)


def test_a_benefit_on_a_path_that_was_moved_is_told_on_the_first_page(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    assert "er flyttet siden" not in everything(seat(database, "person:signe-holtviken", "overview"))
    told(database, stamp(OWNER), "6.0")
    changed(database, stamp(SECRETARIAT), target=Target(value=Decimal("6.1"), on=date(2026, 12, 31)))
    shown = everything(seat(database, "person:signe-holtviken", "overview"))
    assert "Planen for 1 av dem er flyttet siden den først ble lovet" in shown
    assert "er 1 av disse ikke i rute" in shown
