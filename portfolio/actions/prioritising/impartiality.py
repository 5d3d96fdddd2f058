"""Who stands aside from what: a member's word on every proposal in a round."""

from collections.abc import Mapping

from portfolio.lookups.basis import bases
from portfolio.messages import N_
from portfolio.people import Stamp, Verb
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.impartiality import Impartiality, Interest, impartiality_id
from portfolio.prioritising.marks import Mark, NotAnswered
from portfolio.prioritising.rounds import Round, let_assess, let_be_in
from portfolio.store.database import Database
from portfolio.store.writing import Writer


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
        NotInRound: one that has is not in it.
        NotYours: the person is not a member of the round.
        NotOpen: the round does not take marks now.
    """
    with database.write(stamp, Verb.ASSESS) as writer:
        current = writer.get(Round, round_)
        let_assess(current, writer.stamp.person.id)
        _whole(current, interests)
        for proposal in interests:
            let_be_in(current, proposal)
        for held in bases(writer, current).values():
            _declare_one(writer, held, interests[held.proposal])
        writer.trace("declare", round_)


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
