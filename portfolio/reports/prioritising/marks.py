"""One proposal as a council member marks it."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.money import Money, total
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.marks import Mark
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.names import names
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProposalMarks:
    """One proposal as a member marks it: the text, the money, the gates, and the member's own marks.

    `names` are of all that the proposal names, by id.
    """

    proposal: Proposal
    names: Mapping[str, str]
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
    own = reader.all(Mark, round=round_id, proposal=proposal_id, member=member.id)
    return ProposalMarks(
        proposal=proposal,
        names=names(reader, proposal),
        costs=tuple(sorted((line.year, line.amount) for line in reader.all(CostLine, proposal=proposal_id))),
        answers=reader.all(GateAnswer, round=round_id, proposal=proposal_id),
        marks={mark.criterion: mark for mark in own},
    )
