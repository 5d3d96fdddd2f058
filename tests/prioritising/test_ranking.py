import random
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from portfolio.catalogue.methods import methods
from portfolio.prioritising.methods import TieBreak
from portfolio.prioritising.ranking import Judged, rank

FELLES = methods()["felles/1.0"]
KEYS = [each.key for each in FELLES.criteria]
MEMBERS = 4
ONE_CRITERION = st.lists(st.integers(1, 5) | st.none(), max_size=MEMBERS)


def judged(proposal, answers):
    return Judged(
        proposal=proposal,
        marks={key: [mark for mark in answers[key] if mark is not None] for key in KEYS},
        given=sum(len(answers[key]) for key in KEYS),
        expected=MEMBERS * len(KEYS),
    )


def plain(proposal, *, all=3, **marks):
    return judged(proposal, {key: [marks.get(key, all)] * MEMBERS for key in KEYS})


ANSWERS = st.fixed_dictionaries(dict.fromkeys(KEYS, ONE_CRITERION))
PORTFOLIOS = st.lists(ANSWERS, min_size=1, max_size=8).map(
    lambda each: [judged(f"p{number}", answers) for number, answers in enumerate(each)]
)


def places(method, portfolio):
    return {each.judged.proposal: each.place for each in rank(method, portfolio).placed}


def points(method, portfolio):
    return {each.judged.proposal: each.score.points for each in rank(method, portfolio).placed}


def test_the_best_stands_first_and_those_nobody_marked_have_no_place():
    found = rank(FELLES, [plain("low", all=2), plain("none", all=None), plain("high", all=4)])
    assert [(each.place, each.judged.proposal) for each in found.placed] == [(1, "high"), (2, "low")]
    assert found.unmarked == ("none",)


def test_a_shared_place_uses_up_the_next():
    portfolio = [plain("a", all=4), plain("b"), plain("c"), plain("d", all=1)]
    assert places(FELLES, portfolio) == {"a": 1, "b": 2, "c": 2, "d": 4}


def test_equal_points_go_by_the_named_criterion_first():
    portfolio = [plain("a", okonomi=4), plain("b", behov=4)]
    assert places(FELLES, portfolio) == {"a": 2, "b": 1}


def test_equal_points_go_by_the_answers_that_are_in_next():
    full, part = plain("full"), replace(plain("part"), given=MEMBERS * len(KEYS) - 1)
    assert places(FELLES, [part, full]) == {"full": 1, "part": 2}


def test_equal_points_go_by_opinions_where_the_method_says_so_and_dont_know_is_none():
    full, unknown = plain("full"), plain("unknown", okonomi=None, kvalitet=None)
    assert (unknown.answered, unknown.coverage) == (1, Fraction(6, 8))
    assert places(FELLES, [unknown, full]) == {"full": 1, "unknown": 1}
    assert places(methods()["felles/1.1"], [unknown, full]) == {"full": 1, "unknown": 2}


def test_whoever_says_dont_know_to_three_of_eight_has_an_opinion_of_five():
    answers = {key: [None] if number < 3 else [4] for number, key in enumerate(KEYS)}
    one = Judged(
        "p",
        {key: [mark for mark in marks if mark is not None] for key, marks in answers.items()},
        given=8,
        expected=8,
    )
    assert one.coverage == Fraction(5, 8)


@given(ANSWERS)
def test_opinions_are_never_more_than_answers_nor_answers_than_what_could_be_given(answers):
    one = judged("p", answers)
    assert 0 <= one.coverage <= one.answered <= 1


def test_nothing_is_settled_by_marks_finer_than_what_is_published():
    near = plain("near", forankring=4)
    nearer = replace(near, proposal="nearer", marks={key: marks * 20 for key, marks in near.marks.items()})
    marks = dict(nearer.marks) | {"kvalitet": [4] + [3] * 799}
    assert places(FELLES, [near, replace(nearer, marks=marks)]) == {"near": 1, "nearer": 1}


def test_dont_know_on_the_criterion_that_settles_a_tie_is_not_a_low_mark():
    unknown = plain("unknown", behov=None)
    assert places(FELLES, [unknown, plain("low", behov=2, okonomi=4)]) == {"unknown": 1, "low": 2}
    assert places(FELLES, [unknown, plain("high", behov=4, okonomi=2)]) == {"unknown": 2, "high": 1}


def test_coverage_of_nothing_expected_is_nothing():
    nothing = Judged("p", {}, given=0, expected=0)
    assert nothing.coverage == nothing.answered == 0


@given(PORTFOLIOS, st.integers(0, 7), st.sampled_from(KEYS), st.integers(0, 3))
def test_a_better_mark_never_costs_a_place(portfolio, which, key, member):
    chosen = portfolio[which % len(portfolio)]
    marks = list(chosen.marks[key])
    if member < len(marks) and marks[member] < 5:
        marks[member] += 1
        better = replace(chosen, marks=dict(chosen.marks) | {key: marks})
        after = places(FELLES, [better if each is chosen else each for each in portfolio])
        before = places(FELLES, portfolio)
        assert after[chosen.proposal] <= before[chosen.proposal]


@given(PORTFOLIOS, ANSWERS)
def test_adding_a_proposal_never_moves_others_points_or_order(portfolio, answers):
    more = [*portfolio, judged("new", answers)]
    before, after = points(FELLES, portfolio), points(FELLES, more)
    assert {key: after[key] for key in before} == before
    was, now = places(FELLES, portfolio), places(FELLES, more)
    for one in was:
        for other in was:
            assert (was[one] < was[other]) == (now[one] < now[other])


@given(PORTFOLIOS, st.integers(0, 1000))
def test_shuffling_the_input_never_changes_places(portfolio, seed):
    shuffled = random.Random(seed).sample(portfolio, len(portfolio))
    assert places(FELLES, shuffled) == places(FELLES, portfolio)


@given(PORTFOLIOS)
def test_a_place_is_one_more_than_the_number_that_stand_above(portfolio):
    found = rank(FELLES, portfolio).placed
    for each in found:
        assert each.place == 1 + sum(other.place < each.place for other in found)


@given(PORTFOLIOS)
def test_equal_published_points_share_a_place_unless_a_tie_break_settles_it(portfolio):
    without = FELLES.model_copy(update={"ties": ()})
    for method in (FELLES, without):
        found = rank(method, portfolio).placed
        for one in found:
            for other in found:
                if one.score.published != other.score.published:
                    assert (one.place < other.place) == (one.score.published > other.score.published)
                else:
                    assert (one.place == other.place) == (brought(method, one) == brought(method, other))


def brought(method, placed):
    """What a proposal brings to the tie-break, reckoned in another way than the code does."""
    marks = placed.judged.marks
    brings = []
    for tie in method.ties:
        if tie.by is TieBreak.COVERAGE:
            brings.append(Fraction(placed.judged.given, placed.judged.expected))
        else:
            own = marks[tie.criterion]
            others = [Fraction(sum(each), len(each)) for each in marks.values() if each]
            brings.append(Fraction(sum(own), len(own)) if own else sum(others) / len(others))
    return brings


@given(PORTFOLIOS)
def test_every_proposal_is_either_placed_or_unmarked(portfolio):
    found = rank(FELLES, portfolio)
    listed = [each.judged.proposal for each in found.placed] + list(found.unmarked)
    assert sorted(listed) == sorted(each.proposal for each in portfolio)
