"""What the lists offer: whom, in which order, and by which name."""

import pytest

from portfolio.lookups import choices
from portfolio.parties import JOINT, OFFERED, Party, PartyKind
from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.rounds import CLOSED, OPEN, TOLK, Stamped, rewritten

OSLO = "kommune:0301"


def put(database: Database, *records: Party | Person | Proposal) -> None:
    with database.write(Stamp(person=PERSON, at=NOW)) as writer:
        writer.add(*records)
        writer.trace("begin", "test")


def someone(id: str, name: str, *roles: Role, active: bool = True) -> Person:
    return Person(id=f"person:{id}", name=name, roles=roles, organisation="ks", active=active)


PERSON = someone("test", "Test")


@pytest.mark.parametrize(
    ("choice", "joint"), [(choices.parties, True), (choices.payers, True), (choices.bodies, False)]
)
def test_a_party_is_offered_with_its_number_and_the_municipalities_together_only_where_they_may_pay(
    empty_database: Database, choice, joint: bool
) -> None:
    with empty_database.read() as reader:
        offered = choice(reader)
    assert (offered[OSLO], offered["ks"]) == ("0301 Oslo", "KS")
    assert (JOINT in offered) is joint


def test_payers_come_kind_by_kind_and_by_number_the_municipalities_together_first(
    empty_database: Database,
) -> None:
    put(empty_database, Party(id="annen:stiftelse", kind=PartyKind.OTHER, name="En stiftelse"))
    with empty_database.read() as reader:
        known = {each.id: each for each in choices.every_party(reader)}
        offered = [known[id] for id in choices.payers(reader)]
    assert [each.id for each in offered[:2]] == [JOINT, "ks"]
    assert list(dict.fromkeys(each.kind for each in offered[1:])) == list(OFFERED)
    numbers = [each.number for each in offered[1:] if each.kind is PartyKind.MUNICIPALITY]
    assert numbers == sorted(numbers)
    assert offered[-1].name == "En stiftelse"


def test_a_key_is_made_of_single_municipalities_by_number_and_of_days_the_newest_first(
    empty_database: Database,
) -> None:
    with empty_database.read() as reader:
        own, days = choices.municipalities(reader), choices.days_of_population(reader)
    assert len(own) == 357
    assert (own[0].id, own) == (OSLO, tuple(sorted(own, key=lambda each: each.number)))
    assert days == tuple(sorted(days, reverse=True)) != ()


def test_everybody_stands_by_name_also_those_who_may_not_come_in(empty_database: Database) -> None:
    gone = someone("a", "Øyvind", active=False)
    put(empty_database, gone, someone("b", "Anne"))
    with empty_database.read() as reader:
        assert [each.name for each in choices.everybody(reader)] == ["Anne", "Øyvind"]
        assert choices.project_owners(reader) == {"person:b": "Anne"}


def test_only_those_whose_role_lets_them_are_offered(empty_database: Database) -> None:
    put(
        empty_database,
        someone("m", "Medlem", Role.MEMBER),
        someone("g", "Gevinsteier", Role.BENEFIT_OWNER),
        someone("s", "Sekretær", Role.SECRETARIAT),
        someone("l", "Leser", Role.READER),
        someone("x", "Sluttet", Role.MEMBER, Role.BENEFIT_OWNER, active=False),
    )
    with empty_database.read() as reader:
        assert choices.members(reader) == {"person:m": "Medlem"}
        assert choices.benefit_owners(reader) == {"person:g": "Gevinsteier", "person:s": "Sekretær"}


def test_a_stopped_project_is_not_offered_to_a_round_and_an_owner_is_offered_their_own(
    empty_database: Database,
) -> None:
    anne, odd = someone("anne", "Anne"), someone("odd", "Odd", Role.PROJECT_OWNER)
    secretary, former = (
        someone("liv", "Liv", Role.SECRETARIAT),
        odd.model_copy(update={"roles": (Role.READER,)}),
    )
    put(
        empty_database,
        anne,
        odd,
        Proposal(id="prosjekt:1", reference="1", title="Søk", owner_party="ks", owner_person=anne.id),
        Proposal(
            id="prosjekt:2",
            reference="2",
            title="Svar",
            owner_party="ks",
            owner_person=odd.id,
            phase=Phase.STOPPED,
        ),
    )
    with empty_database.read() as reader:
        assert choices.for_round(reader) == {"prosjekt:1": ("1 Søk", Phase.IDEA)}
        assert choices.benefit_projects(reader, odd) == {"prosjekt:2": "2 Svar"}
        assert list(choices.benefit_projects(reader, secretary)) == ["prosjekt:1", "prosjekt:2"]
        assert choices.benefit_projects(reader, former) == {}


def test_what_is_in_a_round_may_stay_there_whatever_it_has_become_and_is_called_as_the_round_holds_it(
    database: Database, stamp: Stamped
) -> None:
    rewritten(database, stamp, phase=Phase.STOPPED)
    with database.read() as reader:
        inside = choices.for_round(reader, reader.get(Round, OPEN))
        assert inside[TOLK] == ("2026-016 Tolk i tide", Phase.STOPPED)
        assert TOLK not in choices.for_round(reader, reader.get(Round, CLOSED))
