"""An entry, and the stages that an amount comes through."""

from datetime import date

import pytest
from pydantic import ValidationError

from portfolio.funding.contributions import ONWARD, REACHED, Entry, Stage, entry_id
from portfolio.money import Money


def test_what_has_reached_a_stage_has_reached_every_stage_on_the_way_to_it():
    for stage, onward in ONWARD.items():
        for following in set(onward) - {Stage.LAPSED}:
            assert set(REACHED[following]) < set(REACHED[stage])


def test_every_stage_says_what_has_reached_it_and_where_it_may_go():
    assert REACHED.keys() == ONWARD.keys() == set(Stage)


def test_what_has_lapsed_or_is_paid_goes_no_further():
    assert [stage for stage in Stage if not ONWARD[stage]] == [Stage.PAID, Stage.LAPSED]


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"year": 26}, {"amount": 1.5}, {"stage": "hoped for"}])
def test_an_entry_knows_only_its_own_fields_and_what_they_may_hold(wrong):
    with pytest.raises(ValidationError):
        Entry.model_validate(entry().model_dump() | wrong)


def test_an_entry_is_known_by_its_project_and_number():
    assert entry_id("prosjekt:1", 12) == "bidrag:prosjekt:1.12"


def entry():
    return Entry(
        id=entry_id("prosjekt:1", 1),
        proposal="prosjekt:1",
        party="ks",
        year=2026,
        stage=Stage.APPLIED,
        amount=Money(1),
        on=date(2026, 1, 1),
    )
