"""A council member's work in a round: the queue, and one proposal at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.lookups.judging import method_of, standings
from portfolio.money import Money, total
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer, Standing
from portfolio.prioritising.impartiality import Impartiality, Interest, suggested
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.seeing import Progress, progress
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Tie:
    """A proposal as it stands in the list where a member says which to stand aside from."""

    proposal: Proposal
    owner: str
    said: bool
    interest: Interest | None
    suggested: Interest | None


@dataclass(frozen=True, slots=True)
class Queue:
    """A member's queue. `standings` says of every proposal in the round whether it is to be marked."""

    round: Round
    method: Method
    progress: Progress
    ties: tuple[Tie, ...]
    standings: Mapping[str, Standing]

    @property
    def mine(self) -> tuple[str, ...]:
        """What the member is to mark, in the round's order."""
        wanted = {*self.progress.done, *self.progress.left}
        return tuple(id for id in self.round.proposals if id in wanted)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One proposal as a member marks it: the text, the money, the gates, and the member's own marks."""

    proposal: Proposal
    owner: str
    partners: tuple[str, ...]
    costs: tuple[tuple[int, Money], ...]
    answers: tuple[GateAnswer, ...]
    marks: Mapping[str, Mark]

    @property
    def cost(self) -> Money:
        """What it costs over all years."""
        return total(amount for _, amount in self.costs)


def queue(reader: Reader, round_id: str, *, member: Person) -> Queue:
    """Return the member's queue in a round."""
    round_ = reader.get(Round, round_id)
    proposals = {each.id: each for each in reader.all(Proposal, id=round_.proposals)}
    owners = {each.owner_party for each in proposals.values()}
    names = {each.id: each.name for each in reader.all(Party, id=owners)}
    words = {each.proposal: each for each in reader.all(Impartiality, round=round_id, member=member.id)}
    return Queue(
        round=round_,
        method=method_of(round_),
        progress=progress(reader, round_, member=member.id),
        ties=tuple(
            Tie(
                proposal=proposals[id],
                owner=names.get(proposals[id].owner_party, ""),
                said=id in words,
                interest=words[id].interest if id in words else None,
                suggested=suggested(member, proposals[id]),
            )
            for id in round_.proposals
        ),
        standings=standings(reader, round_),
    )


def sheet(reader: Reader, round_id: str, proposal_id: str, *, member: Person) -> Sheet:
    """Return one proposal as the member marks it. Others' marks are not in it."""
    proposal = reader.get(Proposal, proposal_id)
    involved = reader.all(Party, id=[proposal.owner_party, *proposal.partners])
    names = {each.id: each.name for each in involved}
    own = reader.all(Mark, round=round_id, proposal=proposal_id, member=member.id)
    return Sheet(
        proposal=proposal,
        owner=names.get(proposal.owner_party, ""),
        partners=tuple(names[id] for id in proposal.partners if id in names),
        costs=tuple(sorted((line.year, line.amount) for line in reader.all(CostLine, proposal=proposal_id))),
        answers=reader.all(GateAnswer, round=round_id, proposal=proposal_id),
        marks={mark.criterion: mark for mark in own},
    )
