"""What would take a project beyond its cost is known before it is entered, whoever asks."""

from datetime import date

import pytest

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.lookups.beyond import Beyond, BeyondCost, beyond, let_go_beyond
from portfolio.money import Money, total
from portfolio.proposals.costs import CostLine
from portfolio.store.database import Database

PROJECT = "prosjekt:2026-001"


def entry(amount: Money, stage: Stage = Stage.APPLIED, proposal: str = PROJECT) -> Entry:
    """Return a line that is about to be entered."""
    return Entry(
        id=f"bidrag:{proposal}.900",
        proposal=proposal,
        party="ks",
        year=2027,
        stage=stage,
        amount=amount,
        on=date(2026, 11, 1),
    )


def sums(database: Database) -> tuple[Money, Money]:
    """Return what is given to the project, less what has lapsed, and what it costs."""
    with database.read() as reader:
        given = [each for each in reader.all(Entry, proposal=PROJECT) if each.stage is not Stage.LAPSED]
        costs = reader.all(CostLine, proposal=PROJECT)
    return total(each.amount for each in given), total(each.amount for each in costs)


def test_as_much_as_it_costs_is_let_be_and_an_øre_more_is_told_with_both(database: Database) -> None:
    given, cost = sums(database)
    with database.read() as reader:
        assert beyond(reader, [entry(cost - given)]) == ()
        assert beyond(reader, [entry(cost - given + Money(1))]) == (
            Beyond("2026-001", cost + Money(1), cost),
        )


def test_what_lapses_or_goes_onward_takes_nothing_beyond(database: Database) -> None:
    given, cost = sums(database)
    much = cost + given
    with database.read() as reader:
        assert beyond(reader, [entry(much, Stage.LAPSED)]) == ()
        assert beyond(reader, [entry(-much), entry(much, Stage.PROMISED)]) == ()


def test_a_cost_on_its_way_counts_and_a_project_without_one_is_held_to_nothing(database: Database) -> None:
    given, cost = sums(database)
    more = CostLine(id=f"{PROJECT}.2050", proposal=PROJECT, year=2050, amount=Money(1))
    new = "prosjekt:ny"
    with database.read() as reader:
        assert beyond(reader, [entry(cost - given + Money(1))], costs=[more]) == ()
        assert beyond(reader, [entry(Money(5), proposal=new)]) == ()
        line = CostLine(id=f"{new}.2027", proposal=new, year=2027, amount=Money(4))
        (found,) = beyond(reader, [entry(Money(5), proposal=new)], costs=[line])
    assert (found.given, found.cost) == (Money(5), Money(4))


def test_only_who_is_sure_goes_beyond(database: Database) -> None:
    _, cost = sums(database)
    with database.read() as reader:
        with pytest.raises(BeyondCost) as refused:
            let_go_beyond(reader, entry(cost), sure=False)
        let_go_beyond(reader, entry(cost), sure=True)
    assert refused.value.about == "amount"
