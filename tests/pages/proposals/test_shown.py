"""A proposal as it is read: whatever field is declared is shown, and none of them twice."""

from portfolio.pages.proposals.shown import BRIEF, LONG, filled
from portfolio.proposals.proposal import FIELDS, Proposal

BARE = Proposal(id="prosjekt:1", reference="1", title="Prøve", owner_party="ks")


def test_every_kind_of_field_has_one_way_of_being_shown():
    assert {each.kind for each in FIELDS} <= BRIEF.keys() | LONG.keys()
    assert not BRIEF.keys() & LONG.keys()


def test_only_fields_that_something_stands_in_are_shown_in_the_order_they_are_declared():
    assert [each.key for each in filled(BARE)] == ["reference", "owner_party", "phase"]
    more = BARE.model_copy(update={"source": "Sak 1", "need": "Behov"})
    assert [each.key for each in filled(more)] == ["reference", "owner_party", "phase", "need", "source"]
    assert [each.key for each in filled(more, but=("need", "phase"))] == [
        "reference",
        "owner_party",
        "source",
    ]
