"""A round that the council meets on."""

import pytest

from portfolio.store.database import Database
from tests.rounds import Stamped, met


@pytest.fixture
def meeting(database: Database, stamp: Stamped) -> Database:
    """The example with its open round taken to the council's meeting."""
    return met(database, stamp)
