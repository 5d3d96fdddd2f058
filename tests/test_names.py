from enum import StrEnum

import pytest

from portfolio.funding.stages import Stage
from portfolio.given import LANGUAGES
from portfolio.names import _NAMES, name_of
from portfolio.parties import PartyKind, Side
from portfolio.people import Role
from portfolio.prioritising.decisions import Resolution
from portfolio.prioritising.gates import Answer, Standing
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.recommendations import Outcome
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.realising.benefits import Beneficiary, BenefitKind, Rhythm
from portfolio.realising.course import Course
from portfolio.realising.readings import Certainty
from portfolio.words import words

KINDS: tuple[type[StrEnum], ...] = tuple({type(member): None for names in _NAMES for member in names})


def test_the_closed_choices_that_people_see_are_named():
    assert set(KINDS) == {
        *(PartyKind, Side, Role, Phase, RoundPhase, Answer, Standing, Interest, Outcome, Resolution),
        *(Stage, BenefitKind, Beneficiary, Rhythm, Certainty, Course),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.__name__)
def test_every_member_has_a_name_of_its_own_in_the_language(kind, language):
    speak = words(language)
    assert all(speak.knows(name_of(member)) for member in kind)
    assert len({speak.name(member) for member in kind}) == len(kind)


def test_the_same_value_of_two_choices_has_two_names():
    assert Interest.OTHER == PartyKind.OTHER
    assert words("en").name(Interest.OTHER) == "Another tie"
    assert words("en").name(PartyKind.OTHER) == "Other"
