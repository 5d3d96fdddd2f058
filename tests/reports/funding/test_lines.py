"""What each party carries of each project and year, one line each."""

from portfolio.funding.ledger import Entry, positions
from portfolio.lookups.carrying import Carrying
from portfolio.parties import JOINT
from portfolio.reports.funding.lines import FundingLine, lines
from portfolio.store.database import Database

EVERYBODY_SHARES, BERGEN = "prosjekt:2026-004", "kommune:4601"


def every_line(database: Database, party: str | None = None) -> list[FundingLine]:
    with database.read() as reader:
        return list(lines(Carrying(reader), positions(reader.all(Entry)), party=party))


def test_every_line_has_a_stable_id_of_its_own(database: Database) -> None:
    listed = every_line(database)
    assert len({line.id for line in listed}) == len(listed)
    assert listed == every_line(database)


def test_a_joint_contribution_is_a_line_for_each_who_shares_and_none_for_all_together(
    database: Database,
) -> None:
    joint = [line for line in every_line(database) if line.proposal == EVERYBODY_SHARES and line.joint]
    assert len({line.party for line in joint}) == 357
    assert JOINT not in {line.party for line in joint}


def test_the_lines_of_one_party_are_those_of_all_that_are_its(database: Database) -> None:
    mine = every_line(database, party=BERGEN)
    assert {line.joint for line in mine} == {True, False}
    assert mine == [line for line in every_line(database) if line.party == BERGEN]


def test_each_amount_holds_the_later_ones(database: Database) -> None:
    assert all(
        line.applied >= line.promised >= line.agreed >= line.paid
        for line in every_line(database)
        if not line.joint
    )
