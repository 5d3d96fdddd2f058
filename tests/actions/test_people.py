"""Who may come in: the first person, those entered later, and an administrator who is always there."""

import re
from collections.abc import Callable

import pytest

from portfolio.actions.people import (
    NEW,
    FromNowhere,
    LastAdministrator,
    enter_person,
    first_person,
    keep_person,
)
from portfolio.actions.starting import NotEmpty
from portfolio.people import Forbidden, Person, Role, Stamp
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.conftest import NOW

FIRST = Person(id=NEW, name="Åse", roles=(Role.READER,), organisation="ks")
ADMINISTRATOR, SECRETARIAT = "person:are-tangneset", "person:ingrid-solbakken"


def test_the_first_person_becomes_administrator_and_only_the_first(empty_database: Database) -> None:
    assert first_person(empty_database, FIRST, at=NOW).roles == (Role.READER, Role.ADMINISTRATOR)
    with pytest.raises(NotEmpty):
        first_person(empty_database, FIRST, at=NOW)


def test_the_last_administrator_cannot_leave_the_role_nor_the_house(empty_database: Database) -> None:
    first = first_person(empty_database, FIRST, at=NOW)
    for change in ({"roles": (Role.READER,)}, {"active": False}):
        with pytest.raises(LastAdministrator) as refused:
            keep_person(empty_database, first.model_copy(update=change), stamp=Stamp(person=first, at=NOW))
        assert refused.value.about == "roles"
    with empty_database.read() as reader:
        assert reader.get(Person, first.id) == first


def test_an_administrator_may_leave_where_another_is(
    database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]
) -> None:
    lene = person("person:lene-bjørkmyra")
    keep_person(
        database,
        lene.model_copy(update={"roles": (*lene.roles, Role.ADMINISTRATOR)}),
        stamp=stamp(ADMINISTRATOR),
    )
    left = keep_person(
        database, person(ADMINISTRATOR).model_copy(update={"roles": ()}), stamp=stamp(ADMINISTRATOR)
    )
    assert left.roles == person(ADMINISTRATOR).roles == ()


@pytest.mark.parametrize("organisation", ["annet:finnes-ikke", "kommunene"])
def test_everybody_comes_from_one_body_of_the_register(
    database: Database,
    person: Callable[[str], Person],
    stamp: Callable[[str], Stamp],
    organisation: str,
) -> None:
    lost = FIRST.model_copy(update={"organisation": organisation})
    moved = person(SECRETARIAT).model_copy(update={"organisation": organisation})
    for attempt in (
        lambda: enter_person(database, lost, stamp=stamp(ADMINISTRATOR)),
        lambda: keep_person(database, moved, stamp=stamp(ADMINISTRATOR)),
    ):
        with pytest.raises(FromNowhere) as refused:
            attempt()
        assert refused.value.about == "organisation"


def test_the_first_person_comes_from_the_register_too(empty_database: Database) -> None:
    with pytest.raises(FromNowhere):
        first_person(empty_database, FIRST.model_copy(update={"organisation": "annet:finnes-ikke"}), at=NOW)


def test_nobody_but_an_administrator_changes_people(
    database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]
) -> None:
    with pytest.raises(Forbidden):
        keep_person(database, person(SECRETARIAT), stamp=stamp(SECRETARIAT))


def test_nobody_who_is_entered_has_an_id_that_tells_who_it_is(empty_database: Database) -> None:
    first = first_person(empty_database, FIRST, at=NOW)
    stamp = Stamp(person=first, at=NOW)
    named = FIRST.model_copy(update={"id": "person:åse", "former": "person:åse"})
    others = [enter_person(empty_database, each, stamp=stamp) for each in (FIRST, FIRST, named)]
    ids = [each.id for each in (first, *others)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("person:[0-9a-f]{16}", id) for id in ids)
    with empty_database.read() as reader:
        assert {each.subject for each in reader.traces(most=4)} == set(ids)
        assert {each.former for each in reader.all(Person)} == {""}


def test_the_id_by_which_older_traces_know_a_person_stays_through_a_change(
    database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]
) -> None:
    known = person(SECRETARIAT).model_copy(update={"former": "person:før"})
    with database.write(stamp(ADMINISTRATOR)) as writer:
        known = writer.revise(known)
        writer.trace("try", known.id)
    asked = known.model_copy(update={"name": "Ingrid Ny", "former": ""})
    assert keep_person(database, asked, stamp=stamp(ADMINISTRATOR)).former == "person:før"


def test_to_enter_somebody_and_to_change_them_are_two_things_in_the_trail(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    entered = enter_person(database, FIRST, stamp=stamp(ADMINISTRATOR))
    keep_person(database, entered.model_copy(update={"name": "Åse Ny"}), stamp=stamp(ADMINISTRATOR))
    with database.read() as reader:
        traces = reader.traces(subject=entered.id)
    assert [each.action for each in traces] == ["keep_person", "enter_person"]


def test_nobody_is_changed_who_is_not_entered(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with pytest.raises(Missing):
        keep_person(database, FIRST, stamp=stamp(ADMINISTRATOR))
