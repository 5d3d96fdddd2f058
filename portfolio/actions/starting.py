"""A database brought to life: reference data, the example portfolio, the first person."""

from datetime import datetime

from portfolio.catalogue.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, Population
from portfolio.people import Person, Role, Stamp, Verb, allow
from portfolio.proposals import Proposal
from portfolio.store.database import Database, Reading

PROGRAM = Person(id="program", name="Fellesporteføljen", roles=(), organisation="ks")
"""Who the trail names where no person acts: the program itself, at start."""


class NotEmpty(Objection):
    """Something that is only done to an empty database."""


def begin(database: Database, *, at: datetime) -> None:
    """See that the parties and populations we know are in the database, whatever else is."""
    with database.write(Stamp(person=PROGRAM, at=at)) as writing:
        known = {each.id for each in writing.all(Party)}
        new = [each for each in parties() if each.id not in known]
        counted = {(each.party, each.on) for each in writing.all(Population)}
        people = [each for each in populations() if (each.party, each.on) not in counted]
        if new or people:
            writing.add(*new, *people)
            writing.trace("begin", "reference")


def load_demo(database: Database, *, at: datetime) -> None:
    """Fill an empty database with the invented example portfolio.

    Raises:
        NotEmpty: it holds people or proposals already.
    """
    begin(database, at=at)
    with database.write(Stamp(person=PROGRAM, at=at)) as writing:
        if not unused(writing):
            raise NotEmpty(N_("The database holds data already. The example is only put into an empty one."))
        example = demo()
        held = {each.id for each in writing.all(Party)}
        writing.add(*[each for each in example.parties if each.id not in held], *example.people)
        writing.add(*example.proposals, *example.costs, *example.rounds)
        writing.add(*example.gate_answers, *example.impartiality, *example.marks)
        writing.add(*example.recommendations, *example.decisions)
        writing.add(*example.sharings, *example.entries, *example.benefits, *example.readings)
        writing.trace("demo", "example")


def unused(reading: Reading) -> bool:
    """Say whether nothing has been entered yet: nobody, and no proposal."""
    return nobody(reading) and reading.count(Proposal) == 0


def nobody(reading: Reading) -> bool:
    """Say whether nobody has been entered yet."""
    return reading.count(Person) == 0


def first_person(database: Database, person: Person, *, at: datetime) -> Person:
    """Enter the first person of an empty database, who may then enter the others.

    Raises:
        NotEmpty: somebody is there already.
    """
    with database.write(Stamp(person=person, at=at)) as writing:
        if not nobody(writing):
            raise NotEmpty(N_("Somebody is entered already. Ask an administrator to enter you."))
        first = person.model_copy(update={"roles": tuple(dict.fromkeys((*person.roles, Role.ADMINISTRATOR)))})
        writing.add(first)
        writing.trace("first_person", first.id)
    return first


def keep_person(database: Database, person: Person, *, stamp: Stamp) -> Person:
    """Enter a person, or change one as seen at `person.revision`.

    Raises:
        Forbidden: only an administrator may.
        NotEmpty: the last administrator would lose the role.
    """
    allow(stamp, Verb.MANAGE_PEOPLE)
    with database.write(stamp) as writing:
        kept = writing.keep(person)
        if not any(each.may(Verb.MANAGE_PEOPLE) for each in writing.all(Person)):
            raise NotEmpty(
                N_("Somebody must be administrator. Give another person the role first."),
                about="roles",
            )
        writing.trace("keep_person", person.id)
    return kept
