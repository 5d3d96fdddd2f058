"""What is recorded on one proposal in a round: the council's recommendation, and KS's decision."""

from dataclasses import dataclass

from portfolio.lookups.aside import may_recommend
from portfolio.lookups.steps import from_before
from portfolio.lookups.untold import untold
from portfolio.messages import Message
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, decision_id
from portfolio.prioritising.recommendations import Recommendation, recommendation_id
from portfolio.reports.prioritising.seeing import seen
from portfolio.reports.prioritising.steps import StepRow, changes
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded on one proposal in a round, each with the revision it is seen at, and why it was changed.

    There is nothing in it but why, where it is `untold`: to whoever stands aside from the proposal, and to all while marks can
    change.
    `may` is whether the viewer may write the council's word on it.
    `earlier` is whether the recommendation is from before the round was last opened again.
    """

    recommendation: Recommendation | None
    decision: Decision | None
    untold: Message | None = None
    may: bool = False
    earlier: bool = False
    changed: tuple[StepRow, ...] = ()


def recorded(reader: Reader, round_id: str, proposal_id: str, *, viewer: Person) -> Recorded:
    """Return what is recorded on one proposal in a round."""
    round_ = seen(reader, round_id, viewer=viewer)
    why = untold(reader, round_, proposal_id, viewer=viewer)
    if why:
        return Recorded(None, None, untold=why)
    recommendation = reader.find(Recommendation, recommendation_id(round_id, proposal_id))
    return Recorded(
        recommendation=recommendation,
        decision=reader.find(Decision, decision_id(round_id, proposal_id)),
        may=proposal_id in may_recommend(reader, round_, proposal_id, person=viewer),
        earlier=recommendation is not None and from_before(reader, recommendation),
        changed=changes(reader, round_, proposal_id),
    )
