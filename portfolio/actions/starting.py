"""A database brought to life: reference data, and the example portfolio."""

from datetime import datetime

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, Population
from portfolio.people import Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Reader

PROGRAM = Person(id="program", name="Fellesporteføljen", roles=(), organisation="ks")
"""Who the trail names where no person acts: the program itself, at start."""


class NotEmpty(Objection):
    """Something that is only done to an empty database."""


def begin(database: Database, *, at: datetime) -> None:
    """See that the parties and populations we know are in the database, whatever else is."""
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        known = {each.id for each in writer.all(Party)}
        new = [each for each in parties() if each.id not in known]
        counted = {(each.party, each.on) for each in writer.all(Population)}
        people = [each for each in populations() if (each.party, each.on) not in counted]
        if new or people:
            writer.add(*new, *people)
            writer.trace("begin", "reference")


def load_demo(database: Database, *, at: datetime) -> None:
    """Fill an empty database with the invented example portfolio.

    Raises:
        NotEmpty: it holds people or proposals already.
    """
    begin(database, at=at)
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        if not unused(writer):
            raise NotEmpty(N_("The database holds data already. The example is only put into an empty one."))
        example = demo()
        held = {each.id for each in writer.all(Party)}
        writer.add(*[each for each in example.parties if each.id not in held], *example.people)
        writer.add(*example.proposals, *example.costs, *example.rounds)
        writer.add(*example.gate_answers, *example.impartiality, *example.marks)
        writer.add(*example.recommendations, *example.decisions)
        writer.add(*example.sharings, *example.entries, *example.benefits, *example.readings)
        writer.trace("demo", "example")


def unused(reader: Reader) -> bool:
    """Say whether nothing has been entered yet: nobody, and no proposal."""
    return nobody(reader) and reader.count(Proposal) == 0


def nobody(reader: Reader) -> bool:
    """Say whether nobody has been entered yet."""
    return reader.count(Person) == 0
