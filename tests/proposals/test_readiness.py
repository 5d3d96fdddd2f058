"""What a proposal lacks before the council can assess it."""

import pytest

from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.proposals.readiness import unready

READY = Proposal(
    id="prosjekt:1",
    reference="1",
    title="Felles søk",
    owner_party="ks",
    summary="Søk i alt.",
    need="Alle leter.",
    goals=("bruker-1",),
    starts=2027,
    ends=2027,
)
COST = CostLine(id="prosjekt:1.2027", proposal="prosjekt:1", year=2027, amount=Money(1))


def test_a_proposal_with_all_of_it_lacks_nothing() -> None:
    assert unready(READY, [COST]) == ()


@pytest.mark.parametrize(("field", "value"), [("summary", ""), ("need", ""), ("goals", ()), ("ends", 2026)])
def test_each_gap_is_told_about_its_field(field: str, value: object) -> None:
    assert [each.about for each in unready(READY.model_copy(update={field: value}), [COST])] == [field]


@pytest.mark.parametrize("costs", [[], [COST.model_copy(update={"amount": Money(0)})]])
def test_a_cost_of_nothing_is_no_cost(costs: list[CostLine]) -> None:
    assert [each.about for each in unready(READY, costs)] == ["costs"]


def test_all_gaps_are_told_at_once() -> None:
    bare = Proposal(id="prosjekt:1", reference="1", title="Felles søk", owner_party="ks")
    assert [each.about for each in unready(bare, [])] == ["summary", "need", "goals", "costs"]
