"""Whether all that a proposal says can stand, whatever the page has let through: when it is new and when it is changed."""

from typing import Any

import pytest

from portfolio.actions.people import keep_person
from portfolio.actions.proposals.proposals import propose, revise_proposal
from portfolio.actions.proposals.standing import CannotStand, cannot_stand
from portfolio.money import Money
from portfolio.people import Person
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.guarding import Reserved, SetAtStart
from portfolio.store.reading import Missing
from tests.rounds import SECRETARIAT, Stamped

ADMINISTRATOR = "person:are-tangneset"
OWNER = "person:lene-bjørkmyra"
NEW = Proposal(id="x", reference="2027-900", title="Felles søk", owner_party="kommune:0301")
CANNOT = (
    ({"owner_party": "kommune:9999"}, "owner_party"),
    ({"owner_party": "kommunene"}, "owner_party"),
    ({"owner_person": "person:finnes-ikke"}, "owner_person"),
    ({"partners": ("kommune:0301", "annet:finnes-ikke")}, "partners"),
    ({"partners": ("kommunene",)}, "partners"),
    ({"goals": ("finnes-ikke",)}, "goals"),
    ({"starts": 2029, "ends": 2028}, "ends"),
)


@pytest.mark.parametrize(("what", "about"), CANNOT)
def test_a_new_proposal_names_only_what_is_there(
    database: Database, stamp: Stamped, what: dict[str, Any], about: str
) -> None:
    with pytest.raises(CannotStand) as refused:
        propose(database, NEW.model_copy(update=what), costs={}, stamp=stamp(SECRETARIAT))
    assert refused.value.about == about


@pytest.mark.parametrize(("what", "about"), CANNOT)
def test_a_changed_proposal_names_only_what_is_there(
    database: Database, stamp: Stamped, what: dict[str, Any], about: str
) -> None:
    with database.read() as reader:
        stored = reader.all(Proposal)[0]
    with pytest.raises(CannotStand) as refused:
        revise_proposal(database, stored.model_copy(update=what), costs={}, stamp=stamp(SECRETARIAT))
    assert refused.value.about == about


@pytest.mark.parametrize(("year", "amount"), [(1999, 1), (2101, 1), (2027, -1)])
def test_a_cost_is_of_a_budget_year_and_not_below_zero(
    database: Database, stamp: Stamped, year: int, amount: int
) -> None:
    with pytest.raises(CannotStand) as refused:
        propose(database, NEW, costs={year: Money(amount)}, stamp=stamp(SECRETARIAT))
    assert refused.value.about == f"cost.{year}"


@pytest.mark.parametrize("field", ["reference", "title"])
def test_a_proposal_is_not_called_by_signs_only(database: Database, stamp: Stamped, field: str) -> None:
    new = Proposal(id="x", reference="2027-900", title="Nytt", owner_party="ks")
    with pytest.raises(CannotStand, match="letter or digit") as refused:
        propose(database, new.model_copy(update={field: ".."}), costs={}, stamp=stamp(SECRETARIAT))
    assert refused.value.about == field


def test_a_new_proposal_gets_the_id_of_its_reference_whatever_id_it_comes_with(
    database: Database, stamp: Stamped
) -> None:
    for id in ("program", "runde:2026-1", "prosjekt:2026-001"):
        reference = f"ny {id}"
        given = NEW.model_copy(update={"id": id, "reference": reference, "revision": 40})
        made = propose(database, given, costs={}, stamp=stamp(SECRETARIAT))
        assert made.id.startswith("prosjekt:ny-")
        assert made.revision == 1


def test_the_id_of_a_proposal_does_not_change(database: Database, stamp: Stamped) -> None:
    made = propose(database, NEW, costs={}, stamp=stamp(SECRETARIAT))
    for id in ("prosjekt:annet", "operator"):
        with pytest.raises((Missing, Reserved)):
            revise_proposal(database, made.model_copy(update={"id": id}), costs={}, stamp=stamp(SECRETARIAT))


@pytest.mark.parametrize("example", [True, False])
def test_an_owner_neither_takes_the_mark_of_an_example_off_nor_puts_it_on(
    database: Database, stamp: Stamped, example: bool
) -> None:
    with database.read() as reader:
        stored = next(each for each in reader.all(Proposal) if each.owner_person)
    owner = stamp(str(stored.owner_person))
    if example:
        with pytest.raises(SetAtStart) as refused:
            revise_proposal(database, stored.model_copy(update={"example": False}), costs={}, stamp=owner)
    else:
        own = NEW.model_copy(update={"owner_person": stored.owner_person, "example": True})
        with pytest.raises(SetAtStart) as refused:
            propose(database, own, costs={}, stamp=owner)
    assert refused.value.about == "example"


def test_nobody_is_made_owner_who_may_no_longer_come_in_and_whoever_is_stays(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        stored = next(each for each in reader.all(Proposal) if each.owner_person)
        owner = reader.get(Person, str(stored.owner_person))
    keep_person(database, owner.model_copy(update={"active": False}), stamp=stamp(ADMINISTRATOR))
    with database.read() as reader:
        assert list(cannot_stand(reader, stored, {}, before=stored)) == []
        (wrong,) = cannot_stand(reader, stored, {})
    assert wrong.about == "owner_person"
