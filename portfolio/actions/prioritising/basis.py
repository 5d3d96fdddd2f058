"""What a round holds of its proposals: made when it opens, and moved only when a new version is taken in."""

from collections.abc import Iterable, Iterator

from portfolio.lookups.aside import let_act
from portfolio.lookups.basis import bases, in_round
from portfolio.messages import N_
from portfolio.people import Stamp, Verb
from portfolio.prioritising.basis import Basis, basis_id
from portfolio.prioritising.rounds import NotInRound, NotOpen, Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer


def hold(writer: Writer, round_: Round) -> None:
    """See that a round holds its proposals as they stand now, but those that it holds already as it holds them.

    While it is prepared it takes none, since its proposals are then read as they stand. What has left it is let go of.
    """
    held = bases(writer, round_)
    for gone in held.keys() - set(round_.proposals):
        writer.remove(Basis, held[gone].id)
    fresh = [id for id in round_.proposals if id not in held]
    if round_.phase is not RoundPhase.PREPARING:
        writer.add(*(_anew(writer, each) for each in starting(round_.id, fresh, seq=writer.head().seq)))


def starting(round_: str, proposals: Iterable[str], *, seq: int) -> Iterator[Basis]:
    """Yield that a round holds each of these proposals as it stood after a trace."""
    for each in proposals:
        yield Basis(id=basis_id(round_, each), round=round_, proposal=each, seq=seq)


def unmoved(writer: Writer, round_: Round, proposal: str, *, seen: int | None) -> Basis:
    """Return what a round holds of a proposal, if it still is what was seen.

    Raises:
        Stale: the round has taken in another version since.
    """
    held = bases(writer, round_)[proposal]
    if seen not in (None, held.revision):
        traces = [each for each in writer.traces(subject=proposal) if each.action == "take_in"]
        by, at = writer.who_and_when(traces[0]) if traces else ("", None)
        raise Stale(held, by=by, at=at)
    return held


def take_in(
    database: Database, round_: str, proposal: str, *, seen: int, stamp: Stamp, read: int | None = None
) -> Basis:
    """Let a round judge a proposal as it stands now. Marks given on the version before ask to be confirmed.

    Args:
        seen: the revision of what the round held, as whoever takes it in saw it.
        read: the revision of the proposal that they saw the round would judge, where they saw one.

    Raises:
        NotOpen: the assessment is over, so the round keeps what it judged.
        NotInRound: the round holds no version of it.
        Forbidden: the person stands aside from it.
        Stale: somebody took one in in between, or changed the proposal.
    """
    with database.write(stamp, Verb.RUN_ROUNDS) as writer:
        current = writer.get(Round, round_)
        if not current.open_for_gates:
            raise NotOpen(
                N_(
                    "The assessment is over, so the round keeps the version it judged. It can take in no other."
                )
            )
        held = bases(writer, current).get(proposal)
        if held is None:
            raise NotInRound(N_("The round holds no version of this proposal."), about="proposal")
        let_act(writer, round_, proposal, person=writer.stamp.person)
        _as_read(writer, in_round(writer, current, proposal).now, read=read)
        moved = writer.revise(
            held.model_copy(update={"seq": writer.head().seq, "revision": seen}), always=True
        )
        writer.trace("take_in", proposal)
    return moved


def _as_read(writer: Writer, now: Proposal, *, read: int | None) -> None:
    if read not in (None, now.revision):
        last = writer.last_version(Proposal, now.id)
        by, at = writer.who_and_when(writer.numbered([last.seq])[last.seq]) if last else ("", None)
        raise Stale(now, by=by, at=at)


def _anew(writer: Writer, basis: Basis) -> Basis:
    """Return it at a revision that none before it has had, so that whoever began before it was let go of is told."""
    return basis.model_copy(update={"revision": len(writer.versions(Basis, basis.id)) + 1})
