from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.prioritising.disagreement import APART, CLOSE, Agreement, agreement, disagreement

MARKS = st.lists(st.integers(1, 5), max_size=15)


def by_pairs(marks):
    pairs = list(combinations(marks, 2))
    return Fraction(sum(abs(one - other) for one, other in pairs), len(pairs))


@given(st.lists(MARKS, max_size=8))
def test_disagreement_is_the_mean_distance_over_all_pairs(criteria):
    judged = [by_pairs(marks) for marks in criteria if len(marks) > 1]
    assert disagreement(criteria) == (sum(judged, Fraction(0)) / len(judged) if judged else None)


def test_those_who_all_agree_are_not_apart():
    assert disagreement([[4, 4, 4], [2, 2]]) == 0


def test_one_mark_neither_agrees_nor_disagrees():
    assert disagreement([[4], [], [1]]) is None
    assert disagreement([[4], [1, 3]]) == 2


@given(MARKS, st.randoms())
def test_the_order_of_the_members_does_not_matter(marks, chance):
    shuffled = list(marks)
    chance.shuffle(shuffled)
    assert disagreement([shuffled]) == disagreement([marks])


@given(st.lists(st.integers(1, 5), min_size=2, max_size=15))
def test_disagreement_is_never_more_than_the_scale_is_long(marks):
    assert 0 <= disagreement([marks]) <= max(marks) - min(marks) <= 4


@given(st.fractions(0, 4))
def test_what_disagreement_is_called_changes_at_half_a_step_and_at_a_whole(steps):
    called = agreement(steps)
    assert (called is Agreement.CLOSE) == (steps < CLOSE)
    assert (called is Agreement.APART) == (steps >= APART)
    assert called in Agreement
