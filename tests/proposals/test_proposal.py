"""A proposal: known by a reference, an idea until more is said."""

import pytest
from pydantic import ValidationError

from portfolio.proposals.proposal import Phase, Proposal, proposal_id

LEAST = {"id": "prosjekt:1", "reference": "1", "title": "Felles søk", "owner_party": "ks"}


def test_a_proposal_is_an_idea_until_more_is_said() -> None:
    assert Proposal.model_validate(LEAST).phase is Phase.IDEA


@pytest.mark.parametrize("lacking", LEAST)
def test_a_proposal_cannot_be_without_what_it_is_known_by_and_an_owner(lacking: str) -> None:
    with pytest.raises(ValidationError, match=lacking):
        Proposal.model_validate({key: value for key, value in LEAST.items() if key != lacking})


@pytest.mark.parametrize(
    "wrong", [{"phase": None}, {"starts": 1999}, {"title": "x" * 201}, {"need": "x" * 10_001}, {"rank": 1}]
)
def test_what_a_proposal_cannot_hold_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Proposal.model_validate(LEAST | wrong)


def test_references_that_look_alike_are_the_same_proposal() -> None:
    assert {proposal_id(each) for each in ("2026-014", "2026 014", "2026.014")} == {"prosjekt:2026-014"}
