"""One proposal as a council member marks it."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.money import Money, total
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.marks import Mark
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProposalMarks:
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


def proposal_marks(reader: Reader, round_id: str, proposal_id: str, *, member: Person) -> ProposalMarks:
    """Return one proposal as the member marks it. Others' marks are not in it."""
    proposal = reader.get(Proposal, proposal_id)
    involved = reader.all(Party, id=[proposal.owner_party, *proposal.partners])
    names = {each.id: each.name for each in involved}
    own = reader.all(Mark, round=round_id, proposal=proposal_id, member=member.id)
    return ProposalMarks(
        proposal=proposal,
        owner=names.get(proposal.owner_party, ""),
        partners=tuple(names[id] for id in proposal.partners if id in names),
        costs=tuple(sorted((line.year, line.amount) for line in reader.all(CostLine, proposal=proposal_id))),
        answers=reader.all(GateAnswer, round=round_id, proposal=proposal_id),
        marks={mark.criterion: mark for mark in own},
    )
