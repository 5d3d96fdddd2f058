"""The ledger as people add to it: new contributions, steps onward, and corrections."""

from datetime import date, datetime

from portfolio.actions.funding.divisions import divide_paid
from portfolio.funding.days import there_since
from portfolio.funding.keys import NotShared, Sharing
from portfolio.funding.ledger import (
    Entry,
    MoreThanThereIs,
    Place,
    Position,
    WrongWay,
    entry_id,
    move,
    number_of,
    positions,
    within,
)
from portfolio.funding.stages import BEGINS, Stage
from portfolio.given import Given, blank
from portfolio.lookups.beyond import let_go_beyond
from portfolio.messages import N_, Message
from portfolio.money import Money, too_large
from portfolio.objections import Objection, raise_any
from portfolio.parties import JOINT, Party
from portfolio.people import Stamp, Verb
from portfolio.periods import TooEarly, let_be_budgeted, let_be_dated
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale, Writer


class NoReason(Objection):
    """A correction that does not say why."""


class Standing(Given):
    """What stands at a stage of a place; its revision is the trace that it is seen at."""

    stage: Stage
    there: Money
    revision: int


class Moved(Stale):
    """Money that somebody else entered, moved or corrected in the same place since it was looked at."""

    def __init__(self, current: Standing, *, by: str, at: datetime | None) -> None:
        super().__init__(current, by=by, at=at)
        self.message = Message(
            N_(
                "{who} changed what stands here {when}, after you opened it. {there} stands at «{stage}» now. Nothing of yours is saved, and what you wrote is kept here."
            ),
            {"who": by, "when": at or "", "there": current.there, "stage": current.stage},
        )


def contribute(
    database: Database,
    place: Place,
    amount: Money,
    *,
    stage: Stage,
    on: date,
    note: str = "",
    seen: int | None = None,
    sure: bool = False,
    stamp: Stamp,
) -> Entry:
    """Enter a new contribution, which is applied for or promised.

    Args:
        seen: the end of the trail when the person began, where they looked.
        sure: the person has looked twice at an amount that takes the project beyond its cost.

    Raises:
        Moved: somebody else changed what stands in the place since.
        BeyondCost: the contributions would come to more than the project costs, and nobody is sure.
        Objection: the amount is not above zero or larger than any, the project or party is unknown, the year is no budget year,
            the municipalities contribute together without a sharing key, the stage is not one where a contribution
            begins, or the day has not come or is before all budget years.
    """
    let_be_dated(on, at=stamp.at)
    let_be_budgeted(place.year)
    _begins(stage)
    raise_any([*too_large(amount, about="amount")])
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        _known(writer, place)
        _as_seen(writer, place, stage, seen=seen)
        if amount <= Money(0):
            within(amount, amount)
        entry = _entry(writer, place, stage, amount, on=on, note=note)
        let_go_beyond(writer, entry, sure=sure)
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
    seen: int | None = None,
    stamp: Stamp,
) -> None:
    """Take an amount onward: from applied to promised, agreed and paid, or let it lapse.

    What the municipalities pay together is divided among them by the key in force on the day.

    Args:
        seen: the end of the trail when the person began, where they looked.

    Raises:
        Moved: somebody else changed what stands in the place since; nothing is saved.
        MoreThanThereIs, WrongWay: the move is not legal; nothing is saved.
        NotShared: the municipalities would pay together, and nobody has said who shares.
        InTheFuture, TooEarly: the day has not come, or is before the amount came to where it stands.
    """
    let_be_dated(on, at=stamp.at)
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        _known(writer, place)
        _as_seen(writer, place, from_, seen=seen)
        lines = move(_position(writer, place), amount, from_=from_, to=to)
        _there_by(writer, place, from_, amount, on=on)
        joined = f"{place.proposal}.{writer.head().seq + 1}"
        for stage, part in lines:
            _post(writer, _entry(writer, place, stage, part, on=on, note=note, move=joined))
        writer.trace("advance_amount", place.proposal)


