"""A round from its making to its end: what is in it, who sits in it, and how far it has come."""

import itertools
from collections.abc import Iterator, Sequence

from portfolio.actions.prioritising.basis import hold
from portfolio.actions.prioritising.contents import unfit
from portfolio.actions.prioritising.packs import freeze
from portfolio.given import WORDLESS, blank, slug, wordless
from portfolio.lookups.aside import let_act
from portfolio.lookups.basis import texts_judged
from portfolio.lookups.departing import departing, unsaid
from portfolio.lookups.judging import method_of, standings
from portfolio.lookups.progress import unfinished
from portfolio.lookups.steps import STEPS, opened
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.people import Stamp, Verb
from portfolio.periods import day_in_norway
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.gates import GateAnswer, Standing
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import (
    NeedsReason,
    NotOpen,
    Round,
    RoundPhase,
    asks_why,
    let_change,
    let_go,
)
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer


class Lacking(Objection):
    """Something a round must have."""


class WouldLoseMarks(Objection):
    """A change of a round by which marks already given would be lost."""


class Recorded(Objection):
    """A proposal that would leave its round, though the council has recommended or KS decided on it there."""


class Promised(Objection):
    """Something the members were told before they wrote, and that therefore stands."""


class Unchecked(Objection):
    """A round that cannot go on, since the gates of a proposal in it wait for their answers."""


def begin_round(
    database: Database,
    *,
    title: str,
    method: str,
    proposals: Sequence[str],
    members: Sequence[str],
    names_shown: bool = False,
    stamp: Stamp,
) -> Round:
    """Make a round that is being prepared, begun on the day it is in Norway.

    Raises:
        Objections: what is lacking, or cannot be in a round, by its field.
    """
    with database.write(stamp, Verb.RUN_ROUNDS) as writer:
        raise_any([*_lacking(title, method, proposals, members)])
        made = Round(
            id=_free(writer, f"runde:{slug(title)}"),
            title=title,
            method=method,
            phase=RoundPhase.PREPARING,
            proposals=tuple(proposals),
            members=tuple(members),
            begun_on=day_in_norway(stamp.at),
            names_shown=names_shown,
        )
        method_of(made)
        raise_any([*unfit(writer, made)])
        raise_any([*_taken(writer, made)])
        begun = writer.keep(made)
        writer.trace("begin_round", made.id)
    return begun


def keep_round(database: Database, round_: Round, *, stamp: Stamp) -> Round:
    """Change what is in a round before its assessment is over, while nothing that is said in it would be lost.

    A proposal that comes into a round that has been opened is held as it stands now.

    Its phase is left as it is: `advance` changes that, and looks at the gates first. So is the day it was begun.

    Raises:
        NotOpen: the assessment is over.
        Promised: whether names are shown would change once the assessment has been open.
        Recorded: a proposal with a recommendation or a decision would leave.
        Forbidden: a proposal would leave, or come in, that the person stands aside from.
        WouldLoseMarks: a proposal or a member with marks would leave, or the method would change under marks.
        Objections: what is lacking, or cannot be in a round, by its field.
        Missing: it is not there; `begin_round` makes one.
    """
    with database.write(stamp, Verb.RUN_ROUNDS) as writer:
        method_of(round_)
        current = writer.get(Round, round_.id)
        let_change(current)
        raise_any([*_lacking(round_.title, round_.method, round_.proposals, round_.members)])
        raise_any([*unfit(writer, round_, before=current)])
        if round_.title != current.title:
            raise_any([*_taken(writer, round_)])
        moved = {*current.proposals} ^ {*round_.proposals}
        let_act(writer, current.id, *moved, person=writer.stamp.person)
        marks = writer.all(Mark, round=round_.id)
        raise_any(
            [
                *_recorded(writer, current, round_),
                *_lost(marks, current, round_),
                *_told(writer, current, round_),
            ]
        )
        stays = {"phase": current.phase, "begun_on": current.begun_on}
        kept = writer.revise(round_.model_copy(update=stays))
        hold(writer, kept)
        writer.trace("keep_round", round_.id)
    return kept


def delete_round(database: Database, round_: str, *, seen: int, answered: int, stamp: Stamp) -> None:
    """Delete a round that is being prepared and has never been open, with the answers and words that are given in it.

    The trail keeps it, and every version of what goes.

    Args:
        answered: how many answers to its gates the person has seen go with it.

    Raises:
        NotOpen: it has been opened for assessment, so it stands.
        Forbidden: the person stands aside from a proposal in it.
        Stale: somebody changed it, or answered gates in it, in between.
    """
    with database.write(stamp, Verb.RUN_ROUNDS) as writer:
        current = writer.get(Round, round_)
        if opened(writer, current):
            raise NotOpen(
                N_(
                    "The round has been opened for assessment, so it stands. Only a round that never was, can be deleted."
                )
            )
        let_act(writer, round_, *current.proposals, person=writer.stamp.person)
        answers = writer.all(GateAnswer, round=round_)
        if (current.revision, len(answers)) != (seen, answered):
            raise _stale(writer, current)
        for answer in answers:
            writer.remove(GateAnswer, answer.id)
        for word in writer.all(Impartiality, round=round_):
            writer.remove(Impartiality, word.id)
        writer.remove(Round, round_)
        writer.trace("delete_round", round_)


