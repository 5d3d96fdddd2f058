"""The proposals: a list that can be searched and turned page by page, and one proposal whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals import CostLine, Phase, Proposal, unready
from portfolio.reports.benefits import BenefitRow, benefits
from portfolio.reports.funding import ProjectYear, funding
from portfolio.store.database import Reading


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal in the list."""

    id: str
    reference: str
    title: str
    owner: str
    phase: Phase
    cost: Money
    statutory: bool
    example: bool


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One page of the list: `count` is how many there are that fit, `pages` how many pages they fill."""

    rows: tuple[ProposalRow, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class InRound:
    """What a round has said of a proposal."""

    round: Round
    recommendation: Recommendation | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class ProposalStory:
    """One proposal whole: text, money, rounds, benefits, and what it lacks."""

    proposal: Proposal
    owner: str
    owner_person: str
    partners: tuple[str, ...]
    costs: Mapping[int, Money]
    years: tuple[ProjectYear, ...]
    rounds: tuple[InRound, ...]
    benefits: tuple[BenefitRow, ...]
    lacks: tuple[Objection, ...]


def proposals(
    reading: Reading,
    *,
    search: str = "",
    phase: Phase | None = None,
    owner: str | None = None,
    page: int = 1,
    size: int = 25,
) -> ProposalPage:
    """Return one page of the proposals that fit, in order of reference.

    `search` looks for every word in the reference, title, summary and owner, in any letter case.
    """
    names = {each.id: each.name for each in reading.all(Party)}
    costs: dict[str, int] = {}
    for line in reading.all(CostLine):
        costs[line.proposal] = costs.get(line.proposal, 0) + line.amount.ore
    wanted = search.casefold().split()
    fitting = [
        each
        for each in sorted(reading.all(Proposal), key=lambda each: each.reference)
        if (phase is None or each.phase is phase)
        and (owner is None or each.owner_person == owner)
        and _holds(each, names.get(each.owner_party, ""), wanted)
    ]
    pages = max(1, -(-len(fitting) // size))
    shown = min(max(page, 1), pages)
    return ProposalPage(
        rows=tuple(
            ProposalRow(
                id=each.id,
                reference=each.reference,
                title=each.title,
                owner=names.get(each.owner_party, ""),
                phase=each.phase,
                cost=Money(costs.get(each.id, 0)),
                statutory=bool(each.statutory),
                example=each.example,
            )
            for each in fitting[(shown - 1) * size : shown * size]
        ),
        count=len(fitting),
        page=shown,
        pages=pages,
    )


def proposal_story(reading: Reading, id: str, *, on: date) -> ProposalStory:
    """Return one proposal with all that is known of it."""
    proposal = reading.get(Proposal, id)
    involved = reading.all(Party, id=[proposal.owner_party, *proposal.partners])
    names = {each.id: each.name for each in involved}
    person = reading.find(Person, proposal.owner_person) if proposal.owner_person else None
    costs = reading.all(CostLine, proposal=id)
    return ProposalStory(
        proposal=proposal,
        owner=names.get(proposal.owner_party, ""),
        owner_person=person.name if person else "",
        partners=tuple(names[each] for each in proposal.partners if each in names),
        costs={line.year: line.amount for line in costs},
        years=funding(reading, proposal=id).projects,
        rounds=_rounds(reading, id),
        benefits=benefits(reading, on=on, proposal=id).benefits,
        lacks=unready(proposal, costs),
    )


def _rounds(reading: Reading, id: str) -> tuple[InRound, ...]:
    words = {each.round: each for each in reading.all(Recommendation, proposal=id)}
    decisions = {each.round: each for each in reading.all(Decision, proposal=id)}
    return tuple(
        InRound(each, words.get(each.id), decisions.get(each.id))
        for each in reading.all(Round)
        if id in each.proposals
    )


def _holds(proposal: Proposal, owner: str, wanted: list[str]) -> bool:
    text = f"{proposal.reference} {proposal.title} {proposal.summary} {owner}".casefold()
    return all(word in text for word in wanted)
