"""What an upload would do: empty or not, sealed by what it would write, and told in the words of the template."""

import pytest

from portfolio.actions.plans import Change, Plan
from portfolio.funding.stages import Stage
from portfolio.messages import Message
from portfolio.proposals.fields import fields
from portfolio.proposals.intake import CostIn, ProposalIn
from portfolio.proposals.proposal import Proposal

ONE = Proposal(id="prosjekt:1", reference="1", title="Én", owner_party="ks")
TWO = ONE.model_copy(update={"id": "prosjekt:2", "reference": "2"})


def changed(field: str) -> Change:
    return Change(where="Forslag!A6", reference="1", field=field, before="", after="x")


@pytest.mark.parametrize("field", [*fields(ProposalIn), *fields(CostIn)], ids=lambda field: field.key)
def test_a_change_of_any_field_is_called_what_the_template_calls_it(field) -> None:
    assert changed(field.key).called == Message(field.on_template)


def test_a_change_of_money_is_called_by_its_stage_or_the_cost() -> None:
    assert changed(Stage.PAID).called is Stage.PAID
    assert changed("cost").called == Message("Cost")


def test_a_plan_that_writes_nothing_is_empty_whatever_it_leaves_alone() -> None:
    assert Plan(alike=("1",)).empty
    assert not Plan(added=(ONE,)).empty
    assert not Plan(revised=(ONE,)).empty


def test_the_seal_is_another_when_a_record_is_changed_left_out_or_moved() -> None:
    several = ([], [ONE], [ONE, TWO], [TWO, ONE], [ONE.model_copy(update={"title": "X"})])
    seals = [Plan(added=tuple(each)).digest for each in several]
    assert len(set(seals)) == len(seals)
    assert Plan(added=(ONE, TWO), alike=("3",)).digest == Plan(added=(ONE, TWO)).digest
