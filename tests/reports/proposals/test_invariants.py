"""The rule of the proposals finds what is put in behind the app's back."""

from sqlalchemy import text

from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.reports.proposals.invariants import RULES
from portfolio.store.database import Database

(BELOW_ZERO,) = RULES


def test_it_holds_of_the_example(database: Database) -> None:
    with database.read() as reader:
        assert reader.count(CostLine) > 0
        assert BELOW_ZERO.hold(reader).holds


def test_a_cost_below_zero_is_named_with_its_amount(database: Database) -> None:
    with database.read() as reader:
        line = reader.all(CostLine)[0]
    with database.alone() as connection:
        connection.execute(text("UPDATE cost_lines SET amount = -1 WHERE id = :id"), {"id": line.id})
    with database.read() as reader:
        (fault,) = BELOW_ZERO.hold(reader).faults
    assert fault.facts == {"id": line.id, "amount": Money(-1)}
