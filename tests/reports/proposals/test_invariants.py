"""The rules of the proposals find what is put in behind the app's back."""

import pytest
from sqlalchemy import text

from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.invariants import RULES
from portfolio.store.database import Database

BELOW_ZERO, POINTING_NOWHERE = RULES


def test_it_holds_of_the_example(database: Database) -> None:
    with database.read() as reader:
        assert reader.count(CostLine) > 0
        assert any(each.goals for each in reader.all(Proposal))
        assert any(each.partners for each in reader.all(Proposal))
        assert all(rule.hold(reader).holds for rule in RULES)


def test_a_cost_below_zero_is_named_with_its_amount(database: Database) -> None:
    with database.read() as reader:
        line = reader.all(CostLine)[0]
    with database.alone() as connection:
        connection.execute(text("UPDATE cost_lines SET amount = -1 WHERE id = :id"), {"id": line.id})
    with database.read() as reader:
        (fault,) = BELOW_ZERO.hold(reader).faults
    assert fault.facts == {"id": line.id, "amount": Money(-1)}


@pytest.mark.parametrize("field", ["goals", "partners"])
def test_a_goal_or_a_partner_that_is_not_there_is_named_with_its_proposal(
    database: Database, field: str
) -> None:
    command = f"UPDATE proposals SET {field} = '[\"x:borte\"]' WHERE id = 'prosjekt:2026-001'"
    with database.alone() as connection:
        connection.execute(text(command))
    with database.read() as reader:
        (fault,) = POINTING_NOWHERE.hold(reader).faults
    assert fault.in_english() == "prosjekt:2026-001 points at x:borte"
