"""What covers a cost, and what is lacking or beyond: two words that never meet."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from portfolio.funding.cover import cover
from portfolio.money import NOTHING, Money
from portfolio.parties import Side

amounts = st.integers(0, 10**13).map(Money)


def test_a_cost_is_covered_side_by_side():
    covered = cover(Money(100), [(Side.STATE, Money(40)), (Side.LOCAL, Money(30)), (Side.LOCAL, Money(10))])
    assert covered.by_side == {Side.STATE: Money(40), Side.LOCAL: Money(40), Side.OTHER: Money(0)}
    assert covered.covered == Money(80)
    assert (covered.lacking, covered.beyond) == (Money(20), NOTHING)
    assert covered.share_of(Side.STATE) == Fraction(1, 2)
    assert covered.share_of(Side.OTHER) == 0


def test_what_is_promised_beyond_the_cost_is_beyond_and_lacks_nothing():
    covered = cover(Money(100), [(Side.STATE, Money(101))])
    assert (covered.lacking, covered.beyond, covered.gap) == (NOTHING, Money(1), Money(-1))


@given(amounts, st.lists(st.tuples(st.sampled_from(Side), amounts), max_size=5))
def test_cost_less_what_covers_it_is_what_is_lacking_less_what_is_beyond(cost, given_):
    covered = cover(cost, given_)
    assert covered.cost - covered.covered == covered.gap == covered.lacking - covered.beyond
    assert min(covered.lacking, covered.beyond) == NOTHING


def test_no_side_has_a_share_of_nothing():
    assert cover(Money(100), []).share_of(Side.LOCAL) is None
