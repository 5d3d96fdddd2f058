from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.prioritising.recommendations import (
    STRENGTH,
    Outcome,
    Recommendation,
    departs,
    departures,
    recommendation_id,
    unexplained,
)

YES, IF, LATER, NO = (
    Outcome.RECOMMENDED,
    Outcome.WITH_CONDITIONS,
    Outcome.LOOK_FURTHER,
    Outcome.NOT_RECOMMENDED,
)


def recommendation(outcome, **fields):
    return Recommendation(id=recommendation_id("r", "p"), round="r", proposal="p", outcome=outcome, **fields)


@pytest.mark.parametrize(
    ("outcome", "place", "others", "out_of_order"),
    [
        pytest.param(YES, 2, {"a": (1, YES)}, (), id="in order"),
        pytest.param(YES, 2, {"a": (1, NO)}, ("a",), id="past one that stands above"),
        pytest.param(NO, 1, {"a": (2, YES)}, ("a",), id="passed by one that stands below"),
        pytest.param(LATER, 2, {"a": (1, NO)}, ("a",), id="a weaker yes also passes by"),
        pytest.param(NO, 2, {"a": (1, LATER)}, (), id="a weaker word below is in order"),
        pytest.param(IF, 1, {"a": (2, YES)}, (), id="conditions are not weaker"),
        pytest.param(YES, 2, {"a": (1, IF)}, (), id="nor stronger without"),
        pytest.param(YES, 1, {"a": (1, NO)}, (), id="a shared place has no order"),
        pytest.param(YES, 3, {"a": (1, NO), "b": (2, LATER), "c": (4, NO)}, ("a", "b"), id="several"),
        pytest.param(YES, 1, {}, (), id="alone"),
    ],
)
def test_a_recommendation_departs_where_it_turns_the_order(outcome, place, others, out_of_order):
    places = {"p": place} | {key: where for key, (where, _) in others.items()}
    words = {key: word for key, (_, word) in others.items()}
    assert departs(outcome, proposal="p", places=places, others=words) == out_of_order


def test_a_proposal_without_a_place_departs_from_nothing():
    assert departs(YES, proposal="statutory", places={"a": 1}, others={"a": NO}) == ()


def test_nobody_is_out_of_order_with_one_without_a_place():
    assert departs(NO, proposal="p", places={"p": 1}, others={"statutory": YES}) == ()


def test_a_proposal_is_never_out_of_order_with_itself():
    assert departs(YES, proposal="p", places={"p": 1}, others={"p": NO}) == ()


PLACES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 6), min_size=2)


@given(PLACES, st.data())
def test_two_are_out_of_order_with_each_other_or_not_at_all(places, data):
    words = {key: data.draw(st.sampled_from(Outcome)) for key in places}
    out = {key: set(departs(words[key], proposal=key, places=places, others=words)) for key in sorted(places)}
    for one, other in combinations(out, 2):
        assert (other in out[one]) == (one in out[other])


@given(PLACES)
def test_words_that_weaken_down_the_order_depart_from_nothing(places):
    ladder = sorted(Outcome, key=lambda each: -STRENGTH[each])
    words = {key: ladder[min(place - 1, len(ladder) - 1)] for key, place in places.items()}
    assert all(not departs(words[key], proposal=key, places=places, others=words) for key in places)


def said(proposal, outcome, reason=""):
    return Recommendation(
        id=recommendation_id("r", proposal), round="r", proposal=proposal, outcome=outcome, reason=reason
    )


def over(places, *, asked=None, **words):
    """Return the departures; each reason was asked for on all the others, where it is not said on which."""
    recorded = {
        key: said(key, *(each if isinstance(each, tuple) else (each,))) for key, each in words.items()
    }
    found = departures(places, recorded, asked=asked or dict.fromkeys(places, places))
    return [(each.proposal, each.before, each.explained) for each in found]


ABC = {"a": 1, "b": 2, "c": 3}


def test_what_is_recommended_above_one_without_a_word_departs():
    assert over(ABC, c=YES) == [("c", ("a", "b"), False)]
    assert over(ABC, a=YES, c=LATER) == [("c", ("b",), False)]


def test_what_is_not_recommended_departs_from_nothing_that_lacks_a_word():
    assert over(ABC, c=NO) == []


def test_what_stands_above_with_as_strong_a_word_is_not_passed_by():
    assert over(ABC, a=IF, b=YES, c=YES) == []
    assert over({"a": 1, "b": 1}, b=YES) == []


def test_a_departure_is_explained_by_its_own_reason_or_by_those_of_all_it_passes():
    assert over(ABC, a=NO, b=NO, c=(YES, "Haster.")) == [("c", ("a", "b"), True)]
    assert over(ABC, a=(NO, "Ferdig."), b=NO, c=YES) == [
        ("c", ("a",), True),
        ("c", ("b",), False),
    ]
    assert over(ABC, a=(NO, "Ferdig."), b=(LATER, "Uklart."), c=YES) == [
        ("b", ("a",), True),
        ("c", ("a", "b"), True),
    ]


def test_a_reason_explains_what_it_was_asked_for_and_nothing_else():
    assert over(ABC, asked={"c": {"a"}}, a=NO, b=NO, c=(YES, "Haster.")) == [
        ("c", ("a",), True),
        ("c", ("b",), False),
    ]
    assert over(ABC, asked={"a": {"b"}}, a=(NO, "Ferdig."), c=YES) == [("c", ("a", "b"), False)]


def test_one_without_a_place_neither_departs_nor_is_passed_by():
    assert over({"b": 1}, a=NO, b=YES, c=YES) == []


@given(PLACES, st.data())
def test_every_pair_that_is_turned_is_found_over_the_whole_set_whichever_was_recorded_first(places, data):
    words = {key: data.draw(st.sampled_from(Outcome)) for key in sorted(places)}
    found = departures(places, {key: said(key, word) for key, word in words.items()}, asked={})
    pairs = {(each.proposal, other) for each in found for other in each.before}
    turned = {
        (one, other)
        for one in places
        for other in departs(words[one], proposal=one, places=places, others=words)
        if places[other] < places[one]
    }
    assert pairs == turned


def test_conditions_need_words():
    assert [each.about for each in unexplained(recommendation(IF), ())] == ["conditions"]
    assert unexplained(recommendation(IF, conditions="Hvis halvparten blir med."), ()) == ()


def test_a_departure_needs_a_reason_and_names_those_it_passes_by():
    told = unexplained(recommendation(YES), ("2026-011", "2026-002"))
    assert [each.about for each in told] == ["reason"]
    assert "compared with 2026-011, 2026-002." in str(told[0])
    assert unexplained(recommendation(YES, reason="Haster."), ("a", "b")) == ()


def test_a_reason_of_blanks_is_none():
    assert unexplained(recommendation(YES, reason="   "), ("a",)) != ()


def test_all_that_lacks_is_told_at_once():
    told = unexplained(recommendation(IF), ("a",))
    assert [each.about for each in told] == ["conditions", "reason"]


@pytest.mark.parametrize("outcome", [YES, IF])
def test_a_yes_to_what_a_requirement_stopped_needs_a_reason(outcome):
    silent = recommendation(outcome, conditions="Når eieren er klar.")
    assert [each.about for each in unexplained(silent, (), stopped=True)] == ["reason"]
    assert unexplained(silent.model_copy(update={"reason": "Haster."}), (), stopped=True) == ()


@pytest.mark.parametrize("outcome", [LATER, NO])
def test_anything_weaker_on_what_a_requirement_stopped_speaks_for_itself(outcome):
    assert unexplained(recommendation(outcome), (), stopped=True) == ()
