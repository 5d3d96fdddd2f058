"""The proposals of the example are whole, and of many sorts."""

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties
from portfolio.catalogue.strategy import goals
from portfolio.parties import Side
from portfolio.proposals.proposal import Phase
from portfolio.proposals.readiness import unready

PARTIES = {each.id: each for each in (*parties(), *demo().parties)}


def test_there_are_24_proposals_ready_to_be_assessed():
    assert [each.reference for each in demo().proposals] == [f"2026-{at:03d}" for at in range(1, 25)]
    for each in demo().proposals:
        costs = [line for line in demo().costs if line.proposal == each.id]
        assert unready(each, costs) == ()
        assert all((each.summary, each.need, each.solution, each.zero_alternative))


def test_the_proposals_are_of_many_sorts():
    assert {each.phase for each in demo().proposals} >= {
        Phase.IDEA,
        Phase.CONCEPT,
        Phase.PLAN,
        Phase.CARRY_OUT,
        Phase.REALISE,
    }
    assert max(len(each.title) for each in demo().proposals) == 90
    assert sum(bool(each.statutory) for each in demo().proposals) == 2
    assert {PARTIES[each.owner_party].side for each in demo().proposals} == {Side.STATE, Side.LOCAL}
    assert any(line.amount.ore % 100 for line in demo().costs)


def test_every_goal_is_one_of_the_25_of_the_strategy():
    known = {each.key for each in goals()}
    assert len(known) == 25
    assert {goal for each in demo().proposals for goal in each.goals} <= known
