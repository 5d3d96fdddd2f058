"""Who may come in, and what their roles are."""

import secrets
from datetime import datetime

from portfolio.actions.starting import NotEmpty, nobody
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party
from portfolio.people import Person, Role, Stamp, Verb
from portfolio.store.database import Database
from portfolio.store.writing import Writer

NEW = "person:new"
"""The id of somebody who is not entered yet. Entering gives them their own, which tells nothing of who they are."""
TOKEN = 8
"""Bytes by chance in an id: as many as nobody will ever draw twice."""


class LastAdministrator(Objection):
    """A change after which nobody could let people in any more."""


class FromNowhere(Objection):
    """Somebody from an organisation that is not there."""


def first_person(database: Database, person: Person, *, at: datetime) -> Person:
    """Enter the first person of an empty database, who may then enter the others.

    Raises:
        NotEmpty: somebody is there already.
    """
    roles = tuple(dict.fromkeys((*person.roles, Role.ADMINISTRATOR)))
    first = _entered(person).model_copy(update={"roles": roles})
    with database.write(Stamp(person=first, at=at)) as writer:
        if not nobody(writer):
            raise NotEmpty(N_("Somebody is entered already. Ask an administrator to enter you."))
        _from_somewhere(writer, first)
        writer.add(first)
        writer.trace("first_person", first.id)
    return first


def enter_person(database: Database, person: Person, *, stamp: Stamp) -> Person:
    """Enter a person, who gets an id of their own, whatever id they come with.

    Raises:
        Forbidden: only an administrator may.
        LastAdministrator: nobody is administrator.
        FromNowhere: the organisation is not in the register.
    """
    with database.write(stamp, Verb.MANAGE_PEOPLE) as writer:
        _from_somewhere(writer, person)
        entered = writer.keep(_entered(person))
        _administered(writer)
        writer.trace("enter_person", entered.id)
    return entered


def keep_person(database: Database, person: Person, *, stamp: Stamp) -> Person:
    """Change a person as seen at `person.revision`.

    Raises:
        Forbidden: only an administrator may.
        Missing: they are not there; `enter_person` enters one.
        LastAdministrator: the last administrator would lose the role.
        FromNowhere: the organisation is not in the register.
    """
    with database.write(stamp, Verb.MANAGE_PEOPLE) as writer:
        known = writer.get(Person, person.id)
        _from_somewhere(writer, person)
        kept = writer.revise(person.model_copy(update={"former": known.former}))
        _administered(writer)
        writer.trace("keep_person", kept.id)
    return kept


def _administered(writer: Writer) -> None:
    if not any(each.may(Verb.MANAGE_PEOPLE) for each in writer.all(Person)):
        raise LastAdministrator(
            N_("Somebody must be administrator. Give another person the role first."), about="roles"
        )


def _from_somewhere(writer: Writer, person: Person) -> None:
    if person.organisation == JOINT or writer.find(Party, person.organisation) is None:
        raise FromNowhere(
            N_("«{id}» is not in the register. Choose from the list."),
            about="organisation",
            id=person.organisation,
        )


def _entered(person: Person) -> Person:
    """Return somebody new with an id of their own."""
    return person.model_copy(update={"id": f"person:{secrets.token_hex(TOKEN)}", "former": ""})
