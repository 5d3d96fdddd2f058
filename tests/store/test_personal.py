"""What is about a person is sealed so that nobody can guess it, and can be erased while all that is sealed holds."""

import json

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from portfolio.people import Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import check
from portfolio.store import trail
from portfolio.store.database import Database
from portfolio.store.personal import PERSONAL, erased, unveiled, veiled
from portfolio.store.tables import TABLES
from portfolio.store.tables.keeping import salts, versions
from tests.databases import AT, of
from tests.store.conftest import FIRST, KARI, LATER, OLA

NAMES = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() not in ("", "–"))


def everything_kept(database: Database) -> str:
    with database.read() as reader:
        rows = reader.connection.execute(select(versions.c.record)).scalars()
        traces = reader.connection.execute(select(trail.trail.c.changes)).scalars()
        return " ".join(filter(None, [*rows, *traces]))


def salt_of(database: Database, id: str) -> str | None:
    with database.read() as reader:
        return reader.connection.execute(select(salts.c.salt).where(salts.c.id == id)).scalar_one_or_none()


def faults(database: Database) -> list[str]:
    with database.read() as reader:
        return [fault.in_english() for each in check(reader) for fault in each.faults]


def kept_as(database: Database, person: Person) -> Person:
    with database.write(Stamp(person=KARI, at=LATER)) as writer:
        kept = writer.revise(person)
        writer.trace("keep_person", person.id)
    return kept


def test_names_and_contacts_are_in_nothing_that_is_sealed(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        writer.revise(FIRST.model_copy(update={"contact": "kari@prøve.example"}))
        writer.trace("revise_proposal", FIRST.id)
    kept = everything_kept(two_people)
    assert not [each for each in ("Kari Prøve", "Ola Prøve", "kari@prøve.example") if each in kept]
    assert faults(two_people) == []


def test_a_version_tells_of_a_person_what_stands_there_still(two_people: Database):
    kept_as(two_people, OLA.model_copy(update={"name": "Ola Omdøpt"}))
    with two_people.read() as reader:
        names = [each.record.name for each in reader.versions(Person, OLA.id)]
        stood = reader.find_as_of(Person, reader.head().seq, OLA.id)
    assert names == [PERSONAL[Person]["name"], "Ola Omdøpt"]
    assert stood.name == "Ola Omdøpt"


def test_a_person_is_erased_with_name_and_salt_and_all_that_is_sealed_holds(two_people: Database):
    known = kept_as(two_people, OLA.model_copy(update={"former": "person:ola-prøve"}))
    assert salt_of(two_people, OLA.id)
    kept_as(two_people, erased(known))
    assert salt_of(two_people, OLA.id) is None
    with two_people.read() as reader:
        stands = reader.get(Person, OLA.id)
        assert (stands.name, stands.former) == ("–", "")
        assert {each.record.name for each in reader.versions(Person, OLA.id)} == {"–"}
        assert trail.broken_at(reader.connection) is None
        told = " ".join(map(str, reader.connection.execute(select(TABLES[Person])).all()))
    assert "Ola" not in told
    assert faults(two_people) == []


def test_one_who_is_erased_may_be_named_anew_with_another_salt(two_people: Database):
    before = salt_of(two_people, OLA.id)
    kept_as(two_people, kept_as(two_people, erased(OLA)).model_copy(update={"name": "Ola Prøve"}))
    assert salt_of(two_people, OLA.id) not in (None, before)
    assert faults(two_people) == []


def test_an_emptied_contact_and_a_removed_proposal_leave_no_salt(example: Database):
    ingrid = of(example, "person:ingrid-solbakken")
    for contact, away in (("kari@prøve.example", False), ("", False), ("ola@prøve.example", True)):
        with example.write(ingrid) as writer:
            new = FIRST.model_copy(update={"contact": contact})
            stored = writer.find(Proposal, FIRST.id)
            writer.put(new) if stored else writer.add(new)
            writer.trace("try", FIRST.id)
        assert (salt_of(example, FIRST.id) is not None) == bool(contact)
        if away:
            with example.write(ingrid) as writer:
                writer.remove(Proposal, FIRST.id)
                writer.trace("try", FIRST.id)
    assert salt_of(example, FIRST.id) is None
    assert faults(example) == []


def test_two_of_the_same_name_are_sealed_apart(two_people: Database):
    twin = OLA.model_copy(update={"id": "person:twin"})
    with two_people.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(twin)
        writer.trace("keep_person", twin.id)
    with two_people.read() as reader:
        rows = reader.connection.execute(
            select(versions.c.record).where(versions.c.id.in_([OLA.id, twin.id]))
        ).scalars()
        names = [json.loads(each)["name"]["sha256"] for each in rows]
    assert len(set(names)) == len(names) == 2


@given(name=NAMES, salt=st.text("0123456789abcdef", min_size=32, max_size=32), other=NAMES)
def test_what_is_veiled_opens_with_its_salt_and_its_value_alone(name: str, salt: str, other: str):
    told = {"id": "person:1", "name": name, "former": ""}
    sealed = veiled(Person, told, salt=salt)
    assert sealed["former"] == ""
    assert unveiled(Person, sealed, stands=told, salt=salt) == told
    assert unveiled(Person, sealed, stands={"name": other}, salt=salt)["name"] == (
        name if other == name else "–"
    )
    assert unveiled(Person, sealed, stands=told, salt=None)["name"] == "–"
    assert unveiled(Person, sealed, stands=told, salt=salt[::-1] + "0")["name"] == "–"
