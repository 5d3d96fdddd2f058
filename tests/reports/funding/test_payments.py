"""Each part of each joint payment is told with the key that gave it, and each key with its day."""

from datetime import date

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.lookups.carrying import Carrying
from portfolio.money import total
from portfolio.periods import EARLIEST
from portfolio.reports.funding.payments import key_rows, paid_parts
from portfolio.reports.funding.sayings import sayings
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database
from tests.databases import of
from tests.funding.sealed import seen

FINANCE, PROJECT = "person:geir-mosengtun", "prosjekt:2026-001"


def test_the_parts_of_the_payments_are_what_each_has_paid(database: Database) -> None:
    with database.read() as reader:
        report = funding(reader)
    paid = {
        (line.proposal, line.year, line.party): line.paid for line in report.lines if line.joint and line.paid
    }
    parts = {(part.proposal, part.year, part.party): part.amount for part in report.payments}
    assert parts == paid
    assert len({part.id for part in report.payments}) == len(report.payments)


def test_one_year_has_its_own_payments(database: Database) -> None:
    with database.read() as reader:
        carrying = Carrying(reader)
    every = list(paid_parts(carrying))
    years = [list(paid_parts(carrying, year=year)) for year in sorted({part.year for part in every})]
    assert total(part.amount for own in years for part in own) == total(part.amount for part in every)
    assert len(years) == 2


def test_every_key_is_told_the_first_first_and_of_one_year_as_of_all(database: Database) -> None:
    with database.read() as reader:
        (first,) = reader.all(Sharing, proposal=PROJECT)
    later = first.model_copy(update={"applies_from": date(2026, 11, 1), "members": ("kommune:0301",)})
    kept = share_by(database, later, seen=seen(database, PROJECT), reason="x", stamp=of(database, FINANCE))
    with database.read() as reader:
        carrying = Carrying(reader)
        said = sayings(reader, [each for keys in carrying.keys.values() for each in keys])
        rows = list(key_rows(carrying, said))
        assert funding(reader, year=2028).keys == tuple(rows)
    own = [(row.id, row.applies_from, row.municipalities) for row in rows if row.proposal == PROJECT]
    assert own == [(first.id, EARLIEST, 40), (kept.id, date(2026, 11, 1), 1)]
