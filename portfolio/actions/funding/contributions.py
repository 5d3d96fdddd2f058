"""The ledger as people add to it: new contributions, steps onward, and corrections."""

from datetime import date

from portfolio.funding.keys import NotShared, Sharing
from portfolio.funding.ledger import (
    Entry,
    MoreThanThereIs,
    Place,
    Position,
    WrongWay,
    entry_id,
    move,
    positions,
    within,
)
from portfolio.funding.stages import Stage
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party
from portfolio.people import Stamp, Verb
from portfolio.periods import let_have_come
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class NoReason(Objection):
    """A correction that does not say why."""


def contribute(
    database: Database,
    place: Place,
    amount: Money,
    *,
    stage: Stage,
    on: date,
    note: str = "",
    stamp: Stamp,
) -> Entry:
    """Enter a new contribution at a stage.

    Raises:
        Objection: the amount is not above zero, the project or party is unknown, the municipalities
            contribute together without a sharing key, or the day is in the future.
    """
    let_have_come(on, at=stamp.at)
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        _known(writer, place)
        if amount <= Money(0):
            within(amount, amount)
        entry = _entry(writer, place, stage, amount, on=on, note=note)
        writer.add(entry)
        writer.trace("contribute", place.proposal)
    return entry


def advance_amount(
    database: Database,
    place: Place,
    amount: Money,
    *,
    from_: Stage,
    to: Stage,
    on: date,
    note: str = "",
    stamp: Stamp,
) -> None:
    """Take an amount onward: from applied to promised, agreed and paid, or let it lapse.

    Raises:
        MoreThanThereIs, WrongWay: the move is not legal; nothing is saved.
        InTheFuture: the day has not come.
    """
    let_have_come(on, at=stamp.at)
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        lines = move(_position(writer, place), amount, from_=from_, to=to)
        joined = f"{place.proposal}.{writer.head().seq + 1}"
        for stage, part in lines:
            writer.add(_entry(writer, place, stage, part, on=on, note=note, move=joined))
        writer.trace("advance_amount", place.proposal)


def correct(database: Database, entry: str, *, note: str, on: date, stamp: Stamp) -> None:
    """Undo an entry, and the other half of its move, by entries that point at them. Nothing is erased.

    Raises:
        WrongWay: it is corrected already, or is itself a correction.
        NoReason: it is not said why.
        InTheFuture: the day has not come.
        MoreThanThereIs: what it put there has moved on since; undo that first.
    """
    let_have_come(on, at=stamp.at)
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        wrong = writer.get(Entry, entry)
        halves = writer.all(Entry, move=wrong.move) if wrong.move else (wrong,)
        _correctable(writer, halves, note)
        for half in sorted(halves, key=lambda each: each.amount.ore, reverse=True):
            place = Place(half.proposal, half.party, half.year)
            _still_there(half, _position(writer, place).at.get(half.stage, Money(0)))
            writer.add(_entry(writer, place, half.stage, -half.amount, on=on, note=note, corrects=half.id))
        writer.trace("correct", wrong.proposal, reason=note)


def _known(writer: Writer, place: Place) -> None:
    writer.get(Proposal, place.proposal)
    writer.get(Party, place.party)
    if place.party == JOINT and not writer.all(Sharing, proposal=place.proposal):
        raise NotShared(
            N_("Say first which municipalities share it, and by the population of which day."),
            about="party",
        )


def _position(writer: Writer, place: Place) -> Position:
    found = positions(writer.all(Entry, proposal=place.proposal, party=place.party, year=place.year))
    return found[0] if found else Position(place, {})


def _entry(
    writer: Writer,
    place: Place,
    stage: Stage,
    amount: Money,
    *,
    on: date,
    note: str,
    move: str = "",
    corrects: str = "",
) -> Entry:
    number = writer.count(Entry, proposal=place.proposal) + 1
    return Entry(
        id=entry_id(place.proposal, number),
        proposal=place.proposal,
        party=place.party,
        year=place.year,
        stage=stage,
        amount=amount,
        on=on,
        note=note,
        move=move,
        corrects=corrects,
    )


def _still_there(half: Entry, there: Money) -> None:
    if half.amount > there:
        raise MoreThanThereIs(
            N_("Only {there} is left at «{stage}»; the rest has gone onward. Correct that step first."),
            there=there,
            stage=half.stage,
        )


def _correctable(writer: Writer, halves: tuple[Entry, ...], note: str) -> None:
    if not note.strip():
        raise NoReason(N_("Write why it is corrected."), about="note")
    if any(half.corrects for half in halves):
        raise WrongWay(N_("This is a correction already. Enter the amount anew instead."), about="entry")
    if writer.all(Entry, corrects=[half.id for half in halves]):
        raise WrongWay(N_("This entry is corrected already."), about="entry")
