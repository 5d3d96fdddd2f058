"""What a round holds of a proposal has an id of its own, and says whether something was said of that version."""

from portfolio.prioritising.basis import Basis, Held, basis_id, upon
from portfolio.prioritising.impartiality import Impartiality

BASIS = Basis(id=basis_id("runde:1", "prosjekt:1"), round="runde:1", proposal="prosjekt:1", seq=7)


def said(upon: int) -> Impartiality:
    return Impartiality(
        id="i:1", round="runde:1", proposal="prosjekt:1", member="p:1", interest=None, upon=upon
    )


def test_a_round_holds_one_version_of_a_proposal():
    assert BASIS.id == "runde:1.prosjekt:1"


def test_what_was_said_on_another_version_was_not_said_of_this():
    assert upon(said(7), BASIS)
    assert not upon(said(6), BASIS)
    assert not upon(said(0), BASIS)


def test_where_a_round_holds_none_it_was_said_of_what_stood():
    assert upon(said(0), None)
    assert not upon(said(7), None)


def test_what_is_held_as_a_whole_is_another_when_a_version_is_taken_in_and_tells_which():
    other = BASIS.model_copy(update={"id": "runde:1.prosjekt:2", "proposal": "prosjekt:2", "seq": 5})
    before, after = Held(bases=(BASIS, other)), Held(bases=(BASIS, other.model_copy(update={"seq": 9})))
    assert (Held(bases=()).revision, before.revision, after.revision) == (0, 7, 9)
    assert before.since(before.revision) == ()
    assert [each.proposal for each in after.since(before.revision)] == ["prosjekt:2"]
