"""Who stands aside from what: a member's word on every proposal in a round."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from portfolio.lookups.basis import bases, texts_judged
from portfolio.messages import N_, Message
from portfolio.people import Stamp, Verb
from portfolio.prioritising.basis import Basis, Held
from portfolio.prioritising.impartiality import Impartiality, Interest, impartiality_id
from portfolio.prioritising.marks import Mark, NotAnswered
from portfolio.prioritising.rounds import Round, let_assess, let_be_in
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer


class ReadAnother(Stale):
    """A word that was said of another version of something than the round judges by now."""

    def __init__(self, held: Held, named: Sequence[str], *, by: str, at: datetime | None) -> None:
        super().__init__(held, by=by, at=at)
        self.message = Message(
            N_(
                "{who} took in what is new of {proposals} {when}, after you opened the list. Look at it, and confirm again. What you chose is kept here."
            ),
            {"who": by, "when": at or "", "proposals": ", ".join(named)},
        )


def declare(
    database: Database,
    round_: str,
    *,
    interests: Mapping[str, Interest | None],
    seen: int | None = None,
    stamp: Stamp,
) -> None:
    """Confirm, for the whole list, which proposals the member stands aside from and why.

    Marks already given on a proposal that the member now stands aside from are taken away.

    Args:
        seen: which whole of what the round holds the member read, where they have (`Held.revision`).

    Raises:
        ReadAnother: the round has taken in another version since, or another proposal, and which.
        NotAnswered: a proposal in the round has no word.
        NotInRound: one that has is not in it.
        NotYours: the person is not a member of the round.
        NotOpen: the round does not take marks now.
    """
    with database.write(stamp, Verb.ASSESS) as writer:
        current = writer.get(Round, round_)
        let_assess(current, writer.stamp.person.id)
        _as_read(writer, current, seen=seen)
        _whole(current, interests)
        for proposal in interests:
            let_be_in(current, proposal)
        for held in bases(writer, current).values():
            _declare_one(writer, held, interests[held.proposal])
        writer.trace("declare", round_)


def _as_read(writer: Writer, round_: Round, *, seen: int | None) -> None:
    held = Held(bases=tuple(bases(writer, round_).values()))
    moved = () if seen is None else held.since(seen)
    if moved:
        last = writer.last_version(Basis, max(moved, key=lambda each: each.seq).id)
        by, at = writer.who_and_when(writer.numbered([last.seq])[last.seq]) if last else ("", None)
        texts = texts_judged(writer, round_, *(each.proposal for each in moved)).values()
        raise ReadAnother(held, [f"{each.reference} {each.title}" for each in texts], by=by, at=at)


def _whole(round_: Round, interests: Mapping[str, Interest | None]) -> None:
    missing = [each for each in round_.proposals if each not in interests]
    if missing:
        raise NotAnswered(
            N_("Say for every proposal whether you are impartial. {count} are left."),
            about=missing[0],
            count=len(missing),
        )


def _declare_one(writer: Writer, held: Basis, interest: Interest | None) -> None:
    member = writer.stamp.person.id
    writer.put(
        Impartiality(
            id=impartiality_id(held.round, held.proposal, member),
            round=held.round,
            proposal=held.proposal,
            member=member,
            interest=interest,
            upon=held.seq,
        ),
    )
    if interest is not None:
        for mark in writer.all(Mark, round=held.round, proposal=held.proposal, member=member):
            writer.remove(Mark, mark.id)
