"""What is said of proposals in a round comes back as it was put in, also what nobody has said."""

from portfolio.store.database import Database
from tests.store.tables.records import PARTIES, PRIORITISING, PROPOSALS, assert_all_come_back


def test_every_round_and_all_that_is_said_in_it_comes_back(known: Database):
    assert_all_come_back(known, *PARTIES, *PROPOSALS, *PRIORITISING)
