"""A round from its making to its end: what is in it, who sits in it, and how far it has come."""

from collections.abc import Iterator, Sequence

from portfolio.given import slug
from portfolio.lookups.judging import method_of, standings
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.people import Stamp, Verb, allow
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import NotOpen, Round, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class Lacking(Objection):
    """Something a round must have."""


def begin_round(
    database: Database,
    *,
    title: str,
    method: str,
    proposals: Sequence[str],
    members: Sequence[str],
    stamp: Stamp,
) -> Round:
    """Make a round that is being prepared.

    Raises:
        Objections: what is lacking, by its field.
    """
    allow(stamp, Verb.RUN_ROUNDS)
    raise_any([*_lacking(title, method, proposals, members)])
    made = Round(
        id=f"runde:{slug(title)}",
        title=title,
        method=method,
        phase=RoundPhase.PREPARING,
        proposals=tuple(proposals),
        members=tuple(members),
    )
    with database.read() as reader:
        if reader.find(Round, made.id):
            raise Lacking(N_("Another round has this title. Choose another."), about="title")
    return keep_round(database, made, stamp=stamp)


def keep_round(database: Database, round_: Round, *, stamp: Stamp) -> Round:
    """Make a round, or change what is in it while nobody has marked anything that would be lost.

    Its phase is left as it is: `advance` changes that, and looks at the gates first.

    Raises:
        NotOpen: a proposal or a member with marks would leave, or the method would change under marks.
    """
    allow(stamp, Verb.RUN_ROUNDS)
    method_of(round_)
    with database.write(stamp) as writer:
        current = writer.find(Round, round_.id)
        raise_any([*_lost(writer.all(Mark, round=round_.id), current, round_)])
        phase = current.phase if current else RoundPhase.PREPARING
        kept = writer.keep(round_.model_copy(update={"phase": phase}))
        writer.trace("keep_round", round_.id)
    return kept


def advance(database: Database, round_: str, *, to: RoundPhase, seen: int, stamp: Stamp) -> Round:
    """Take a round to another phase, seen at a revision.

    Raises:
        NotOpen: a proposal still waits for the answers to its gates.
    """
    allow(stamp, Verb.RUN_ROUNDS)
    with database.write(stamp) as writer:
        current = writer.get(Round, round_)
        if to is not RoundPhase.PREPARING:
            _none_waiting(writer, current)
        moved = writer.revise(current.model_copy(update={"phase": to, "revision": seen}))
        writer.trace("advance", round_)
    return moved


def _lacking(title: str, method: str, proposals: Sequence[str], members: Sequence[str]) -> Iterator[Lacking]:
    if not title.strip():
        yield Lacking(N_("Write a title."), about="title")
    if not method:
        yield Lacking(N_("Choose a method."), about="method")
    if not proposals:
        yield Lacking(N_("Choose at least one proposal."), about="proposals")
    if not members:
        yield Lacking(N_("Choose at least one member."), about="members")


def _lost(marks: Sequence[Mark], current: Round | None, wanted: Round) -> Iterator[NotOpen]:
    """Yield what cannot be changed since marks would be lost by it, by its field."""
    lost = {
        "proposals": bool({mark.proposal for mark in marks} - set(wanted.proposals)),
        "members": bool({mark.member for mark in marks} - set(wanted.members)),
        "method": bool(marks and current and current.method != wanted.method),
    }
    for field, would_be in lost.items():
        if would_be:
            yield NotOpen(
                N_("Marks are given already. They would be lost if this were changed."), about=field
            )


def _none_waiting(writer: Writer, round_: Round) -> None:
    waiting = [id for id, where in standings(writer, round_).items() if where is Standing.WAITING]
    if waiting:
        raise NotOpen(
            N_("{count} proposals still wait for the formal check. Answer their requirements first."),
            about=waiting[0],
            count=len(waiting),
        )
