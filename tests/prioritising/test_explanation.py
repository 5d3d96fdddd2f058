from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from portfolio.catalogue.methods import methods
from portfolio.prioritising.explanation import because
from portfolio.prioritising.points import published
from portfolio.prioritising.ranking import Judged, rank

FELLES = methods()["felles/1.0"]
KEYS = [each.key for each in FELLES.criteria]
NAMES = {each.name: each.key for each in FELLES.criteria}
MEMBERS = 3


def judged(proposal, *, all=3, given=MEMBERS * 8, **marks):
    each = {key: marks.get(key, [all] * MEMBERS) for key in KEYS}
    return Judged(proposal, each, given=given, expected=MEMBERS * 8)


def why(*portfolio, method=FELLES):
    above, below = rank(method, portfolio).placed[:2]
    return because(method, above, below).in_english()


def test_one_criterion_that_makes_the_whole_difference_is_named():
    assert why(judged("a", behov=[4, 4, 4]), judged("b")) == (
        "3.1 points ahead of the next, because of Behov og brukernytte."
    )


def test_the_criterion_that_gives_most_is_named():
    assert why(judged("a", behov=[5, 5, 5], okonomi=[4, 4, 4]), judged("b")) == (
        "9.4 points ahead of the next, most of all on Behov og brukernytte (+6.3)."
    )


def test_no_criterion_is_said_to_give_most_where_two_give_the_same():
    assert why(judged("a", behov=[4, 4, 4], okonomi=[4, 4, 4]), judged("b")) == (
        "6.3 points ahead of the next: stronger on 2 criteria and weaker on none."
    )


def test_what_was_lost_is_told_as_well():
    assert why(judged("a", behov=[5, 5, 5], okonomi=[2, 2, 2]), judged("b")) == (
        "3.1 points ahead of the next: stronger on Behov og brukernytte (+6.3), "
        "weaker on Økonomisk gevinst (−3.1)."
    )


def test_a_criterion_nobody_marked_is_not_called_weak():
    assert why(judged("a", all=4, okonomi=[]), judged("b")) == (
        "25.0 points ahead of the next. Only one of the two has marks on Økonomisk gevinst; "
        "for the other, the rest carry its weight."
    )


def test_several_criteria_that_only_one_has_marks_on_are_counted():
    assert why(judged("a", all=4, okonomi=[]), judged("b", kvalitet=[])) == (
        "25.0 points ahead of the next. 2 criteria have marks for only one of the two; "
        "the others carry their weight."
    )


def test_proposals_that_lack_the_same_criterion_are_compared_on_the_rest():
    assert why(judged("a", behov=[4, 4, 4], okonomi=[]), judged("b", okonomi=[])) == (
        "3.6 points ahead of the next, because of Behov og brukernytte."
    )


def test_a_lead_that_comes_from_rounding_says_so():
    low = judged("low", forankring=[4] * 1 + [3] * 124)
    high = judged("high", forankring=[4] * 2 + [3] * 123)
    assert why(high, low) == (
        "0.1 points ahead of the next after rounding; before it the difference is 0.03."
    )


def test_a_small_loss_is_never_written_as_none():
    hair = [3] * 400
    above = judged("a", behov=[4, 4, 4], okonomi=[2, *hair[1:]])
    assert why(above, judged("b", okonomi=hair)) == (
        "3.1 points ahead of the next: stronger on Behov og brukernytte (+3.1), "
        "weaker on Økonomisk gevinst (−0.01)."
    )


def test_a_tie_settled_by_a_criterion_names_it():
    assert why(judged("a", behov=[4, 4, 4]), judged("b", okonomi=[4, 4, 4])) == (
        "Same points as the next; stands above because it is stronger on Behov og brukernytte."
    )


def test_a_tie_settled_where_one_has_no_marks_says_what_stands_in():
    assert why(judged("a", behov=[]), judged("b", behov=[2, 2, 2], okonomi=[4, 4, 4])) == (
        "Same points as the next; Behov og brukernytte settles it. Without marks there, "
        "the mean of the other criteria stands in."
    )


def test_a_tie_settled_by_coverage_says_so():
    assert why(judged("a", given=23), judged("b")) == (
        "Same points as the next; stands above because a larger share of the answers is in."
    )


def test_a_tie_settled_by_opinions_says_so():
    assert why(judged("a", okonomi=[3]), judged("b"), method=methods()["felles/1.1"]) == (
        "Same points as the next; stands above because a larger share of the opinions is given."
    )


def test_a_shared_place_is_said_to_be_shared():
    assert why(judged("a"), judged("b")) == (
        "Shares the place with the next: same points, and no tie-break settles it."
    )


def test_the_idea_score_is_explained_in_its_own_points():
    method = methods()["ideportal/1.0"]
    keys = [each.key for each in method.criteria]
    one, other = ({key: [mark] for key in keys} for mark in (3, 3))
    one["risiko"] = [5]
    portfolio = [Judged("a", one, given=5, expected=5), Judged("b", other, given=5, expected=5)]
    assert why(*portfolio, method=method) == "2.0 points ahead of the next, because of Risiko."


MARKS = st.fixed_dictionaries(dict.fromkeys(KEYS, st.lists(st.integers(1, 5), max_size=MEMBERS)))
PORTFOLIOS = st.lists(st.tuples(MARKS, st.integers(0, 24)), min_size=2, max_size=6).map(
    lambda each: [Judged(f"p{n}", marks, given, 24) for n, (marks, given) in enumerate(each)]
)


@given(PORTFOLIOS)
def test_every_figure_in_the_sentence_is_a_true_gap(portfolio):
    for above, below in pairwise(rank(FELLES, portfolio).placed):
        said = because(FELLES, above, below)
        if "points" in said.facts:
            assert said.facts["points"] == above.score.published - below.score.published > 0
        if {"ahead", "lost"} & said.facts.keys():
            bears_out(said.facts, gaps(above, below))


def gaps(above, below):
    """What each criterion gives, from the marks alone, where both have marks on the same ones."""
    shared = [key for key in KEYS if above.judged.marks[key]]
    assert shared == [key for key in KEYS if below.judged.marks[key]]
    return {key: (average(above, key) - average(below, key)) * 25 / len(shared) for key in shared}


def average(placed, key):
    marks = placed.judged.marks[key]
    return Fraction(sum(marks), len(marks))


def bears_out(facts, found):
    ahead = found[NAMES[facts["criterion"]]]
    assert ahead == max(found.values()) > 0
    assert close(facts["ahead"], ahead)
    if "other" in facts:
        lost = found[NAMES[facts["other"]]]
        assert lost == min(found.values()) < 0
        assert close(facts["lost"], -lost)
    else:
        assert min(found.values()) >= 0


def close(said, true):
    decimals = -said.as_tuple().exponent
    return said > 0 and said == published(true, decimals=decimals)


@given(PORTFOLIOS)
def test_every_neighbour_has_a_sentence_and_every_place_in_it_is_filled(portfolio):
    for above, below in pairwise(rank(FELLES, portfolio).placed):
        assert "{" not in because(FELLES, above, below).in_english()


def test_the_sentence_does_not_depend_on_who_else_is_there():
    first, second = judged("a", behov=[5, 5, 5]), judged("b")
    assert why(first, second) == why(first, second, judged("c", all=1))


def test_no_points_are_said_for_those_who_share_them():
    above, below = rank(FELLES, [judged("a"), replace(judged("b"), given=3)]).placed
    assert "points" not in because(FELLES, above, below).facts
    assert above.score.published == below.score.published == Decimal("50.0")
