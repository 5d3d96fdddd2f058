"""How a proposal has changed since a round took it in, and which rounds hold another version than the one that stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from portfolio.lookups.basis import AsJudged, as_judged, bases, in_round, version_judged
from portfolio.messages import N_, Message
from portfolio.money import NOTHING, Money
from portfolio.periods import day_in_norway
from portfolio.prioritising.basis import Basis, Held, basis_id
from portfolio.prioritising.rounds import Round, RoundPhase, newest_first
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.differing import Difference, differences
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Changed:
    """How a proposal has changed from one version to another: who made the last of it and when, and what differs."""

    by: str
    at: datetime | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A round that judges a proposal, and holds the version that was made on a day."""

    round: Round
    version_of: date | None


def since(reader: Reader, held: AsJudged) -> Changed | None:
    """Return how a proposal is another now than the round holds it; None where neither its words nor its cost is.

    Where it stands now is not in it, since that is shown as it is, beside the version.
    """
    if not held.changed:
        return None
    was = held.proposal.model_copy(update={"phase": held.phase})
    told = (*differences(reader, was, held.now), *_costs(held.costs, held.costs_now))
    by, at = _made(reader, version_judged(reader, held.proposal.id, basis=None))
    return Changed(by, at, told)


def changed(reader: Reader, round_id: str, proposals: Collection[str]) -> Mapping[str, Changed]:
    """Return how these proposals of a round are others now than the round holds them; only those that are."""
    found = as_judged(reader, reader.get(Round, round_id), *proposals) if proposals else {}
    told = {id: since(reader, held) for id, held in found.items()}
    return {id: each for id, each in told.items() if each}


def since_marked(reader: Reader, held: AsJudged, *, upon: int) -> Changed:
    """Return how the version that a round holds is another than the one that somebody marked before."""
    id = held.proposal.id
    texts = {each.id: each for each in reader.each_as_of(Proposal, {id: upon})}
    told = differences(reader, texts[id], held.proposal) if id in texts else ()
    costs = _costs(reader.each_as_of(CostLine, {id: upon}, by="proposal"), held.costs)
    by, at = _made(reader, version_judged(reader, id, basis=held.basis))
    return Changed(by, at, (*told, *costs))


def since_read(reader: Reader, round_id: str, *, seen: int) -> Mapping[str, Changed]:
    """Return how what a round holds is another than when somebody read it (`Held.revision`), by proposal.

    What has come into the round since is not among it: all of it is new.
    """
    round_ = reader.get(Round, round_id)
    moved = Held(bases=tuple(bases(reader, round_).values())).since(seen)
    before = {each.proposal: _before(reader, each, seen) for each in moved}
    found = as_judged(reader, round_, *before) if before else {}
    return {
        id: since_marked(reader, held, upon=was)
        for id, held in found.items()
        if (was := before[id]) is not None
    }


def since_begun(reader: Reader, round_id: str, proposal: str, *, began: int) -> Changed | None:
    """Return how the version that a round holds is another than when somebody began on it (`Basis.revision`).

    None where it is the same, or where the round held nothing of the proposal then.
    """
    held = in_round(reader, reader.get(Round, round_id), proposal)
    kept = [each.record for each in reader.versions(Basis, basis_id(round_id, proposal)) if each.record]
    then = [each.seq for each in kept if each.revision == began]
    return since_marked(reader, held, upon=then[-1]) if then and then[-1] != held.upon else None


def judged_in(reader: Reader, proposal: str) -> tuple[Elsewhere, ...]:
    """Return the rounds that hold a version of a proposal, the newest first; not those that are being prepared."""
    held = {each.round: each for each in reader.all(Basis, proposal=proposal)}
    return tuple(
        Elsewhere(each, _day(reader, held[each.id]))
        for each in newest_first(reader.all(Round, id=list(held)))
        if each.phase is not RoundPhase.PREPARING
    )


def judged_among(reader: Reader, references: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the references of proposals, among these, that each round holds a version of, by the round's title."""
    proposals = {each.id: each.reference for each in reader.all(Proposal, reference=list(references))}
    held = reader.all(Basis, proposal=list(proposals))
    return {
        round_.title: tuple(sorted(proposals[each.proposal] for each in held if each.round == round_.id))
        for round_ in newest_first(reader.all(Round, id={each.round for each in held}))
        if round_.phase is not RoundPhase.PREPARING
    }


def _before(reader: Reader, basis: Basis, seen: int) -> int | None:
    """Return what a round held of a proposal when somebody read it; None where it held nothing."""
    kept = [each.record.seq for each in reader.versions(Basis, basis.id) if each.record]
    return max((seq for seq in kept if seq <= seen), default=None)


def _day(reader: Reader, basis: Basis) -> date | None:
    """Return the day of the version that a round holds."""
    _, at = _made(reader, version_judged(reader, basis.proposal, basis=basis))
    return day_in_norway(at) if at else None


def _made(reader: Reader, seq: int) -> tuple[str, datetime | None]:
    """Return who left a trace, and when."""
    found = reader.traces(before=seq + 1, most=1)
    return reader.who_and_when(found[0]) if found else ("", None)


def _costs(was: Collection[CostLine], now: Collection[CostLine]) -> Iterator[Difference]:
    before, after = ({line.year: line.amount for line in lines} for lines in (was, now))
    for year in sorted(before.keys() | after.keys()):
        amounts: tuple[Money, Money] = (before.get(year, NOTHING), after.get(year, NOTHING))
        if amounts[0] != amounts[1]:
            yield Difference(Message(N_("Cost in {year}"), {"year": str(year)}), *amounts)
