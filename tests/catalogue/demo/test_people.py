"""The people of the example hold every role, and nine of them are the council."""

from collections import Counter

from portfolio.catalogue.demo.demo import demo
from portfolio.people import Role


def test_every_role_is_held_and_the_council_has_nine_members():
    roles = Counter(role for each in demo().people for role in each.roles)
    assert set(roles) == set(Role)
    assert roles[Role.MEMBER] == 9
    organisations = [each.organisation for each in demo().people if Role.MEMBER in each.roles]
    assert len(set(organisations)) == 9
