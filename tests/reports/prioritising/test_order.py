"""The order of a round, taken along: never before the assessment is over."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.order import NotYet, order
from portfolio.store.database import Database

SECRETARIAT = "person:ingrid-solbakken"


def test_without_a_round_it_is_the_newest_that_may_be_seen(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as reader:
        report = order(reader, viewer=person(SECRETARIAT))
    assert (report.round.id, report.hidden) == ("runde:2026-1", None)
    assert report.ranked


def test_the_newest_is_the_one_begun_last_whatever_it_is_called(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.write(stamp(SECRETARIAT)) as writer:
        spring = writer.get(Round, "runde:2026-1")
        later = {"id": "runde:a", "begun_on": date(2026, 9, 1)}
        writer.add(spring.model_copy(update=later))
        writer.trace("try", "runde:a")
        assert order(writer, viewer=writer.stamp.person).round.id == "runde:a"


def test_the_order_of_a_round_that_goes_on_is_never_handed_over(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as reader, pytest.raises(NotYet):
        order(reader, reader.get(Round, "runde:2026-2"), viewer=person(SECRETARIAT))


def test_where_no_round_is_over_there_is_no_order(empty_database: Database) -> None:
    viewer = Person(id="person:a", name="Åse", roles=(Role.SECRETARIAT,), organisation="ks")
    with empty_database.read() as reader, pytest.raises(NotYet, match="No round is concluded yet"):
        order(reader, viewer=viewer)
