"""The ledger as people add to it: new contributions, steps onward, corrections, and who shares."""

from datetime import date, timedelta

from portfolio.funding.contributions import JOINT, Entry, Sharing, Stage, entry_id
from portfolio.funding.ledger import MoreThanThereIs, Place, Position, WrongWay, move, positions, within
from portfolio.funding.shares import shares
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import Stamp, Verb, allow
from portfolio.proposals import Proposal
from portfolio.store.database import Database, Writing


class NotShared(Objection):
    """A joint contribution without a sharing key, or a key that does not hold."""


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
    allow(stamp, Verb.EDIT_FUNDING)
    _not_ahead(on, stamp)
    with database.write(stamp) as writing:
        _known(writing, place)
        if amount <= Money(0):
            within(amount, amount)
        entry = _entry(writing, place, stage, amount, on=on, note=note)
        writing.add(entry)
        writing.trace("contribute", place.proposal)
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
        MoreThanThereIs, WrongWay: the move is not legal, or in the future; nothing is saved.
    """
    allow(stamp, Verb.EDIT_FUNDING)
    _not_ahead(on, stamp)
    with database.write(stamp) as writing:
        lines = move(_position(writing, place), amount, from_=from_, to=to)
        joined = f"{place.proposal}.{writing.head().seq + 1}"
        for stage, part in lines:
            writing.add(_entry(writing, place, stage, part, on=on, note=note, move=joined))
        writing.trace("advance_amount", place.proposal)


def correct(database: Database, entry: str, *, note: str, on: date, stamp: Stamp) -> None:
    """Undo an entry, and the other half of its move, by entries that point at them. Nothing is erased.

    Raises:
        WrongWay: it is corrected already, is itself a correction, or has no reason.
        MoreThanThereIs: what it put there has moved on since; undo that first.
    """
    allow(stamp, Verb.EDIT_FUNDING)
    with database.write(stamp) as writing:
        wrong = writing.get(Entry, entry)
        halves = writing.all(Entry, move=wrong.move) if wrong.move else (wrong,)
        _correctable(writing, halves, note)
        for half in sorted(halves, key=lambda each: each.amount.ore, reverse=True):
            place = Place(half.proposal, half.party, half.year)
            _still_there(half, _position(writing, place).at.get(half.stage, Money(0)))
            writing.add(_entry(writing, place, half.stage, -half.amount, on=on, note=note, corrects=half.id))
        writing.trace("correct", wrong.proposal)


def share_by(database: Database, sharing: Sharing, *, stamp: Stamp) -> Sharing:
    """Say which municipalities share a project's joint contribution, and by the inhabitants of which day.

    A key that the person has not seen any of before has revision 0.

    Raises:
        NotShared: somebody who is not a municipality is among them.
        NoInhabitants: a municipality had no inhabitants known on that day.
        Stale: somebody changed the key in between, or made the first.
    """
    allow(stamp, Verb.EDIT_FUNDING)
    with database.write(stamp) as writing:
        writing.get(Proposal, sharing.proposal)
        _municipalities_only(writing, sharing)
        known = {each.party: each.inhabitants for each in writing.all(Population, on=sharing.on)}
        shares(Money(1), sharing, inhabitants=known)
        stored = writing.all(Sharing, proposal=sharing.proposal)
        if stored:
            kept = writing.revise(sharing.model_copy(update={"id": stored[0].id}))
        else:
            kept = sharing.model_copy(update={"revision": 1})
            writing.add(kept)
        writing.trace("share_by", sharing.proposal)
    return kept


def _municipalities_only(writing: Writing, sharing: Sharing) -> None:
    municipalities = {each.id for each in writing.all(Party, kind=PartyKind.MUNICIPALITY) if each.id != JOINT}
    if not municipalities.issuperset(sharing.members):
        raise NotShared(N_("Only municipalities share a joint contribution."), about="members")


def _not_ahead(on: date, stamp: Stamp) -> None:
    """Let a day be up to today, wherever in the world today has come."""
    if on > stamp.at.date() + timedelta(days=1):
        raise WrongWay(N_("The day is in the future. Choose today or an earlier day."), about="on")


def _known(writing: Writing, place: Place) -> None:
    writing.get(Proposal, place.proposal)
    writing.get(Party, place.party)
    if place.party == JOINT and not writing.all(Sharing, proposal=place.proposal):
        raise NotShared(
            N_("Say first which municipalities share it, and by the population of which day."),
            about="party",
        )


def _position(writing: Writing, place: Place) -> Position:
    found = positions(writing.all(Entry, proposal=place.proposal, party=place.party, year=place.year))
    return found[0] if found else Position(place, {})


def _entry(
    writing: Writing,
    place: Place,
    stage: Stage,
    amount: Money,
    *,
    on: date,
    note: str,
    move: str = "",
    corrects: str = "",
) -> Entry:
    number = writing.count(Entry, proposal=place.proposal) + 1
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


def _still_there(half: Entry, standing: Money) -> None:
    if half.amount > standing:
        raise MoreThanThereIs(
            N_("Only {standing} is left at «{stage}»; the rest has gone onward. Correct that step first."),
            standing=standing,
            stage=half.stage,
        )


def _correctable(writing: Writing, halves: tuple[Entry, ...], note: str) -> None:
    if not note.strip():
        raise WrongWay(N_("Write why it is corrected."), about="note")
    if any(half.corrects for half in halves):
        raise WrongWay(N_("This is a correction already. Enter the amount anew instead."), about="entry")
    if writing.all(Entry, corrects=[half.id for half in halves]):
        raise WrongWay(N_("This entry is corrected already."), about="entry")
