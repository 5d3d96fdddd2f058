"""An address says which kind of database it is of, and a connection says the same."""

import pytest

from portfolio.store.database import Database
from portfolio.store.engines.choice import KINDS, UnknownKind, kind_of
from tests.databases import PLACES


def test_an_address_and_what_it_leads_to_are_of_one_kind(known: Database):
    with known.read() as reader:
        assert kind_of(reader.connection) is kind_of(known.url)
    with known.alone() as connection:
        assert kind_of(connection) is kind_of(known.url)


def test_no_two_kinds_have_the_same_name():
    assert len({each.name for each in KINDS}) == len(KINDS)


def test_every_kind_we_know_is_tried_by_the_tests_of_the_store():
    assert {each.name for each in KINDS} == set(PLACES)


def test_a_kind_we_do_not_know_is_refused_and_those_we_know_are_named():
    with pytest.raises(UnknownKind, match="oracle is none of sqlite, postgresql"):
        kind_of("oracle://user@host/x")
