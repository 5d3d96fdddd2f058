"""The ledger, the sharing keys and how payments were divided come back as they were put in, also the largest amount below zero."""

from datetime import date

import pytest
from sqlalchemy import text
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
    _, sharing, _ = FUNDING
    other = sharing.model_copy(update={"rule": equal_parts})
    assert_all_come_back(known, *PARTIES, *PROPOSALS, other)


def test_a_proposal_has_one_sharing_key_from_a_day_and_more_from_others(known: Database):
    _, sharing, _ = FUNDING
    later = sharing.model_copy(update={"id": "s:2", "applies_from": date(2026, 7, 2)})
    put(known, *PARTIES, *PROPOSALS, sharing, later, stamp=NOBODY)
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(known, sharing.model_copy(update={"id": "s:3"}), stamp=NOBODY)


def test_how_a_payment_was_divided_cannot_be_changed_or_taken_away(known: Database):
    put(known, *PARTIES, *PROPOSALS, *FUNDING, stamp=NOBODY)
    for command in ("UPDATE divisions SET year = 2028", "DELETE FROM divisions"):
        with pytest.raises(DBAPIError, match="divisions is only added to"), known.alone() as connection:
            connection.execute(text(command))
