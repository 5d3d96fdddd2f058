"""A change holds whole or not at all, and whatever goes wrong, the next may try."""

import pytest

from portfolio.parties import Party, PartyKind
from portfolio.people import OPERATOR, PROGRAM, Forbidden, Role, Stamp, Verb
from portfolio.store.database import Database
from tests.databases import AT, of, put
from tests.store.conftest import FIRST, KARI, OLA, title


def test_an_error_in_the_middle_undoes_everything(two_people: Database):
    def fail() -> None:
        with two_people.write(Stamp(person=KARI, at=AT)) as writer:
            writer.revise(FIRST.model_copy(update={"title": "Halvveis"}))
            writer.trace("revise_proposal", FIRST.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert title(two_people) == "Først"


def test_a_change_is_open_to_somebody_as_they_are_now_and_not_as_their_stamp_says(
    two_people: Database,
) -> None:
    old = Stamp(person=KARI, at=AT)
    with two_people.write(old, Verb.EDIT_ANY_PROPOSAL) as writer:
        assert writer.stamp.person == KARI
    put_out = KARI.model_copy(update={"active": False})
    with two_people.write(Stamp(person=OLA, at=AT)) as writer:
        writer.revise(put_out)
        writer.trace("keep_person", KARI.id)
    with pytest.raises(Forbidden, match="no longer come in"), two_people.write(old, Verb.EDIT_ANY_PROPOSAL):
        pass


def test_whoever_gained_a_role_may_use_it_with_an_old_stamp(two_people: Database) -> None:
    old = Stamp(person=KARI.model_copy(update={"roles": ()}), at=AT)
    with two_people.write(old, Verb.EDIT_ANY_PROPOSAL) as writer:
        assert writer.stamp.person.roles == KARI.roles


def test_only_the_program_and_the_command_line_act_without_being_entered(two_people: Database) -> None:
    stranger = KARI.model_copy(update={"id": "person:fremmed"})
    with pytest.raises(Forbidden), two_people.write(Stamp(person=stranger, at=AT), Verb.EDIT_ANY_PROPOSAL):
        pass
    with two_people.write(Stamp(person=OPERATOR, at=AT), Verb.EDIT_FUNDING) as writer:
        assert writer.stamp.person == OPERATOR
    false = PROGRAM.model_copy(update={"roles": tuple(Role)})
    with pytest.raises(Forbidden), two_people.write(Stamp(person=false, at=AT), Verb.EDIT_FUNDING):
        pass


def test_a_failed_change_leaves_the_way_open_for_the_next(example: Database):
    for _ in range(30):
        with pytest.raises(ZeroDivisionError), example.write(of(example, "person:are-tangneset")):
            raise ZeroDivisionError
    put(
        example,
        Party(id="annet:x", kind=PartyKind.OTHER, name="x"),
        stamp=of(example, "person:are-tangneset"),
    )
