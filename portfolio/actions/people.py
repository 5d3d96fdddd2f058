"""Who may come in, and what their roles are."""

import secrets
from datetime import datetime

from portfolio.actions.starting import NotEmpty, nobody
from portfolio.messages import N_
from portfolio.people import Person, Role, Stamp, Verb, allow
from portfolio.store.database import Database

NEW = "person:new"
"""The id of somebody who is not entered yet. Entering gives them their own, which tells nothing of who they are."""
TOKEN = 8
"""Bytes by chance in an id: as many as nobody will ever draw twice."""


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
        writer.add(first)
        writer.trace("first_person", first.id)
    return first


def keep_person(database: Database, person: Person, *, stamp: Stamp) -> Person:
    """Enter a person, who gets an id of their own, or change one as seen at `person.revision`.

    Raises:
        Forbidden: only an administrator may.
        NotEmpty: the last administrator would lose the role.
    """
    allow(stamp, Verb.MANAGE_PEOPLE)
    with database.write(stamp) as writer:
        known = writer.find(Person, person.id)
        kept = writer.keep(person.model_copy(update={"former": known.former}) if known else _entered(person))
        if not any(each.may(Verb.MANAGE_PEOPLE) for each in writer.all(Person)):
            raise NotEmpty(
                N_("Somebody must be administrator. Give another person the role first."),
                about="roles",
            )
        writer.trace("keep_person", kept.id)
    return kept


def _entered(person: Person) -> Person:
    """Return somebody new with an id of their own."""
    return person.model_copy(update={"id": f"person:{secrets.token_hex(TOKEN)}", "former": ""})
