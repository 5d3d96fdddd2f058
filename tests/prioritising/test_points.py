from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.catalogue.methods import methods
from portfolio.prioritising.points import band, mean, published, score

FELLES, IDEPORTAL = methods()["felles/1.0"], methods()["ideportal/1.0"]
KEYS = [each.key for each in FELLES.criteria]

MARKS = st.lists(st.integers(1, 5), max_size=15)
MEANS = st.dictionaries(st.sampled_from(KEYS), st.lists(st.integers(1, 5), min_size=1).map(mean), min_size=1)


def weighted(method, **weights):
    criteria = [each.model_copy(update={"weight": weights.get(each.key, 1)}) for each in method.criteria]
    return method.model_copy(update={"criteria": tuple(criteria)})


def means(method, **marks):
    return {each.key: Fraction(marks.get(each.key, marks.get("all", 3))) for each in method.criteria}


def test_a_score_is_nothing_where_nobody_has_marked():
    assert score(FELLES, {}) is None


def test_a_score_is_nothing_where_only_criteria_without_weight_are_marked():
    assert score(weighted(FELLES, behov=0), {"behov": Fraction(5)}) is None


@pytest.mark.parametrize(("mark", "points"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100)])
def test_the_same_mark_on_everything_stands_for_the_same_step_of_the_whole(mark, points):
    assert score(FELLES, means(FELLES, all=mark)).points == points


def test_a_weight_counts_as_much_as_it_says():
    found = score(weighted(FELLES, behov=3), means(FELLES, all=1, behov=5))
    assert found.points == 30
    assert [term.points for term in found.terms if term.criterion == "behov"] == [30]


def test_a_weighted_sum_is_the_sum_of_mark_times_weight():
    found = score(weighted(IDEPORTAL, risiko=2), means(IDEPORTAL, all=3, risiko=5))
    assert found.points == 4 * 3 + 2 * 5


def test_the_score_names_the_criteria_nobody_marked():
    found = score(FELLES, {key: Fraction(4) for key in KEYS if key != "okonomi"})
    assert found.lacking == ("okonomi",)
    assert found.points == 75


@given(MEANS)
def test_the_terms_sum_to_the_points(given_means):
    for method in (FELLES, weighted(FELLES, behov=3, okonomi=0)):
        found = score(method, given_means)
        assert found is None or sum(term.points for term in found.terms) == found.points


@given(MEANS)
def test_points_stay_between_0_and_100(given_means):
    assert 0 <= score(FELLES, given_means).points <= 100


@given(st.lists(st.integers(1, 5), min_size=1))
def test_dont_know_is_never_zero(marks):
    known = {"behov": mean(marks)}
    unanswered = score(FELLES, known)
    imputed = score(FELLES, dict.fromkeys(KEYS, mean(marks)))
    lowest = score(FELLES, dict.fromkeys(KEYS, Fraction(1)) | known)
    assert unanswered.points == imputed.points >= lowest.points


@given(MEANS)
def test_the_mean_of_a_score_is_where_its_points_come_from(given_means):
    found = score(FELLES, given_means)
    assert (found.mean - 1) * 25 == found.points


@given(MEANS, st.sampled_from(KEYS), st.fractions(0, 4))
def test_a_better_mean_never_costs_points(given_means, key, more):
    if key in given_means:
        better = given_means | {key: min(Fraction(5), given_means[key] + more)}
        assert score(FELLES, better).points >= score(FELLES, given_means).points


@pytest.mark.parametrize(
    ("points", "decimals", "said"),
    [
        ("53.125", 1, "53.1"),
        ("0.05", 1, "0.1"),
        ("49.95", 1, "50.0"),
        ("49.949", 1, "49.9"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1/3", 4, "0.3333"),
        ("0", 2, "0.00"),
    ],
)
def test_points_are_rounded_half_away_from_zero(points, decimals, said):
    assert str(published(Fraction(points), decimals=decimals)) == said


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_moves_points_by_half_a_step_at_most(points, decimals):
    apart = abs(Fraction(published(points, decimals=decimals)) - points)
    assert apart <= Fraction(1, 2 * 10**decimals)


@given(st.fractions(0, 100), st.fractions(0, 100), st.integers(0, 4))
def test_rounding_never_turns_the_order(one, other, decimals):
    low, high = sorted((one, other))
    assert published(low, decimals=decimals) <= published(high, decimals=decimals)


@given(st.lists(st.integers(1, 5), min_size=5, max_size=5))
def test_whole_marks_fall_in_the_bands_of_the_portal(marks):
    keys = [each.key for each in IDEPORTAL.criteria]
    found = score(IDEPORTAL, {key: Fraction(mark) for key, mark in zip(keys, marks, strict=True)})
    total = sum(marks)
    wanted = "ma-ha" if total > 22 else "bor-ha" if total > 16 else "kan-ha" if total > 8 else "skal-ikke-ha"
    assert band(IDEPORTAL, found.published).key == wanted


def test_points_below_the_lowest_band_are_in_none():
    assert band(IDEPORTAL, Decimal("0.9")) is None
