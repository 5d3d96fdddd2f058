"""Who may come in, and what their roles are."""

from datetime import datetime

from portfolio.actions.starting import NotEmpty, nobody
from portfolio.messages import N_
from portfolio.people import Person, Role, Stamp, Verb, allow
from portfolio.store.database import Database


def first_person(database: Database, person: Person, *, at: datetime) -> Person:
    """Enter the first person of an empty database, who may then enter the others.

    Raises:
        NotEmpty: somebody is there already.
    """
    with database.write(Stamp(person=person, at=at)) as writer:
        if not nobody(writer):
            raise NotEmpty(N_("Somebody is entered already. Ask an administrator to enter you."))
        first = person.model_copy(update={"roles": tuple(dict.fromkeys((*person.roles, Role.ADMINISTRATOR)))})
        writer.add(first)
        writer.trace("first_person", first.id)
    return first


def keep_person(database: Database, person: Person, *, stamp: Stamp) -> Person:
    """Enter a person, or change one as seen at `person.revision`.

    Raises:
        Forbidden: only an administrator may.
        NotEmpty: the last administrator would lose the role.
    """
    allow(stamp, Verb.MANAGE_PEOPLE)
    with database.write(stamp) as writer:
        kept = writer.keep(person)
        if not any(each.may(Verb.MANAGE_PEOPLE) for each in writer.all(Person)):
            raise NotEmpty(
                N_("Somebody must be administrator. Give another person the role first."),
                about="roles",
            )
        writer.trace("keep_person", person.id)
    return kept
