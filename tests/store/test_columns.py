"""Values lie in their columns so that they come back exact, on every kind of database."""

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import StatementError

from portfolio.funding.ledger import Entry
from portfolio.given import Given
from portfolio.money import Money, total
from portfolio.parties import Party, PartyKind
from portfolio.people import Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.columns import CHOICE, Choice, Counts, Nested
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from tests.databases import put
from tests.store.conftest import FIRST, KARI, NOBODY


def test_a_moment_without_a_zone_is_refused(known: Database):
    naive = Stamp(person=KARI, at=datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(StatementError, match="time zone"):
        put(known, Party(id="annet:1", kind=PartyKind.OTHER, name="x"), stamp=naive)


def test_a_moment_is_kept_in_utc_whatever_zone_it_is_given_in(two_people: Database):
    summer = datetime(2026, 7, 1, 0, 30, 0, 1, tzinfo=ZoneInfo("Europe/Oslo"))
    with two_people.write(Stamp(person=KARI, at=summer)) as writer:
        writer.revise(FIRST, always=True)
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        (newest,) = reader.traces(most=1)
    assert newest.at == summer
    assert newest.at.tzinfo is UTC


def test_a_sum_of_money_is_money_on_every_database(example: Database):
    with example.read() as reader:
        amounts = [each.amount for each in reader.all(Entry)]
        found = reader.connection.execute(select(func.sum(TABLES[Entry].c.amount))).scalar_one()
    assert found == total(amounts)
    assert isinstance(found, Money)


def test_a_list_keeps_its_order_and_its_letters(known: Database):
    several = ("mål:å", "mål:b", "mål:a")
    put(known, FIRST.model_copy(update={"goals": several}), stamp=NOBODY)
    with known.read() as reader:
        assert reader.get(Proposal, FIRST.id).goals == several


def test_counts_by_id_lie_the_same_way_in_whatever_order_they_are_given():
    counts, dialect = Counts(), DefaultDialect()
    one, other = ({"kommune:å": 3, "kommune:b": -1}, {"kommune:b": -1, "kommune:å": 3})
    written = counts.process_bind_param(one, dialect)
    assert written == counts.process_bind_param(other, dialect) == '{"kommune:b": -1, "kommune:å": 3}'
    assert counts.process_result_value(written, dialect) == one
    assert counts.process_bind_param(None, dialect) is counts.process_result_value(None, dialect) is None


class Square(Given):
    kind: Literal["square"] = "square"
    side: int


class Circle(Given):
    kind: Literal["circle"] = "circle"
    across: int


@pytest.mark.parametrize("shape", [Square(side=2), Circle(across=3), None])
def test_a_record_of_a_closed_union_comes_back_as_the_kind_it_is(shape: Square | Circle | None):
    column, dialect = Nested(Square | Circle), DefaultDialect()
    assert column.process_result_value(column.process_bind_param(shape, dialect), dialect) == shape


def test_there_is_room_for_every_closed_choice():
    choices = [
        c.type.choices for table in TABLES.values() for c in table.columns if isinstance(c.type, Choice)
    ]
    assert max(len(each.value) for several in choices for each in several) <= CHOICE
