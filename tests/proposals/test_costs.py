"""What a proposal costs in a year: one line a year, in whole øre."""

import pytest
from pydantic import ValidationError

from portfolio.money import Money
from portfolio.proposals.costs import CostLine, cost_line_id


def test_a_year_of_a_proposal_has_one_id_and_another_year_another() -> None:
    ids = {cost_line_id(proposal, year) for proposal in ("prosjekt:1", "prosjekt:2") for year in (2026, 2027)}
    assert len(ids) == 4
    assert cost_line_id("prosjekt:1", 2026) == "prosjekt:1.2026"


@pytest.mark.parametrize("year", [1999, 2101, "snart"])
def test_a_cost_falls_in_a_budget_year(year: object) -> None:
    given = {"id": "prosjekt:1.x", "proposal": "prosjekt:1", "year": year, "amount": Money(1)}
    with pytest.raises(ValidationError, match="year"):
        CostLine.model_validate(given)
