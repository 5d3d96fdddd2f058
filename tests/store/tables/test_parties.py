"""Parties, their inhabitants and people come back as they were put in."""

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.store.database import Database
from tests.databases import put
from tests.store.conftest import NOBODY
from tests.store.tables.records import PARTIES, assert_all_come_back


def test_every_party_count_and_person_comes_back(known: Database):
    assert_all_come_back(known, *PARTIES)


def test_a_party_is_counted_once_on_each_day(known: Database):
    party, counted, _ = PARTIES
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(known, party, counted, counted.model_copy(update={"inhabitants": 1}), stamp=NOBODY)
