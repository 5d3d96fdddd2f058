"""The ledger and the sharing keys come back as they were put in, also the largest amount below zero."""

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.store.database import Database
from tests.databases import put
from tests.funding.equal_parts import EqualParts
from tests.store.conftest import NOBODY
from tests.store.tables.records import FUNDING, PARTIES, PROPOSALS, assert_all_come_back


def test_every_entry_and_key_comes_back(known: Database):
    assert_all_come_back(known, *PARTIES, *PROPOSALS, *FUNDING)


def test_a_key_whose_rule_is_of_another_kind_comes_back_with_that_rule(
    known: Database, equal_parts: EqualParts
):
    _, sharing = FUNDING
    other = sharing.model_copy(update={"rule": equal_parts})
    assert_all_come_back(known, *PARTIES, *PROPOSALS, other)


def test_a_proposal_has_one_sharing_key(known: Database):
    _, sharing = FUNDING
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(known, *PARTIES, *PROPOSALS, sharing, sharing.model_copy(update={"id": "s:2"}), stamp=NOBODY)
