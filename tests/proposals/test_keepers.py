"""Who may change a proposal, told role by role; and that whoever may not is told the same before and after."""

import pytest

from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.people import Forbidden, Person, Role
from portfolio.proposals.keepers import CHANGED_BY, may_change
from portfolio.proposals.proposal import Proposal

ME, SOMEBODY = "person:meg", "person:noen"


def person(*roles, active=True):
    return Person(id=ME, name="Meg", roles=roles, organisation="ks", active=active)


def project(owner):
    return Proposal(id="prosjekt:1", reference="1", title="Prøve", owner_party="ks", owner_person=owner)


@pytest.mark.parametrize("role", Role)
def test_the_secretariat_may_change_all_a_project_owner_their_own_and_nobody_else_any(role):
    for owner in (ME, SOMEBODY, None):
        may = role is Role.SECRETARIAT or (role is Role.PROJECT_OWNER and owner == ME)
        assert may_change(person(role), project(owner)) == may
        assert not may_change(person(role, active=False), project(owner))


def test_the_action_refuses_what_the_page_does_not_offer_in_the_same_words(database, stamp):
    with database.read() as reader:
        owners = [each for each in reader.all(Person) if Role.PROJECT_OWNER in each.roles]
        proposals = reader.all(Proposal)
    kept = {(who.id, each.id) for who in owners for each in proposals if may_change(who, each)}
    assert kept
    who, other = next((who, each) for who in owners for each in proposals if (who.id, each.id) not in kept)
    with pytest.raises(Forbidden) as refused:
        revise_proposal(database, other, costs={}, stamp=stamp(who.id))
    assert refused.value.message.text == CHANGED_BY
