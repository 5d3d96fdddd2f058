"""One proposal as a council member marks it."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.lookups.basis import AsJudged, in_round
from portfolio.money import Money
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.marks import Mark
from portfolio.proposals.proposal import Proposal
from portfolio.reports.changes import Changed, since, since_marked
from portfolio.reports.prioritising.impartiality import stands_aside
from portfolio.reports.prioritising.seeing import seen
from portfolio.reports.proposals.names import names
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProposalMarks:
    """One proposal as a member marks it: the text, the money, the gates, and the member's own marks.

    `names` are of all that the proposal names, by id. `since_marked` is how the round's version is another than the one the
    member marked, and `since` how the proposal is another by now; None where they are the same.
    """

    held: AsJudged
    names: Mapping[str, str]
    answers: tuple[GateAnswer, ...]
    marks: Mapping[str, Mark]
    since_marked: Changed | None
    since: Changed | None

    @property
    def proposal(self) -> Proposal:
        """The proposal as the round holds it."""
        return self.held.proposal

    @property
    def costs(self) -> tuple[tuple[int, Money], ...]:
        """What it costs each year, the first year first."""
        return tuple(sorted((line.year, line.amount) for line in self.held.costs))

    @property
    def cost(self) -> Money:
        """What it costs over all years."""
        return self.held.cost


def proposal_marks(reader: Reader, round_id: str, proposal_id: str, *, member: Person) -> ProposalMarks:
    """Return one proposal as the member marks it, without the gates where they stand aside. Others' marks are not in it."""
    held = in_round(reader, seen(reader, round_id, viewer=member), proposal_id)
    own = reader.all(Mark, round=round_id, proposal=proposal_id, member=member.id)
    aside = stands_aside(reader, round_id, proposal_id, viewer=member)
    before = max((mark.upon for mark in own if mark.upon != held.upon), default=None)
    return ProposalMarks(
        held=held,
        names=names(reader, held.proposal),
        answers=() if aside else reader.all(GateAnswer, round=round_id, proposal=proposal_id),
        marks={mark.criterion: mark for mark in own},
        since_marked=since_marked(reader, held, upon=before) if before is not None else None,
        since=since(reader, held),
    )
