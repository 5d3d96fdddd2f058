"""Which proposals somebody stands aside from."""

from portfolio.lookups.aside import apart
from portfolio.store.database import Database
from tests.rounds import OPEN, SECRETARIAT, TOLK, Stamped, stand_aside


def test_whoever_has_said_so_stands_aside_whatever_they_are_besides(
    database: Database, stamp: Stamped
) -> None:
    own = stamp(SECRETARIAT).person
    with database.read() as reader:
        assert apart(reader, viewer=own) == frozenset()
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    with database.read() as reader:
        assert apart(reader, viewer=own) == {(OPEN, TOLK)}
