"""Who may change a benefit, report on it and add one: told role by role, and held against what each door said before."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.people import Forbidden, Person, Role, Stamp, Verb, allow
from portfolio.proposals.proposal import Proposal
from portfolio.realising.keepers import keepers, may_add, may_change, may_report
from tests.conftest import NOW
from tests.realising.made import benefit

ME, SOMEBODY = "person:meg", "person:noen"
OWNERS = (ME, SOMEBODY)
PROJECT_OWNERS = (ME, SOMEBODY, None)
KEEPING = {Role.PROJECT_OWNER, Role.BENEFIT_OWNER}
"""The roles that keep what is their own; the secretariat keeps all."""


def person(*roles, active=True):
    return Person(id=ME, name="Meg", roles=roles, organisation="ks", active=active)


def project(owner):
    return Proposal(id="prosjekt:1", reference="1", title="Prøve", owner_party="ks", owner_person=owner)


people = st.builds(
    lambda roles, active: person(*roles, active=active),
    st.lists(st.sampled_from(Role), unique=True),
    st.booleans(),
)


@pytest.mark.parametrize("role", Role)
def test_the_secretariat_keeps_all_an_owner_their_own_and_nobody_else_any(role):
    for owner, project_owner in product(OWNERS, PROJECT_OWNERS):
        one, of = benefit(owner=owner), project(project_owner)
        keeps = role is Role.SECRETARIAT or (role in KEEPING and ME in (owner, project_owner))
        assert may_change(person(role), one, of) == keeps
        assert may_report(person(role), one, of) == keeps
        adds = role is Role.SECRETARIAT or (role in KEEPING and project_owner == ME)
        assert may_add(person(role), of) == adds


@given(st.lists(st.sampled_from(Role)), st.sampled_from(OWNERS), st.sampled_from(PROJECT_OWNERS))
def test_nobody_may_who_is_no_longer_active(roles, owner, project_owner):
    gone, one, of = person(*roles, active=False), benefit(owner=owner), project(project_owner)
    assert {may_change(gone, one, of), may_report(gone, one, of), may_add(gone, of)} == {False}


def test_a_benefit_is_kept_by_its_owner_and_by_its_projects_where_there_is_one():
    assert keepers(benefit(owner=ME), project(SOMEBODY)) == (ME, SOMEBODY)
    assert keepers(benefit(owner=ME), project(None)) == (ME,)


@given(people, st.sampled_from(OWNERS), st.sampled_from(PROJECT_OWNERS))
def test_the_rule_is_the_one_that_each_act_had_for_itself(who, owner, project_owner):
    one, of = benefit(owner=owner), project(project_owner)
    own, own_project = ME in (owner, project_owner), project_owner == ME
    assert may_change(who, one, of) == _let(who, Verb.EDIT_ANY_BENEFIT, Verb.EDIT_OWN_BENEFIT, own=own)
    assert may_report(who, one, of) == _let(who, Verb.REPORT_ANY_READING, Verb.REPORT_OWN_READING, own=own)
    assert may_add(who, of) == _let(who, Verb.EDIT_ANY_BENEFIT, Verb.EDIT_OWN_BENEFIT, own=own_project)


@given(people, st.sampled_from(OWNERS), st.sampled_from(PROJECT_OWNERS))
def test_the_rule_is_the_one_that_the_pages_offered_by(who, owner, project_owner):
    one, of = benefit(owner=owner), project(project_owner)
    kept = tuple(filter(None, (owner, project_owner)))
    own_change = who.may(Verb.EDIT_OWN_BENEFIT) and who.id in kept
    own_report = who.may(Verb.REPORT_OWN_READING) and who.id in kept
    assert may_change(who, one, of) == (own_change or who.may(Verb.EDIT_ANY_BENEFIT))
    assert may_report(who, one, of) == (own_report or who.may(Verb.REPORT_ANY_READING))


def _let(who: Person, any_: Verb, own_: Verb, *, own: bool) -> bool:
    """Say whether the acts let somebody in, as each of them once wrote it."""
    try:
        allow(Stamp(person=who, at=NOW), any_, own_)
    except Forbidden:
        return False
    return own or who.may(any_)
