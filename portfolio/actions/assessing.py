"""A member's work in a round: who stands aside from what, and the marks."""

from collections.abc import Mapping

from portfolio.judging import method_of, standings
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.people import Stamp, Verb, allow
from portfolio.prioritising.assessments import (
    Mark,
    NotAnswered,
    mark_id,
    off_scale,
    unmarked,
)
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality, Interest, impartiality_id
from portfolio.prioritising.rounds import Round
from portfolio.proposals import Proposal
from portfolio.store.database import Database, Writing


class NotOpen(Objection):
    """The round is not in the phase where this is done."""


class NotYours(Objection):
    """A proposal or a round that the person is not to mark."""


def declare(
    database: Database,
    round_: str,
    *,
    interests: Mapping[str, Interest | None],
    stamp: Stamp,
) -> None:
    """Confirm, for the whole list, which proposals the member stands aside from and why.

    Marks already given on a proposal that the member now stands aside from are taken away.

    Raises:
        NotAnswered: a proposal in the round has no word.
        NotYours: the person is not a member of the round.
    """
    allow(stamp, Verb.ASSESS)
    with database.write(stamp) as writing:
        current = _open(writing, round_, stamp)
        missing = [each for each in current.proposals if each not in interests]
        if missing:
            raise NotAnswered(
                N_("Say for every proposal whether you are impartial. {count} are left."),
                about=missing[0],
                count=len(missing),
            )
        for proposal in current.proposals:
            _declare_one(writing, current, proposal, interests[proposal])
        writing.trace("declare", round_)


def assess(
    database: Database,
    round_: str,
    proposal: str,
    *,
    marks: Mapping[str, int | None],
    reasons: Mapping[str, str],
    stamp: Stamp,
) -> None:
    """Record a member's whole assessment of a proposal: a mark or «don't know» on every criterion.

    Raises:
        NotOpen: the round does not take marks now.
        NotYours: the member has not confirmed impartiality, stands aside, or is not to mark this one.
        OutsideTheScale, NotAnswered: what is wrong, one objection a criterion.
    """
    allow(stamp, Verb.ASSESS)
    with database.write(stamp) as writing:
        current = _open(writing, round_, stamp)
        _may_mark(writing, current, proposal, stamp)
        method = method_of(current)
        raise_any([*off_scale(method, marks), *unmarked(method, marks)])
        for criterion in method.criteria:
            _put(
                writing,
                Mark(
                    id=mark_id(round_, proposal, stamp.person.id, criterion.key),
                    round=round_,
                    proposal=proposal,
                    member=stamp.person.id,
                    criterion=criterion.key,
                    mark=marks[criterion.key],
                    reason=reasons.get(criterion.key, ""),
                ),
            )
        writing.trace("assess", proposal)


def _open(writing: Writing, round_: str, stamp: Stamp) -> Round:
    current = writing.get(Round, round_)
    if stamp.person.id not in current.members:
        raise NotYours(N_("You are not among the members who assess in this round."))
    if not current.open_for_marks:
        raise NotOpen(N_("The round is not open for assessment now."))
    return current


def _may_mark(writing: Writing, round_: Round, proposal: str, stamp: Stamp) -> None:
    words = {
        word.proposal: word for word in writing.all(Impartiality, round=round_.id, member=stamp.person.id)
    }
    if proposal not in words:
        raise NotYours(N_("Confirm first, for the whole list, which proposals you stand aside from."))
    if words[proposal].interest is not None:
        raise NotYours(N_("You stand aside from this proposal, so you give it no marks."))
    if standings(writing, round_).get(proposal) is not Standing.READY:
        raise NotYours(N_("This proposal is not ready for marks. The secretariat checks it first."))


def _declare_one(writing: Writing, round_: Round, proposal: str, interest: Interest | None) -> None:
    member = writing.stamp.person.id
    writing.get(Proposal, proposal)
    _put(
        writing,
        Impartiality(
            id=impartiality_id(round_.id, proposal, member),
            round=round_.id,
            proposal=proposal,
            member=member,
            interest=interest,
        ),
    )
    if interest is not None:
        for mark in writing.all(Mark, round=round_.id, proposal=proposal, member=member):
            writing.remove(Mark, mark.id)


def _put(writing: Writing, record: Impartiality | Mark) -> None:
    """Keep a person's own word: there is one row a word, and the newest word holds."""
    current = writing.find(type(record), record.id)
    seen = current.revision if current else record.revision
    writing.keep(record.model_copy(update={"revision": seen}))
