"""The rounds of the example: one that is complete, and one that is being marked."""

from collections import Counter, defaultdict

import pytest

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.methods import methods
from portfolio.prioritising.disagreement import disagreement
from portfolio.prioritising.gates import Standing, standing, unanswered
from portfolio.prioritising.impartiality import suggested
from portfolio.prioritising.marks import off_scale, unmarked
from portfolio.prioritising.ranking import Judged, rank
from portfolio.prioritising.recommendations import departs, unexplained
from portfolio.prioritising.rounds import RoundPhase

HERE = {each.id: each for each in demo().proposals}
PEOPLE = {each.id: each for each in demo().people}
SPRING, AUTUMN = demo().rounds
METHOD = methods()[SPRING.method]


def standings(round_):
    answers = defaultdict(list)
    for each in demo().gate_answers:
        if each.round == round_.id:
            answers[each.proposal].append(each)
    return {id: standing(METHOD, HERE[id], answers[id]) for id in round_.proposals}


def aside(round_):
    return {
        (each.member, each.proposal)
        for each in demo().impartiality
        if each.round == round_.id and each.interest
    }


def assessments(round_):
    gathered = defaultdict(dict)
    for each in demo().marks:
        if each.round == round_.id:
            gathered[each.member, each.proposal][each.criterion] = each.mark
    return gathered


def wanted(round_):
    ready = [id for id, where in standings(round_).items() if where is Standing.READY]
    return {(member, id) for member in round_.members for id in ready} - aside(round_)


def ranking(round_):
    marks, given = defaultdict(lambda: defaultdict(list)), Counter()
    for (_, proposal), each in assessments(round_).items():
        given[proposal] += len(each)
        for criterion, mark in each.items():
            marks[proposal][criterion] += [mark] if mark is not None else []
    expected = Counter(proposal for _, proposal in wanted(round_))
    judged = [
        Judged(id, marks[id], given[id], expected[id] * len(METHOD.criteria))
        for id, where in standings(round_).items()
        if where is Standing.READY
    ]
    return rank(METHOD, judged)


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_every_requirement_is_answered_with_a_reason(round_):
    for id in round_.proposals:
        answers = [each for each in demo().gate_answers if (each.round, each.proposal) == (round_.id, id)]
        assert unanswered(METHOD, answers) == ()
        assert len(answers) == len(METHOD.gates)
        assert all(each.reason for each in answers)


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_a_round_has_statutory_and_stopped_proposals_outside_the_order(round_):
    assert Counter(standings(round_).values()) == {
        Standing.READY: 10,
        Standing.STATUTORY: 1,
        Standing.STOPPED: 1,
    }


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_marks_are_on_the_scale_and_only_where_they_are_asked_for(round_):
    given = assessments(round_)
    assert set(given) <= wanted(round_)
    assert all(off_scale(METHOD, marks) == () for marks in given.values())


@pytest.mark.parametrize("round_", demo().rounds, ids=lambda each: each.id)
def test_members_stand_aside_from_their_own_organisations_projects(round_):
    said = {each.member for each in demo().impartiality if each.round == round_.id}
    for member in said:
        for id in round_.proposals:
            if suggested(PEOPLE[member], HERE[id]):
                assert (member, id) in aside(round_)


def test_the_spring_round_is_complete():
    assert SPRING.phase is RoundPhase.CLOSED
    assert set(assessments(SPRING)) == wanted(SPRING)
    assert all(unmarked(METHOD, marks) == () for marks in assessments(SPRING).values())
    words = [each for each in demo().impartiality if each.round == SPRING.id]
    assert len(words) == len(SPRING.proposals) * len(SPRING.members)


def test_every_assessment_in_the_spring_has_reasons_and_some_say_do_not_know():
    reasons = Counter((each.member, each.proposal) for each in demo().marks if each.reason)
    spring = set(assessments(SPRING))
    assert all(2 <= reasons[each] <= 4 for each in spring)
    assert sum(each.mark is None for each in demo().marks) > 10


def test_the_spring_order_has_a_shared_place_and_one_proposal_they_differ_on():
    order = ranking(SPRING)
    assert not order.unmarked
    assert max(Counter(each.place for each in order.placed).values()) == 2
    apart = sorted(disagreement(each.judged.marks.values()) for each in order.placed)
    assert apart[-1] > 1.5 * apart[-2]


def test_every_recommendation_explains_itself_and_one_pair_departs_from_the_order():
    places = {each.judged.proposal: each.place for each in ranking(SPRING).placed}
    outcomes = {each.proposal: each.outcome for each in demo().recommendations}
    assert set(outcomes) == set(SPRING.proposals)
    departing = set()
    for each in demo().recommendations:
        others = {id: outcome for id, outcome in outcomes.items() if id != each.proposal}
        passed = departs(each.outcome, proposal=each.proposal, places=places, others=others)
        assert unexplained(each, passed) == ()
        departing |= {each.proposal} if passed else set()
    assert departing == {"prosjekt:2026-006", "prosjekt:2026-007"}
    assert len(set(outcomes.values())) == 4


def test_ks_has_decided_most_but_not_all():
    decided = {each.proposal for each in demo().decisions}
    assert decided < set(SPRING.proposals)
    assert len(decided) == 10


def test_members_have_come_differently_far_in_the_autumn():
    assert AUTUMN.phase is RoundPhase.SCORING
    todo, done = Counter(member for member, _ in wanted(AUTUMN)), Counter()
    for (member, _), marks in assessments(AUTUMN).items():
        done[member] += unmarked(METHOD, marks) == ()
    said = {each.member for each in demo().impartiality if each.round == AUTUMN.id}
    assert len(set(AUTUMN.members) - said) == 2
    assert set(done) == said
    assert [member for member in said if done[member] == todo[member]] == ["person:marit-fjellgjerde"]


def test_the_rounds_were_begun_one_after_the_other_and_before_anything_was_decided_in_them():
    assert SPRING.begun_on < AUTUMN.begun_on
    assert all(each.on > SPRING.begun_on for each in demo().decisions if each.round == SPRING.id)
