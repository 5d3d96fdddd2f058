"""One project whole: its proposal, its money, its rounds and its benefits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.lookups.basis import in_round
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.proposals.readiness import unready
from portfolio.reports.changes import Changed, Elsewhere, judged_in, since
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.project_years import ProjectYear
from portfolio.reports.prioritising.impartiality import stands_aside
from portfolio.reports.prioritising.recorded import Recorded, recorded
from portfolio.reports.proposals.names import names
from portfolio.reports.realising.benefits import benefits
from portfolio.reports.realising.rows import BenefitRow
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class InRound:
    """What a round has said of a proposal, and how the proposal is another now than the round holds it.

    Somebody who stands aside from it there is told neither.
    """

    round: Round
    since: Changed | None
    recorded: Recorded


@dataclass(frozen=True, slots=True)
class ProposalStory:
    """One proposal whole: text, money, rounds, benefits, and what it lacks. `names` are of all it names, by id."""

    proposal: Proposal
    names: Mapping[str, str]
    costs: Mapping[int, Money]
    years: tuple[ProjectYear, ...]
    rounds: tuple[InRound, ...]
    judged_in: tuple[Elsewhere, ...]
    benefits: tuple[BenefitRow, ...]
    lacks: tuple[Objection, ...]


def proposal_story(reader: Reader, id: str, *, viewer: Person, on: date) -> ProposalStory:
    """Return one proposal with all that the viewer may know of it."""
    proposal = reader.get(Proposal, id)
    costs = reader.all(CostLine, proposal=id)
    return ProposalStory(
        proposal=proposal,
        names=names(reader, proposal),
        costs={line.year: line.amount for line in costs},
        years=covering(reader, proposal=id).rows,
        rounds=tuple(_rounds(reader, id, viewer)),
        judged_in=judged_in(reader, id),
        benefits=benefits(reader, on=on, proposal=id).benefits,
        lacks=unready(proposal, costs),
    )


def _rounds(reader: Reader, id: str, viewer: Person) -> Iterator[InRound]:
    for each in reader.all(Round):
        if id in each.proposals and each.seen_by(viewer):
            aside = stands_aside(reader, each.id, id, viewer=viewer)
            yield InRound(
                round=each,
                since=None if aside else since(reader, in_round(reader, each, id)),
                recorded=recorded(reader, each.id, id, viewer=viewer),
            )
