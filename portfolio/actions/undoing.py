"""An import undone as a whole, as long as nobody has built on what it brought."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from portfolio.actions.funding.divisions import divide_paid
from portfolio.funding.ledger import Entry, entry_id, number_of
from portfolio.given import LONGEST_LINE, Given, blank
from portfolio.lookups.imports import IMPORT, UNDO, subject, undone
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party
from portfolio.people import Stamp, Verb
from portfolio.periods import day_in_norway
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.tables import TABLES
from portfolio.store.versions import Version, identity
from portfolio.store.writing import Writer

R = TypeVar("R", bound=Given)
Ref = tuple[type[Given], str]
"""A record by its noun and what it is known by."""


class NoImport(Objection):
    """Something that is no import, or is one that cannot be undone."""


class BuiltOn(Objection):
    """Something that has been done with what an import brought, after it was brought in."""


class NoWhy(Objection):
    """An import that is undone without a word on why."""


def undo_import(database: Database, seq: int, *, reason: str, stamp: Stamp) -> None:
    """Undo the import that left the trace of this number: what was new goes, and what was changed is as before.

    The trail keeps both. The ledger is never taken from: what it was given is taken back by corrections, and a new
    proposal that has lines in it stays, stopped and without costs.

    Raises:
        NoImport: it is no import, is undone already, or changed what is kept nowhere.
        NoWhy: it is not said why.
        BuiltOn: somebody has done something since with what it brought, each by itself.
    """
    with database.write(stamp, Verb.UNDO_IMPORT) as writer:
        made = _made(writer, seq)
        if blank(reason):
            raise NoWhy(N_("Write why the import is undone."), about="reason")
        raise_any([*_not_kept(writer, made, seq), *_built_on(writer, made, seq)])
        for entry in sorted(_all(writer, Entry, made), key=number_of, reverse=True):
            _take_back(writer, entry, reason)
        for line in _all(writer, CostLine, made):
            _put_back(writer, CostLine, line.id, seq)
        for proposal in _all(writer, Proposal, made):
            _undo_proposal(writer, proposal, seq)
        for party in _all(writer, Party, made):
            if not _named(writer, party.id):
                writer.remove(Party, party.id)
        writer.trace(UNDO, subject(seq), reason=reason)


def _made(writer: Writer, seq: int) -> Collection[Ref]:
    """Return what an import made or changed."""
    trace = writer.numbered([seq]).get(seq)
    if trace is None or trace.action != IMPORT or not trace.content:
        raise NoImport(N_("There is no import of number {number} that can be undone."), number=str(seq))
    if seq in undone(writer):
        raise NoImport(N_("The import of number {number} is undone already."), number=str(seq))
    return writer.made_by(seq)


def _not_kept(writer: Writer, made: Collection[Ref], seq: int) -> Iterator[Objection]:
    """Yield each proposal of which something was changed that told of a person, and is kept nowhere."""
    for id in (id for noun, id in made if noun is Proposal):
        before = _before(writer, Proposal, id, seq)
        if before and before.sealed:
            said = N_(
                "The contact of {name} was changed, and who it was is not kept. Change the proposal instead of undoing the import."
            )
            yield NoImport(said, name=_name(writer, writer.get(Proposal, id)))


def _built_on(writer: Writer, made: Collection[Ref], seq: int) -> Iterator[Objection]:
    """Yield each trace since that touched what was brought in, or something that speaks of it."""
    undoings = {each.seq for each in writer.traces(actions=(UNDO,), most=max(1, writer.head().seq))}
    passed = undoings | undone(writer)
    names = {
        number: _name(writer, record)
        for record, numbers in _since(writer, seq)
        if (type(record), identity(record)) in made or _brought(writer, made) & _spoken_of(record)
        for number in numbers - passed
    }
    for number, trace in sorted(writer.numbered(names).items()):
        who, when = writer.who_and_when(trace)
        yield BuiltOn(
            N_(
                "{who} has done something with {name} since, {when}. It is number {number} in the change log."
            ),
            who=who,
            name=names[number],
            when=when,
            number=str(number),
        )


def _since(reader: Reader, seq: int) -> Iterator[tuple[Given, set[int]]]:
    """Yield each record that has been touched after a trace, with the traces that did."""
    for noun in TABLES:
        later = {id: {each for each in seqs if each > seq} for id, seqs in reader.touching(noun).items()}
        if any(later.values()):
            yield from (
                (each, later[identity(each)]) for each in reader.all(noun) if later.get(identity(each))
            )


def _brought(reader: Reader, made: Collection[Ref]) -> set[str]:
    """Return the ids of what was brought in, and of the proposals that it is about."""
    about = [reader.find(noun, id) for noun, id in made if noun in (Entry, CostLine)]
    return {id for _, id in made} | {getattr(each, "proposal", "") for each in about} - {""}


def _spoken_of(record: Given) -> set[str]:
    return set(_texts(record.model_dump()))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _texts(each)


def _name(reader: Reader, record: Given) -> str:
    """Return what people call a record, or else the proposal or the body that it is about."""
    about = reader.find(Proposal, str(getattr(record, "proposal", "")))
    named = record if about is None else about
    return str(
        next(filter(None, (getattr(named, each, "") for each in ("reference", "name", "title", "id"))), "")
    )


def _before(writer: Writer, noun: type[Given], id: str, seq: int) -> Version[Given] | None:
    """Return a record as it stood before a trace; None where it was not there."""
    earlier = [each for each in writer.versions(noun, id) if each.seq < seq]
    return earlier[-1] if earlier and earlier[-1].told is not None else None


def _all(reader: Reader, noun: type[R], made: Collection[Ref]) -> tuple[R, ...]:
    return reader.all(noun, id=[id for each, id in made if each is noun])


def _take_back(writer: Writer, entry: Entry, reason: str) -> None:
    """Take back what an entry put in the ledger, and what it paid from each as it was divided among them."""
    number = writer.count(Entry, proposal=entry.proposal) + 1
    back = entry.model_copy(
        update={
            "id": entry_id(entry.proposal, number),
            "amount": -entry.amount,
            "on": max(entry.on, day_in_norway(writer.stamp.at)),
            "note": reason[:LONGEST_LINE],
            "move": "",
            "corrects": entry.id,
        }
    )
    writer.add(back)
    divide_paid(writer, back)


def _undo_proposal(writer: Writer, proposal: Proposal, seq: int) -> None:
    if _before(writer, Proposal, proposal.id, seq) is None and writer.count(Entry, proposal=proposal.id):
        writer.revise(proposal.model_copy(update={"phase": Phase.STOPPED}), always=True)
    else:
        _put_back(writer, Proposal, proposal.id, seq)


def _put_back(writer: Writer, noun: type[Given], id: str, seq: int) -> None:
    before = _before(writer, noun, id, seq)
    if before is None or before.record is None:
        writer.remove(noun, id)
        return
    now = getattr(writer.get(noun, id), "revision")  # noqa: B009
    writer.revise(before.record.model_copy(update={"revision": now}), always=True)


def _named(reader: Reader, party: str) -> bool:
    """Say whether a line of the ledger, or a proposal that stays, names a body."""
    return bool(reader.count(Entry, party=party)) or any(
        party in (each.owner_party, *each.partners) for each in reader.all(Proposal)
    )
