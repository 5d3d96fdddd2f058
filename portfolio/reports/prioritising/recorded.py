"""What is recorded on one proposal in a round: the council's recommendation, and KS's decision."""

from dataclasses import dataclass

from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, decision_id
from portfolio.prioritising.recommendations import Recommendation, recommendation_id
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded on one proposal in a round, each with the revision it is seen at."""

    recommendation: Recommendation | None
    decision: Decision | None


def recorded(reader: Reader, round_id: str, proposal_id: str, *, viewer: Person) -> Recorded:
    """Return what is recorded on one proposal in a round."""
    seen(reader, round_id, viewer=viewer)
    return Recorded(
        recommendation=reader.find(Recommendation, recommendation_id(round_id, proposal_id)),
        decision=reader.find(Decision, decision_id(round_id, proposal_id)),
    )