def advance(
    database: Database, round_: str, *, to: RoundPhase, seen: int, stamp: Stamp, reason: str = ""
) -> Round:
    """Take a round a step onward or back, seen at a revision. The reason is kept with the trace.

    It holds its proposals as they stand when it opens.

    Raises:
        NeedsReason: the round has been closed for marks, or more, and is opened again; or it goes onward though
            somebody has something left, or something departs from the order or from an absolute requirement
            unexplained; and no reason is given.
        Unchecked: a proposal still waits for the answers to its gates.
        Stale: somebody changed it in between.
        NotAStep: the phase is neither the next nor the one before.
    """
    with database.write(stamp, Verb.RUN_ROUNDS) as writer:
        current = writer.get(Round, round_)
        if to is not RoundPhase.PREPARING:
            _none_waiting(writer, current)
        # Whoever saw the round as it was before is told so, and not that their step is none.
        moved = writer.revise(current.model_copy(update={"phase": to, "revision": seen}))
        let_go(current, to)
        _explained(writer, current, to, reason)
        hold(writer, moved)
        freeze(writer, moved)
        writer.trace(STEPS[current.phase, to], round_, reason=reason)
    return moved


def _lacking(title: str, method: str, proposals: Sequence[str], members: Sequence[str]) -> Iterator[Lacking]:
    if blank(title):
        yield Lacking(N_("Write a title."), about="title")
    elif wordless(title):
        yield Lacking(WORDLESS, about="title")
    if not method:
        yield Lacking(N_("Choose a method."), about="method")
    if not proposals:
        yield Lacking(N_("Choose at least one proposal."), about="proposals")
    if not members:
        yield Lacking(N_("Choose at least one member."), about="members")


def _free(writer: Writer, wanted: str) -> str:
    """Return an id that no round has or has had, so that what the change log tells of a deleted one is of it alone."""
    tried = (wanted if count == 1 else f"{wanted}-{count}" for count in itertools.count(1))
    return next(
        each for each in tried if not (writer.versions(Round, each) or writer.traces(subject=each, most=1))
    )


def _taken(writer: Writer, round_: Round) -> Iterator[Lacking]:
    """Yield that another round has the same title, however its letters and spaces are."""
    others = (each for each in writer.all(Round) if each.id != round_.id)
    if any(_alike(each.title) == _alike(round_.title) for each in others):
        yield Lacking(N_("Another round has this title. Choose another."), about="title")


def _alike(title: str) -> str:
    return "".join(title.casefold().split())


def _stale(writer: Writer, current: Round) -> Stale:
    """Return that a round, or an answer in it, was changed by whoever did so last."""
    subjects = (current.id, *current.proposals)
    acts = ("begin_round", "keep_round", "prepare_again", "answer_gates")
    found = [each for id in subjects for each in writer.traces(subject=id, actions=acts, most=1)]
    by, at = writer.who_and_when(max(found, key=lambda each: each.seq)) if found else ("", None)
    return Stale(current, by=by, at=at)


def _recorded(writer: Writer, current: Round, wanted: Round) -> Iterator[Recorded]:
    """Yield that a proposal would leave of which something is recorded in the round."""
    said = {each.proposal for each in writer.all(Recommendation, round=wanted.id)}
    said |= {each.proposal for each in writer.all(Decision, round=wanted.id)}
    for id, lost in texts_judged(writer, current).items():
        if id not in said or id in wanted.proposals:
            continue
        yield Recorded(
            N_(
                "«{title}» has a recommendation or a decision in this round, so it stays there. Put it back in the list."
            ),
            about="proposals",
            title=lost.title,
        )


def _told(writer: Writer, current: Round, wanted: Round) -> Iterator[Promised]:
    """Yield that whether names are shown would be another than the members have been told."""
    if opened(writer, current) and current.names_shown is not wanted.names_shown:
        yield Promised(
            N_(
                "The members have been told whether their names are shown, so it stands. Choose what stood there."
            ),
            about="names_shown",
        )


def _explained(writer: Writer, round_: Round, to: RoundPhase, reason: str) -> None:
    """See that a step that asks for a reason has one."""
    left = [each for each in departing(writer, round_) if not each.explained]
    asked = asks_why(
        round_,
        to,
        unfinished=len(unfinished(writer, round_)),
        silent=len(unsaid(writer, round_)),
        departing=sum(not each.stopped for each in left),
        stopped=sum(each.stopped for each in left),
    )
    if asked and blank(reason):
        raise NeedsReason.saying(asked, about="reason")


def _lost(marks: Sequence[Mark], current: Round, wanted: Round) -> Iterator[WouldLoseMarks]:
    """Yield what cannot be changed since marks would be lost by it, by its field."""
    lost = {
        "proposals": bool({mark.proposal for mark in marks} - set(wanted.proposals)),
        "members": bool({mark.member for mark in marks} - set(wanted.members)),
        "method": bool(marks and current.method != wanted.method),
    }
    for field, would_be in lost.items():
        if would_be:
            yield WouldLoseMarks(
                N_("Marks are given already. They would be lost if this were changed."), about=field
            )


def _none_waiting(writer: Writer, round_: Round) -> None:
    waiting = [id for id, where in standings(writer, round_).items() if where is Standing.WAITING]
    if waiting:
        raise Unchecked(
            N_("{count} proposals still wait for the formal check. Answer their requirements first."),
            count=len(waiting),
        )
