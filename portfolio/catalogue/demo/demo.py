"""The example portfolio whole: invented people, projects, money and benefits, as the real records."""

from dataclasses import dataclass
from functools import cache

from portfolio.catalogue.demo import funding, people, prioritising, proposals, realising
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything in the example portfolio. `parties` are those it adds to the register; store them first."""

    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    proposals: tuple[Proposal, ...]
    costs: tuple[CostLine, ...]
    rounds: tuple[Round, ...]
    gate_answers: tuple[GateAnswer, ...]
    impartiality: tuple[Impartiality, ...]
    marks: tuple[Mark, ...]
    recommendations: tuple[Recommendation, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[Entry, ...]
    sharings: tuple[Sharing, ...]
    benefits: tuple[Benefit, ...]
    readings: tuple[Reading, ...]
    releases: tuple[Release, ...]


@cache
def demo() -> Demo:
    """Return the example portfolio, read and validated once."""
    everybody = people.people()
    return Demo(
        people=everybody,
        parties=people.parties(),
        proposals=proposals.proposals(),
        costs=proposals.costs(),
        rounds=prioritising.rounds(everybody),
        gate_answers=prioritising.gate_answers(),
        impartiality=prioritising.impartiality(),
        marks=prioritising.marks(),
        recommendations=prioritising.recommendations(),
        decisions=prioritising.decisions(),
        entries=funding.entries(),
        sharings=funding.sharings(),
        benefits=realising.benefits(),
        readings=realising.readings(),
        releases=realising.releases(),
    )
