"""The list a member confirms, and whether somebody stands aside from one proposal."""

from collections.abc import Callable

import pytest

from portfolio.people import Person
from portfolio.prioritising.impartiality import Interest
from portfolio.reports.prioritising.impartiality import ImpartialityRow, impartiality, stands_aside
from portfolio.store.database import Database
from tests.rounds import DONE, FIRST, FRESH, IMPARTIAL, OPEN, SECOND, SECRETARIAT, STOPPED, of

People = Callable[[str], Person]


def test_the_list_has_every_proposal_in_the_order_of_the_round(database: Database, person: People) -> None:
    assert tuple(listed(database, person(FRESH))) == of(database).proposals


def test_before_a_member_has_said_anything_there_are_only_suggestions(
    database: Database, person: People
) -> None:
    rows = listed(database, person(FRESH))
    assert not any(row.said or row.interest for row in rows.values())
    assert rows[STOPPED].suggested is Interest.OWN_ORGANISATION
    assert rows["prosjekt:2026-014"].suggested is Interest.PARTNER


def test_what_a_member_has_said_stands_beside_what_was_suggested(database: Database, person: People) -> None:
    rows = listed(database, person(DONE))
    assert all(row.said for row in rows.values())
    assert rows[FIRST].interest is not None
    assert rows[SECOND].interest is None


@pytest.mark.parametrize(
    ("who", "proposal", "aside"),
    [
        (DONE, FIRST, True),
        (DONE, SECOND, False),
        (IMPARTIAL, FIRST, False),
        (FRESH, STOPPED, False),
        (SECRETARIAT, FIRST, False),
    ],
)
def test_only_whoever_has_said_so_stands_aside(
    database: Database, person: People, who: str, proposal: str, aside: bool
) -> None:
    with database.read() as reader:
        assert stands_aside(reader, OPEN, proposal, viewer=person(who)) is aside


def listed(database: Database, member: Person) -> dict[str, ImpartialityRow]:
    with database.read() as reader:
        return {row.proposal.id: row for row in impartiality(reader, OPEN, member=member)}
