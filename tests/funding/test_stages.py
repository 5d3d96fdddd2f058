"""The stages that an amount comes through: one way forward, and one way off it."""

from itertools import pairwise

from portfolio.funding.stages import BEGINS, ONWARD, REACHED, STAGES, Stage


def test_the_way_goes_through_every_stage_but_the_one_that_is_off_it():
    assert (*STAGES, Stage.LAPSED) == tuple(Stage)
    assert all(following in ONWARD[stage] for stage, following in pairwise(STAGES))


def test_what_has_reached_a_stage_has_reached_every_stage_on_the_way_to_it():
    for stage, onward in ONWARD.items():
        for following in set(onward) - {Stage.LAPSED}:
            assert set(REACHED[following]) < set(REACHED[stage])


def test_what_has_lapsed_is_still_applied_for_and_nothing_more():
    assert [stage for stage in STAGES if Stage.LAPSED in REACHED[stage]] == [Stage.APPLIED]


def test_every_stage_says_what_has_reached_it_and_where_it_may_go():
    assert REACHED.keys() == ONWARD.keys() == set(Stage)


def test_what_has_lapsed_or_is_paid_goes_no_further():
    assert [stage for stage in Stage if not ONWARD[stage]] == [Stage.PAID, Stage.LAPSED]


def test_a_contribution_begins_where_all_else_is_reached_from():
    assert set(BEGINS) <= {stage for stage in STAGES if ONWARD[stage]}
    assert STAGES[0] in BEGINS
