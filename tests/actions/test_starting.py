"""A database brought to life, as often as one likes, and never on top of what is there."""

import json

import pytest

from portfolio.actions.people import first_person
from portfolio.actions.starting import NotEmpty, begin, load_demo, nobody, unused
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import PROGRAM, Person, Role, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.holding import astray
from tests.conftest import NOW

FIRST = Person(id="person:a", name="Åse", roles=(Role.READER,), organisation="ks")


def test_to_begin_again_changes_nothing_and_leaves_no_trace(empty_database: Database) -> None:
    with empty_database.read() as reader:
        before = reader.head(), reader.count(Party), reader.count(Population)
    begin(empty_database, at=NOW)
    with empty_database.read() as reader:
        assert (reader.head(), reader.count(Party), reader.count(Population)) == before


def test_what_is_corrected_in_the_reference_data_reaches_a_database_that_had_it_before(
    empty_database: Database,
) -> None:
    with empty_database.read() as reader:
        party, counted = reader.get(Party, "kommune:0301"), reader.all(Population, party="kommune:0301")[0]
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.revise(party.model_copy(update={"name": "Osslo"}))
        writer.replace(counted, counted.model_copy(update={"inhabitants": 1}))
        writer.trace("begin", "test")
    begin(empty_database, at=NOW)
    with empty_database.read() as reader:
        assert reader.get(Party, party.id) == party.model_copy(update={"revision": 3})
        assert counted in reader.all(Population)
        assert list(astray(reader.connection)) == []
        trace = reader.traces(most=1)[0]
        versions = reader.versions(Population, f"{counted.party}.{counted.on}")
    assert (trace.person, trace.action, trace.subject) == (PROGRAM.id, "begin", "reference")
    assert {each["id"]: [*each] for each in json.loads(trace.changes)} == {
        party.id: ["id", "name", "table"],
        f"{counted.party}.{counted.on}": ["id", "inhabitants", "table"],
    }
    assert [each.record for each in versions if each.record][-1] == counted


def test_a_body_that_the_reference_data_does_not_have_is_left_as_it_is(empty_database: Database) -> None:
    own = Party(id="annen:søkelag", kind=PartyKind.OTHER, name="Norsk søkelag")
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(own)
        writer.trace("import", "test")
    begin(empty_database, at=NOW)
    with empty_database.read() as reader:
        assert reader.get(Party, own.id) == own


def test_a_database_is_used_as_soon_as_it_has_a_person_or_a_proposal(empty_database: Database) -> None:
    with empty_database.read() as reader:
        assert (nobody(reader), unused(reader)) == (True, True)
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(Proposal(id="prosjekt:1", reference="1", title="Ekte", owner_party="ks"))
        writer.trace("import", "test")
    with empty_database.read() as reader:
        assert (nobody(reader), unused(reader)) == (True, False)


def test_the_example_is_put_into_an_empty_database_once(empty_database: Database) -> None:
    load_demo(empty_database, at=NOW)
    with empty_database.read() as reader:
        assert reader.count(Proposal) == 24
        assert all(each.example for each in reader.all(Proposal))
    with pytest.raises(NotEmpty):
        load_demo(empty_database, at=NOW)


def test_the_example_is_never_put_where_somebody_is(empty_database: Database) -> None:
    first_person(empty_database, FIRST, at=NOW)
    with pytest.raises(NotEmpty):
        load_demo(empty_database, at=NOW)
    with empty_database.read() as reader:
        assert reader.count(Proposal) == 0
