"""Proposals and what they cost come back as they were put in, to the øre and the letter."""

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.store.database import Database
from tests.databases import put
from tests.store.conftest import NOBODY
from tests.store.tables.records import PARTIES, PROPOSALS, assert_all_come_back


def test_every_proposal_and_cost_comes_back(known: Database):
    assert_all_come_back(known, *PARTIES, *PROPOSALS)


def test_no_two_proposals_have_the_same_reference(known: Database):
    proposal, _ = PROPOSALS
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        put(known, *PARTIES, proposal, proposal.model_copy(update={"id": "prosjekt:q"}), stamp=NOBODY)