def correct(database: Database, entry: str, *, note: str, on: date, stamp: Stamp) -> None:
    """Undo an entry, and the other half of its move, by entries that point at them. Nothing is erased.

    What was paid is taken back from each as it was divided among them, whatever the key says now.

    Raises:
        WrongWay: it is corrected already, or is itself a correction.
        NoReason: it is not said why.
        InTheFuture, TooEarly: the day has not come, or is before what it undoes.
        MoreThanThereIs: what it put there has moved on since, or had on some day; undo that first.
    """
    let_be_dated(on, at=stamp.at)
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        wrong = writer.get(Entry, entry)
        _not_before(wrong, on)
        halves = writer.all(Entry, move=wrong.move) if wrong.move else (wrong,)
        _correctable(writer, halves, note)
        for half in sorted(halves, key=lambda each: each.amount.ore, reverse=True):
            place = Place(half.proposal, half.party, half.year)
            _still_there(half, _position(writer, place).at.get(half.stage, Money(0)))
            _ever_since(writer, place, half)
            _post(writer, _entry(writer, place, half.stage, -half.amount, on=on, note=note, corrects=half.id))
        writer.trace("correct", wrong.proposal, reason=note)


def _begins(stage: Stage) -> None:
    if stage not in BEGINS:
        raise WrongWay(
            N_("A contribution begins as applied for or promised. Enter it so, and then take it onward."),
            about="stage",
        )


def _post(writer: Writer, entry: Entry) -> None:
    writer.add(entry)
    divide_paid(writer, entry)


def _not_before(wrong: Entry, on: date) -> None:
    if on < wrong.on:
        raise TooEarly(
            N_("What is corrected is from {day}. Choose that day or a later one."), about="on", day=wrong.on
        )


def _there_by(writer: Writer, place: Place, stage: Stage, amount: Money, *, on: date) -> None:
    since = there_since(_entries(writer, place), stage, amount)
    if since and on < since:
        raise TooEarly(
            N_("{amount} has stood at «{stage}» since {day}. Choose that day or a later one."),
            about="on",
            amount=amount,
            stage=stage,
            day=since,
        )


def _ever_since(writer: Writer, place: Place, half: Entry) -> None:
    """Let an entry be undone if as much as it put there has stood there on every day since its own."""
    since = there_since(_entries(writer, place), half.stage, half.amount)
    if since and since > half.on:
        raise MoreThanThereIs(
            N_(
                "What went onward from «{stage}» before {day} came from this. Correct that step first; what stands there now came later."
            ),
            stage=half.stage,
            day=since,
        )


def _known(writer: Writer, place: Place) -> None:
    _there(writer, Proposal, place.proposal, about="proposal")
    _there(writer, Party, place.party, about="party")
    if place.party == JOINT and not writer.all(Sharing, proposal=place.proposal):
        raise NotShared(
            N_("Say first which municipalities share it, and by the population of which day."),
            about="party",
        )


def _as_seen(writer: Writer, place: Place, stage: Stage, *, seen: int | None) -> None:
    where = {"proposal": place.proposal, "party": place.party, "year": place.year}
    then = None if seen is None else {each.id for each in writer.all_as_of(Entry, seen, **where)}
    since = [] if then is None else [each for each in writer.all(Entry, **where) if each.id not in then]
    if since:
        last = writer.last_version(Entry, max(since, key=number_of).id)
        by, at = writer.who_and_when(writer.numbered([last.seq])[last.seq]) if last else ("", None)
        there = _position(writer, place).at.get(stage, Money(0))
        raise Moved(Standing(stage=stage, there=there, revision=writer.head().seq), by=by, at=at)


def _there(writer: Writer, noun: type[Given], id: str, *, about: str) -> None:
    try:
        writer.get(noun, id)
    except Missing as missing:
        missing.about = about
        raise


def _entries(writer: Writer, place: Place) -> tuple[Entry, ...]:
    return writer.all(Entry, proposal=place.proposal, party=place.party, year=place.year)


def _position(writer: Writer, place: Place) -> Position:
    found = positions(_entries(writer, place))
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
    if blank(note):
        raise NoReason(N_("Write why it is corrected."), about="note")
    if any(half.corrects for half in halves):
        raise WrongWay(N_("This is a correction already. Enter the amount anew instead."), about="entry")
    if writer.all(Entry, corrects=[half.id for half in halves]):
        raise WrongWay(N_("This entry is corrected already."), about="entry")
