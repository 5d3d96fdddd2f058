"""What comes in a workbook: valid before it is held against anything, and silent where a cell is empty."""

import pytest
from pydantic import ValidationError

from portfolio.money import Money
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn

ROW = {"where": "Forslag!A6", "reference": "1"}


def test_a_row_says_nothing_of_what_it_leaves_empty() -> None:
    said = ProposalIn.model_validate(ROW | {"title": "Felles søk", "owner_party": "ks"}).model_dump()
    assert {key for key, value in said.items() if value not in (None, "", ())} == {
        "where",
        "reference",
        "title",
        "owner_party",
    }


def test_a_workbook_cannot_say_which_person_owns_a_project() -> None:
    with pytest.raises(ValidationError, match="owner_person"):
        ProposalIn.model_validate(
            ROW | {"title": "Felles søk", "owner_party": "ks", "owner_person": "person:kari"}
        )


def test_no_amount_is_below_zero() -> None:
    with pytest.raises(ValidationError, match="amount"):
        CostIn.model_validate(ROW | {"year": 2027, "amount": Money(-1)})
    for stage in ("applied", "promised", "agreed", "paid"):
        given = ROW | {"party": "ks", "year": 2027, "applied": Money(9), stage: Money(-1)}
        with pytest.raises(ValidationError, match=stage):
            ContributionIn.model_validate(given)


def test_an_amount_that_is_empty_is_not_said() -> None:
    given = ContributionIn.model_validate(ROW | {"party": "ks", "year": 2027, "applied": Money(9)})
    assert (given.promised, given.agreed, given.paid) == (None,) * 3
    assert CostIn.model_validate(ROW | {"year": 2027, "amount": None}).amount is None
