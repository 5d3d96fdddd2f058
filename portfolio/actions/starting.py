"""A database brought to life: reference data, and the example portfolio."""

from datetime import datetime

from portfolio.actions.funding.divisions import divide_paid
from portfolio.actions.prioritising.basis import hold
from portfolio.actions.prioritising.packs import freeze
from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.demo.realising import reasons
from portfolio.catalogue.reference import parties, populations
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, Population
from portfolio.people import PROGRAM, Person, Stamp
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.writing import Writer


class NotEmpty(Objection):
    """Something that is only done to an empty database."""


def begin(database: Database, *, at: datetime) -> None:
    """See that the parties and populations of `data/` are in the database as they stand there, whatever else is.

    What has been corrected in `data/` since is corrected here too; what has been left out of it stays.
    """
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        _see_to_parties(writer)
        _see_to_populations(writer)
        writer.trace("begin", "reference")
    _see_to_packs(database, at=at)


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
        writer.add(*example.proposals, *example.costs)
        writer.add(*example.sharings, *example.entries, *example.benefits, *example.readings)
        divide_paid(writer, *example.entries)
        writer.trace("demo", "example")
        seq = writer.head().seq
        writer.add(*example.rounds)
        for round_ in example.rounds:
            hold(writer, round_)
        said = (*example.gate_answers, *example.impartiality, *example.marks)
        writer.add(*(each.model_copy(update={"upon": seq}) for each in said))
        writer.add(*example.recommendations, *example.decisions)
        for round_ in example.rounds:
            freeze(writer, round_)
        writer.trace("demo", "example")
        for each in example.releases:
            writer.add(each)
            writer.trace("release", each.benefit, reason=reasons()[each.id])


def _see_to_parties(writer: Writer) -> None:
    stored = {each.id: each for each in writer.all(Party)}
    writer.add(*(each for each in parties() if each.id not in stored))
    for each in parties():
        before = stored.get(each.id, each)
        corrected = each.model_copy(update={"revision": before.revision})
        if corrected != before:
            writer.revise(corrected)


def _see_to_populations(writer: Writer) -> None:
    stored = {(each.party, each.on): each for each in writer.all(Population)}
    writer.add(*(each for each in populations() if (each.party, each.on) not in stored))
    for each in populations():
        before = stored.get((each.party, each.on), each)
        if each != before:
            writer.replace(before, each)


def _see_to_packs(database: Database, *, at: datetime) -> None:
    """Freeze what was concluded before anything was frozen, as it stands when that is first done."""
    with database.write(Stamp(person=PROGRAM, at=at)) as writer:
        frozen = {each.round for each in writer.all(Pack)}
        for round_ in writer.all(Round, phase=RoundPhase.CLOSED):
            if round_.id not in frozen:
                freeze(writer, round_)
        writer.trace("freeze", "rounds")


def unused(reader: Reader) -> bool:
    """Say whether nothing has been entered yet: nobody, and no proposal."""
    return nobody(reader) and reader.count(Proposal) == 0


def nobody(reader: Reader) -> bool:
    """Say whether nobody has been entered yet."""
    return reader.count(Person) == 0
