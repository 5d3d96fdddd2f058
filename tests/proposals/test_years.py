"""The first and last year: every door that says they cannot stand says it by the same rule."""

from hypothesis import given
from hypothesis import strategies as st

from portfolio.proposals.proposal import Proposal
from portfolio.proposals.readiness import unready
from portfolio.proposals.years import BACKWARDS, backwards

years = st.none() | st.integers(2000, 2100)


@given(years, years)
def test_a_proposal_is_told_of_its_years_exactly_where_the_last_is_before_the_first(starts, ends):
    proposal = Proposal(
        id="prosjekt:1", reference="1", title="Prøve", owner_party="ks", starts=starts, ends=ends
    )
    told = BACKWARDS in [each.message.text for each in unready(proposal, ())]
    assert told == backwards(starts, ends) == bool(starts and ends and ends < starts)
