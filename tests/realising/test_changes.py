"""A change of a benefit: what nobody may, what takes another's yes, and what is to be explained."""

from datetime import date
from decimal import Decimal

import pytest

from portfolio.people import Forbidden, Person, Role
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Beneficiary, BenefitKind, Rhythm, Target
from portfolio.realising.changes import (
    Fixed,
    NoReason,
    UnitInUse,
    agreed_by,
    explained,
    fixed,
    made_unsound,
    unagreed,
    unexplained,
)
from tests.realising.made import benefit, reading

TODAY = date(2026, 11, 23)
FIRST = Period.holding(date(2026, 1, 1), months=3)
ONE, TOLD = benefit(), (reading(FIRST),)
MOVED = ONE.model_copy(
    update={"target": Target(value=Decimal(1), on=date(2031, 1, 1)), "rhythm": Rhythm.YEARLY}
)
PROJECT = Proposal(id="prosjekt:1", reference="1", title="Prøve", owner_party="ks", owner_person="person:2")


def somebody(id, *roles):
    return Person(id=id, name="Noen", roles=roles, organisation="ks")


OWNER = somebody("person:1", Role.BENEFIT_OWNER)
AGREEING = (somebody("person:2", Role.PROJECT_OWNER), somebody("person:3", Role.SECRETARIAT))


def refused(benefit_, *, by, readings=TOLD, owner="Guro"):
    return list(unagreed(ONE, benefit_, readings, by=by, project=PROJECT, owner=owner))


def test_a_benefit_stays_in_its_project_and_is_called_what_it_is():
    other = ONE.model_copy(update={"proposal": "prosjekt:2", "example": True})
    assert [(type(each), each.about) for each in fixed(ONE, other)] == [
        (Fixed, "proposal"),
        (Fixed, "example"),
    ]
    assert list(fixed(ONE, MOVED)) == []


def test_the_owner_alone_moves_nothing_that_is_reported_against_and_is_told_whom_to_ask_by_each_field():
    said = refused(MOVED, by=OWNER)
    assert [(type(each), each.about) for each in said] == [
        (Forbidden, "target_value"),
        (Forbidden, "target_on"),
        (Forbidden, "rhythm"),
    ]
    assert "Ask the project owner, Guro, or the secretariat" in str(said[0])
    assert refused(MOVED, by=OWNER, readings=()) == said
    assert refused(ONE.model_copy(update={"source": "Ny"}), by=OWNER) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Kortere kø"},
        {"description": "Bare i enkle saker"},
        {"kind": BenefitKind.BUDGET},
        {"beneficiary": Beneficiary.STATE},
        {"indicator": "Snitt"},
        {"owner": "person:9"},
    ],
)
def test_what_is_promised_to_whom_and_how_it_is_measured_is_held_to_as_the_figures_are(changed):
    other = ONE.model_copy(update=changed)
    assert [(type(each), each.about) for each in refused(other, by=OWNER)] == [(Forbidden, *changed)]
    assert refused(other, by=AGREEING[0]) == []
    assert explained(ONE, other, bound=True)


@pytest.mark.parametrize("by", AGREEING)
def test_the_projects_owner_and_the_secretariat_may(by):
    assert refused(MOVED, by=by) == []


@pytest.mark.parametrize("by", [OWNER, *AGREEING])
def test_a_unit_is_moved_by_nobody_once_it_is_reported_in(by):
    said = refused(ONE.model_copy(update={"unit": "uker"}), by=by)
    assert [(type(each), each.about) for each in said] == [(UnitInUse, "unit")]


def test_a_unit_that_nothing_is_reported_in_moves_by_anothers_yes():
    weeks = ONE.model_copy(update={"unit": "uker"})
    assert [type(each) for each in refused(weeks, by=OWNER, readings=())] == [Forbidden]
    assert refused(weeks, by=AGREEING[0], readings=()) == []


def test_where_the_project_has_no_owner_the_secretariat_is_asked():
    assert agreed_by("").facts == {}
    assert "Ask the secretariat" in agreed_by("").in_english()


def test_what_is_held_to_and_moves_and_what_is_handed_over_is_to_be_explained():
    assert explained(ONE, MOVED, bound=True)
    assert not explained(ONE, MOVED, bound=False)
    assert explained(ONE, ONE.model_copy(update={"owner": "person:9"}), bound=False)
    assert not explained(ONE, ONE.model_copy(update={"source": "Ny"}), bound=True)


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b"])
def test_a_reason_is_some_words(reason):
    (said,) = unexplained(reason)
    assert (type(said), said.about) == (NoReason, "reason")
    assert list(unexplained("Målt feil")) == []


def test_what_was_unsound_before_is_not_held_against_another_change():
    late = benefit(since=date(2026, 6, 1))
    assert [each.about for each in made_unsound(ONE, late, TOLD, on=TODAY)] == ["baseline_on"]
    assert made_unsound(late, late.model_copy(update={"title": "Ny"}), TOLD, on=TODAY) == ()
    later = benefit(since=date(2026, 7, 1))
    assert [each.about for each in made_unsound(late, later, TOLD, on=TODAY)] == ["baseline_on"]
