"""What a round holds of its proposals: each as it is judged, beside what it is now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import REACHED, Stage
from portfolio.given import Given
from portfolio.messages import N_
from portfolio.money import Money, total
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.rounds import NotInRound, Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.reading import Reader

R = TypeVar("R", bound=Given)


@dataclass(frozen=True, slots=True)
class AsJudged:
    """A proposal as a round holds it, and as it stands `now`: the same while the round is prepared.

    `basis` is what the round holds; None while it is prepared and holds nothing yet. `applied` and `promised` have
    come at least so far. `costs_now` are what it costs by now.
    """

    basis: Basis | None
    proposal: Proposal
    costs: tuple[CostLine, ...]
    applied: Money
    promised: Money
    now: Proposal
    costs_now: tuple[CostLine, ...]

    @property
    def upon(self) -> int:
        """The trace after which it is read; 0 where it is read as it stands."""
        return self.basis.seq if self.basis else 0

    @property
    def cost(self) -> Money:
        """What it costs over all years."""
        return total(line.amount for line in self.costs)

    @property
    def phase(self) -> Phase:
        """Where it stands now, whatever it was when it was judged."""
        return self.now.phase

    @property
    def moved(self) -> bool:
        """Whether it is stopped, or stands in another phase than when it was judged."""
        return self.phase is Phase.STOPPED or self.phase is not self.proposal.phase

    @property
    def changed(self) -> bool:
        """Whether its words or its cost are others now; where it stands is told as it is, and what is paid is no change."""
        as_it_is = {"phase": self.phase, "revision": self.now.revision}
        costs, now = (
            {line.year: line.amount for line in lines if line.amount}
            for lines in (self.costs, self.costs_now)
        )
        return self.proposal.model_copy(update=as_it_is) != self.now or costs != now


def bases(reader: Reader, round_: Round) -> Mapping[str, Basis]:
    """Return what a round holds of its proposals, by proposal; nothing of those that are read as they stand."""
    return {each.proposal: each for each in reader.all(Basis, round=round_.id)}


def version_judged(reader: Reader, proposal: str, *, basis: Basis | None) -> int:
    """Return the trace that made the version of a proposal which is judged: the newest, where a round holds none."""
    made = [each.seq for each in reader.versions(Proposal, proposal)]
    return max((seq for seq in made if basis is None or seq <= basis.seq), default=0)


def came_in(reader: Reader, round_: Round) -> Mapping[str, int]:
    """Return the trace by which each proposal last came into a round, but of those that have been there from its first."""
    found: dict[str, int] = {}
    for was, now in pairwise(reader.versions(Round, round_.id)):
        before, after = (set(each.record.proposals) if each.record else set() for each in (was, now))
        found |= dict.fromkeys(after - before, now.seq)
    return {id: seq for id, seq in found.items() if id in round_.proposals}


def texts_judged(reader: Reader, round_: Round, *only: str) -> Mapping[str, Proposal]:
    """Return what each proposal of a round, or only these, says as it is judged, without its money, in the round's order."""
    return _texts(reader, _among(round_, only), bases(reader, round_))


def as_judged(reader: Reader, round_: Round, *only: str) -> Mapping[str, AsJudged]:
    """Return the proposals of a round as they are judged, or only these of them, in the round's order."""
    held = bases(reader, round_)
    texts = _texts(reader, _among(round_, only), held)
    now = {each.id: each for each in reader.all(Proposal, id=list(texts))}
    costs = _of(_read(reader, CostLine, texts, held, by="proposal"))
    touched = [id for id, text in texts.items() if now.get(id, text).revision != text.revision]
    later = _of(reader.all(CostLine, proposal=touched))
    entries = _of(_read(reader, Entry, texts, held, by="proposal"))
    return {
        id: AsJudged(
            basis=held.get(id),
            proposal=text,
            costs=tuple(costs[id]),
            applied=_reached(entries[id], Stage.APPLIED),
            promised=_reached(entries[id], Stage.PROMISED),
            now=now.get(id, text),
            costs_now=tuple(later[id] if id in touched else costs[id]),
        )
        for id, text in texts.items()
    }


def in_round(reader: Reader, round_: Round, proposal: str) -> AsJudged:
    """Return a proposal as it is judged in a round.

    Raises:
        NotInRound: it is not in it.
    """
    found = as_judged(reader, round_, proposal).get(proposal)
    if found is None:
        raise NotInRound(N_("The proposal is not in this round."), about="proposal")
    return found


def _among(round_: Round, only: tuple[str, ...]) -> list[str]:
    return [id for id in round_.proposals if not only or id in only]


def _texts(reader: Reader, ids: Sequence[str], held: Mapping[str, Basis]) -> Mapping[str, Proposal]:
    found = {each.id: each for each in _read(reader, Proposal, ids, held, by="id")}
    return {id: found[id] for id in ids if id in found}


def _read(
    reader: Reader, noun: type[R], ids: Iterable[str], held: Mapping[str, Basis], *, by: str
) -> tuple[R, ...]:
    """Return what belongs to these proposals: as it stood where the round holds a version, as it stands where not."""
    wanted = list(ids)
    stood = reader.each_as_of(noun, {id: held[id].seq for id in wanted if id in held}, by=by)
    return (*stood, *reader.all(noun, **{by: [id for id in wanted if id not in held]}))


def _of(records: Iterable[R]) -> Mapping[str, list[R]]:
    own: dict[str, list[R]] = defaultdict(list)
    for each in records:
        own[getattr(each, "proposal")].append(each)  # noqa: B009
    return own


def _reached(entries: Iterable[Entry], stage: Stage) -> Money:
    return total(each.amount for each in entries if each.stage in REACHED[stage])
