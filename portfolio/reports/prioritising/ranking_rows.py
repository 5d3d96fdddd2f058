"""The rows of a ranking: what is known of each proposal in a round, and what its points consist of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from portfolio.given import InLanguages
from portfolio.lookups.basis import AsJudged, as_judged
from portfolio.lookups.judging import gate_answers, standings
from portfolio.lookups.steps import earlier
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.parties import Party
from portfolio.prioritising.decisions import Decision, Resolution, follows
from portfolio.prioritising.disagreement import Agreement, agreement, disagreement
from portfolio.prioritising.explanation import because
from portfolio.prioritising.gates import GateAnswer, Standing, stopped_by
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import FEW, Placed, Ranking
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.reading import Reader

CHANGED = N_("Changed after the round opened")
"""What is said of a proposal whose words or cost are others now than the round holds them."""
EARLIER = N_("Recommended before the round was opened again")
"""What is said of a recommendation that nobody has recorded anew since."""
OTHERWISE = N_("Otherwise than the council recommended")
"""What is said of a decision that does not follow the recommendation."""
DECIMALS = 2
"""Decimals of means, terms and disagreement: fine enough for one mark of one member to show in them."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """What one criterion contributes to one proposal's points."""

    proposal: str
    reference: str
    title: str
    criterion: InLanguages
    mean: Decimal
    weight: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One proposal in the round. Without a `place` it stands outside the order, and `standing` says why.

    All is as it was judged, but `phase`, where it stands now; `moved` is whether that is another, or it is stopped.
    """

    proposal: str
    reference: str
    title: str
    owner: str
    standing: Standing
    place: int | None
    points: Decimal | None
    coverage: Fraction
    disagreement: Decimal | None
    why: Message | str
    stopped_by: tuple[InLanguages, ...]
    statutory: str
    cost: Money
    applied: Money
    promised: Money
    phase: Phase
    moved: bool
    since: Message | str
    outcome: Outcome | None
    conditions: str
    reason: str
    earlier: Message | str
    decision: Resolution | None
    decided_in: str
    decided_on: date | None
    decision_note: str
    otherwise: Message | str
    terms: tuple[TermRow, ...]

    @property
    def few_answers(self) -> bool:
        """Whether the place rests on few of the answers that were expected."""
        return self.coverage < FEW

    @property
    def agreement(self) -> Agreement | None:
        """Whether the members agree, by the disagreement as it is shown; None where too few marks can say."""
        return None if self.disagreement is None else agreement(self.disagreement)


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A proposal that the viewer stands aside from, of which nothing but its title is shown in the round."""

    proposal: str
    reference: str
    title: str

    @property
    def said(self) -> Message:
        """What is said in the place of all else."""
        return Message(
            N_("You stand aside from {reference} {title}. What is shown here is without it, the places too."),
            {"reference": self.reference, "title": self.title},
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows of a round are made from, by proposal, read once, and which the viewer stands `aside` from."""

    method: Method
    standings: Mapping[str, Standing]
    proposals: Mapping[str, AsJudged]
    owners: Mapping[str, str]
    answers: Mapping[str, Sequence[GateAnswer]]
    recommendations: Mapping[str, Recommendation]
    earlier: frozenset[str]
    decisions: Mapping[str, Decision]
    aside: frozenset[str]


def known(reader: Reader, round_: Round, method: Method, *, aside: frozenset[str] = frozenset()) -> Known:
    """Return what is known of a round's proposals."""
    found = as_judged(reader, round_)
    owners = {each.proposal.owner_party for each in found.values()}
    return Known(
        method=method,
        standings=standings(reader, round_),
        proposals=found,
        owners={each.id: each.name for each in reader.all(Party, id=owners)},
        answers=gate_answers(reader, round_),
        recommendations={each.proposal: each for each in reader.all(Recommendation, round=round_.id)},
        earlier=earlier(reader, round_.id),
        decisions={each.proposal: each for each in reader.all(Decision, round=round_.id)},
        aside=aside,
    )


def ranked(found: Known, order: Ranking) -> tuple[RankedRow, ...]:
    """Return the placed proposals, each with why it stands before the next."""
    following: Sequence[Placed | None] = (*order.placed, None)[1:]
    return tuple(
        _row(
            found,
            placed.judged.proposal,
            placed=placed,
            why=because(found.method, placed, below) if below else "",
        )
        for placed, below in zip(order.placed, following, strict=True)
    )


def outside(found: Known, order: Ranking) -> tuple[RankedRow, ...]:
    """Return the proposals without a place, in the round's order."""
    placed = {each.judged.proposal for each in order.placed} | found.aside
    return tuple(_row(found, id, placed=None, why="") for id in found.standings if id not in placed)


def aside_rows(found: Known) -> tuple[AsideRow, ...]:
    """Return the proposals that the viewer stands aside from, in the round's order: their titles, and no more."""
    return tuple(
        AsideRow(id, held.proposal.reference, held.proposal.title)
        for id, held in found.proposals.items()
        if id in found.aside
    )


def _row(found: Known, id: str, *, placed: Placed | None, why: Message | str) -> RankedRow:
    held, decision = found.proposals[id], found.decisions.get(id)
    proposal = held.proposal
    recommendation = found.recommendations.get(id)
    apart = disagreement(placed.judged.marks.values()) if placed else None
    return RankedRow(
        proposal=id,
        reference=proposal.reference,
        title=proposal.title,
        owner=found.owners.get(proposal.owner_party, ""),
        standing=found.standings[id],
        place=placed.place if placed else None,
        points=placed.score.published if placed else None,
        coverage=placed.judged.coverage if placed else Fraction(0),
        disagreement=None if apart is None else _rounded(apart),
        why=why,
        stopped_by=tuple(gate.name for gate in stopped_by(found.method, found.answers.get(id, ()))),
        statutory=proposal.statutory,
        cost=held.cost,
        applied=held.applied,
        promised=held.promised,
        phase=held.phase,
        moved=held.moved,
        since=Message(CHANGED) if held.changed else "",
        outcome=recommendation.outcome if recommendation else None,
        conditions=recommendation.conditions if recommendation else "",
        reason=recommendation.reason if recommendation else "",
        earlier=Message(EARLIER) if id in found.earlier else "",
        decision=decision.resolution if decision else None,
        decided_in=decision.case if decision else "",
        decided_on=decision.on if decision else None,
        decision_note=decision.note if decision else "",
        otherwise=_otherwise(decision, recommendation),
        terms=_terms(found.method, proposal, placed) if placed else (),
    )


def _otherwise(decision: Decision | None, recommendation: Recommendation | None) -> Message | str:
    if decision is None or recommendation is None or follows(decision.resolution, recommendation.outcome):
        return ""
    return Message(OTHERWISE)


def _terms(method: Method, proposal: Proposal, placed: Placed) -> tuple[TermRow, ...]:
    return tuple(
        TermRow(
            proposal=proposal.id,
            reference=proposal.reference,
            title=proposal.title,
            criterion=method.criterion(term.criterion).name,
            mean=_rounded(term.mean),
            weight=term.weight,
            points=_rounded(term.points),
        )
        for term in placed.score.terms
    )


def _rounded(number: Fraction) -> Decimal:
    return round(Decimal(number.numerator) / Decimal(number.denominator), DECIMALS)
