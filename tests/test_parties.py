"""Who takes part, and on which side they sit."""

import pytest

from portfolio.catalogue.reference import parties
from portfolio.parties import JOINT, SIDES, Party, PartyKind, Side, is_municipality, label, municipality_id

JOINED = next(each for each in parties() if each.id == JOINT)


def test_every_kind_of_party_sits_on_one_side():
    assert SIDES.keys() == set(PartyKind)
    assert {kind for kind, side in SIDES.items() if side is Side.LOCAL} == {
        PartyKind.MUNICIPALITY,
        PartyKind.COUNTY,
        PartyKind.KS,
    }
    assert Party(id="stat:nav", kind=PartyKind.STATE, name="NAV").side is Side.STATE


def test_the_municipalities_together_are_no_municipality_but_sit_with_them():
    assert JOINED.side is Side.LOCAL
    assert not is_municipality(JOINED)
    assert sum(map(is_municipality, parties())) == 357


@pytest.mark.parametrize(
    ("name", "number", "said"), [("Oslo", "0301", "0301 Oslo"), ("Oslo", "03", "03 Oslo"), ("NAV", "", "NAV")]
)
def test_a_party_is_known_by_its_number_where_it_has_one(name, number, said):
    assert label(Party(id="a", kind=PartyKind.OTHER, name=name, number=number)) == said


def test_a_municipality_keeps_its_leading_zero():
    assert municipality_id("0301") in {each.id for each in parties()}
