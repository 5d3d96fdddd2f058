from datetime import date

import pytest
from pydantic import ValidationError

from portfolio.prioritising.decisions import FOLLOWS, Decision, Resolution, decision_id, follows
from portfolio.prioritising.recommendations import Outcome

DECIDED = {
    "id": decision_id("runde:1", "prosjekt:1"),
    "round": "runde:1",
    "proposal": "prosjekt:1",
    "resolution": Resolution.APPROVED,
    "case": "KS 26/0200",
    "on": date(2026, 11, 20),
}


def test_a_decision_is_one_for_each_proposal_in_each_round():
    pairs = [(round_, proposal) for round_ in ("runde:1", "runde:2") for proposal in ("prosjekt:1", "x")]
    assert len({decision_id(*pair) for pair in pairs}) == len(pairs)


@pytest.mark.parametrize("field", ["resolution", "case", "on"])
def test_what_was_decided_in_which_case_and_when_is_always_said(field):
    with pytest.raises(ValidationError):
        Decision.model_validate({name: value for name, value in DECIDED.items() if name != field})


def test_a_case_number_of_blanks_is_none():
    with pytest.raises(ValidationError):
        Decision.model_validate(DECIDED | {"case": "  "})
    assert Decision.model_validate(DECIDED).note == ""


def test_each_outcome_says_which_decisions_follow_it_and_none_follows_both_a_yes_and_a_no():
    assert FOLLOWS.keys() == set(Outcome)
    assert follows(Resolution.APPROVED_IN_PART, Outcome.WITH_CONDITIONS)
    assert not follows(Resolution.APPROVED, Outcome.NOT_RECOMMENDED)
    assert not follows(Resolution.REJECTED, Outcome.RECOMMENDED)
    assert not FOLLOWS[Outcome.RECOMMENDED] & FOLLOWS[Outcome.NOT_RECOMMENDED]
