import pytest

from portfolio.people import Person, Role
from portfolio.prioritising.impartiality import (
    Impartiality,
    Interest,
    impartiality_id,
    suggested,
    to_assess,
)
from portfolio.proposals.proposal import Proposal

PROPOSAL = Proposal(
    id="p",
    reference="2026-001",
    title="Felles løsning",
    owner_party="kommune:4601",
    owner_person="person:eier",
    partners=("kommune:1103", "ks"),
)


def person(organisation, id="person:en"):
    return Person(id=id, name="En Person", roles=(Role.MEMBER,), organisation=organisation)


def word(proposal, interest, member="person:en"):
    return Impartiality(
        id=impartiality_id("r", proposal, member),
        round="r",
        proposal=proposal,
        member=member,
        interest=interest,
    )


@pytest.mark.parametrize(
    ("organisation", "interest"),
    [
        ("kommune:4601", Interest.OWN_ORGANISATION),
        ("kommune:1103", Interest.PARTNER),
        ("ks", Interest.PARTNER),
        ("kommune:0301", None),
    ],
)
def test_a_tie_of_the_organisation_is_suggested(organisation, interest):
    assert suggested(person(organisation), PROPOSAL) is interest


def test_the_owner_is_asked_wherever_they_work_now():
    assert suggested(person("kommune:0301", id="person:eier"), PROPOSAL) is Interest.OWN_ORGANISATION


def test_a_proposal_without_a_named_owner_suggests_nobody():
    nobody = PROPOSAL.model_copy(update={"owner_person": None})
    assert suggested(person("kommune:0301"), nobody) is None


def test_a_member_marks_all_but_those_stood_aside_from():
    words = [word("a", None), word("b", Interest.OTHER), word("c", Interest.PARTNER, member="person:to")]
    assert to_assess(["c", "b", "a"], words, member="person:en") == ("c", "a")


def test_before_a_word_is_said_nothing_is_stood_aside_from():
    assert to_assess(["a", "b"], [], member="person:en") == ("a", "b")


@pytest.mark.parametrize("interest", Interest)
def test_whoever_names_an_interest_stands_aside_and_whoever_names_none_does_not(interest):
    assert word("a", interest).aside
    assert not word("a", None).aside
