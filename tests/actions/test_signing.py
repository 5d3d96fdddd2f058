"""To begin signing leaves a trace that is signed; without a key there is nothing to begin with."""

import pytest

from portfolio.actions.signing import NoKey, begin_signing
from portfolio.people import PROGRAM, Forbidden, Person, Role, Stamp
from portfolio.reports.checking import check
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.databases import put

KEY = "k" * 32


def _stamp(database: Database, *roles: Role) -> Stamp:
    """Return the stamp of somebody who is entered with these roles."""
    person = Person(id=f"person:{len(roles)}", name="X", roles=roles, organisation="ks")
    put(database, person, stamp=Stamp(person=PROGRAM, at=NOW))
    return Stamp(person=person, at=NOW)


def test_the_trail_is_signed_from_there_on_and_check_knows(database: Database) -> None:
    administrator = _stamp(database, Role.ADMINISTRATOR)
    keyed = Database(database.url, keys=(KEY,))
    with keyed.read() as reader:
        before = reader.head().seq
        assert [each.faults[0].facts for each in check(reader) if not each.holds] == [{"number": before}]
    end = begin_signing(keyed, stamp=administrator)
    with keyed.read() as reader:
        assert (end, end.seq) == (reader.head(), before + 1)
        assert reader.traces(most=1)[0].signature != ""
        assert [each for each in check(reader) if not each.holds] == []
    keyed.close()


def test_nobody_begins_without_a_key_or_without_the_right(database: Database) -> None:
    administrator = _stamp(database, Role.ADMINISTRATOR)
    others = _stamp(database, *(set(Role) - {Role.ADMINISTRATOR}))
    with pytest.raises(NoKey):
        begin_signing(database, stamp=administrator)
    with pytest.raises(Forbidden):
        begin_signing(database, stamp=others)
