"""Which proposals somebody stands aside from."""

import pytest

from portfolio.lookups.aside import apart, let_act, may_recommend
from portfolio.people import Forbidden
from portfolio.prioritising.rounds import Round
from portfolio.store.database import Database
from tests.rounds import (
    DONE,
    FIRST,
    FRESH,
    IMPARTIAL,
    OPEN,
    READER,
    SECOND,
    SECRETARIAT,
    TOLK,
    Stamped,
    stand_aside,
)


def test_whoever_has_said_so_stands_aside_whatever_they_are_besides(
    database: Database, stamp: Stamped
) -> None:
    own = stamp(SECRETARIAT).person
    with database.read() as reader:
        assert apart(reader, viewer=own) == frozenset()
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    with database.read() as reader:
        assert apart(reader, viewer=own) == {(OPEN, TOLK)}


@pytest.mark.parametrize(
    ("who", "proposal", "may"),
    [
        (IMPARTIAL, FIRST, True),
        (DONE, FIRST, False),
        (DONE, SECOND, True),
        (FRESH, FIRST, False),
        (SECRETARIAT, FIRST, True),
        (READER, FIRST, False),
    ],
)
def test_those_write_for_the_council_who_are_impartial_to_it(
    database: Database, stamp: Stamped, who: str, proposal: str, may: bool
) -> None:
    with database.read() as reader:
        found = may_recommend(reader, reader.get(Round, OPEN), proposal, person=stamp(who).person)
    assert found == ({proposal} if may else set())


def test_acting_on_several_is_refused_for_one_of_them(database: Database, stamp: Stamped) -> None:
    own = stamp(DONE).person
    with database.read() as reader:
        let_act(reader, OPEN, SECOND, person=own)
        with pytest.raises(Forbidden):
            let_act(reader, OPEN, SECOND, FIRST, person=own)
