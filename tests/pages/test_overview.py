"""The first page: what waits for whom, and the portfolio in a handful of figures."""

from collections.abc import Callable

import pyarrow as pa
import pytest

from portfolio.actions.people import NEW, first_person
from portfolio.people import Person, Role
from portfolio.realising.course import Course
from portfolio.reports.overview import overview
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.seat import everything, seat


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
    (drawn,) = (each.proto.arrow_data for each in shown.table if each.value.index.name == "Tilstand")
    counts = pa.ipc.open_stream(drawn.styler.display_values).read_pandas()["Gevinster"]
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
