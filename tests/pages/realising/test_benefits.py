"""The register of benefits is found by what people ask for, kind by kind, and adds nothing up."""

from datetime import UTC, datetime

import pytest

from portfolio.people import PROGRAM, Person, Role, Stamp
from portfolio.realising.benefits import Benefit, BenefitKind
from portfolio.realising.course import Course
from portfolio.reports.realising.benefits import benefits
from portfolio.store.database import Database
from portfolio.words import words
from tests.pages.realising.benefit_seats import OWNER, READER, SECRETARIAT, TODAY
from tests.pages.seat import everything, seat, tables

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_register_is_grouped_by_kind_and_sums_nothing(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits")
    assert [each.value for each in shown.header] == [
        "Budsjetteffekt",
        "Unngått kostnad",
        "Frigjort tid",
        "Kvalitet",
    ]
    assert not shown.metric


def test_the_register_is_filtered_by_kind_and_state_in_the_address(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", type="freed_time", tilstand="late")
    assert [each.value for each in shown.header] == ["Frigjort tid"]
    assert all("måling over fristen" in each for each in tables(shown)[0]["Tilstand"])
    assert "Mindre tid i bil" in everything(shown)


def test_a_filter_that_fits_nothing_says_so(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", type="budget", hvem="business")
    assert "Ingen gevinster passer" in everything(shown)


def test_an_empty_register_says_what_to_do(empty_database: Database) -> None:
    first = Person(id=SECRETARIAT, name="Ingrid", roles=(Role.SECRETARIAT,), organisation="ks")
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(first)
        writer.trace("keep_person", first.id)
    shown = everything(seat(empty_database, SECRETARIAT, "realising.benefits"))
    assert "Ingen gevinst er lagt inn ennå" in shown
    assert "Legg til en gevinst" in shown


def test_the_register_holds_every_benefit_of_a_kind_once(database: Database) -> None:
    with database.read() as look:
        there = look.count(Benefit, kind=BenefitKind.DISBENEFIT)
    shown = seat(database, READER, "realising.benefits", type="disbenefit")
    assert sum(len(each) for each in tables(shown)) == there


@pytest.mark.parametrize("course", [Course.BEHIND, Course.NO_BASELINE])
def test_the_state_of_a_benefit_is_called_what_the_filter_calls_it(
    database: Database, course: Course
) -> None:
    with database.read() as look:
        there = len(benefits(look, on=TODAY).only(course=course))
    shown = seat(database, READER, "realising.benefits", tilstand=course.value)
    states = [state for each in tables(shown) for state in each["Tilstand"]]
    assert len(states) == there > 0
    assert all(state.startswith(words("nb").name(course)) for state in states)
    assert words("nb").name(course) in shown.selectbox[1].options


@pytest.mark.parametrize(("who", "offered"), [(OWNER, True), (READER, False)])
def test_adding_is_offered_to_whoever_may_edit_some_benefit(
    database: Database, who: str, *, offered: bool
) -> None:
    assert ("Legg til en gevinst" in everything(seat(database, who, "realising.benefits"))) == offered
