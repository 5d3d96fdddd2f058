"""How a round came out: the order, why it is so, how firm it is, and what was recommended and decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from portfolio.given import InLanguages
from portfolio.lookups.judging import judged, method_of, standings
from portfolio.messages import Message
from portfolio.money import Money, total
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, Outcome, Recommendation, Resolution, outcome_id
from portfolio.prioritising.disagreement import disagreement
from portfolio.prioritising.explanation import because
from portfolio.prioritising.gates import GateAnswer, Standing, stopped_by
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.methods import Method
from portfolio.prioritising.ranking import Placed, Ranking, rank
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.seeing import hidden
from portfolio.store.reading import Reader


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
    """One proposal in the round. Without a `place` it stands outside the order, and `standing` says why."""

    proposal: str
    reference: str
    title: str
    owner: str
    standing: Standing
    place: int | None
    points: Decimal | None
    coverage: float
    disagreement: Decimal | None
    why: Message | InLanguages | str
    stopped_by: tuple[InLanguages, ...]
    statutory: str
    requested: Money
    outcome: Outcome | None
    conditions: str
    reason: str
    decision: Resolution | None
    decided_in: str
    terms: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class RankingReport:
    """The whole round. When `hidden` says why, there are no rows."""

    round: Round
    method: Method
    hidden: Message | None
    ranked: tuple[RankedRow, ...]
    outside: tuple[RankedRow, ...]
    revision: int
    head: str

    @property
    def terms(self) -> tuple[TermRow, ...]:
        """Every term of every ranked proposal."""
        return tuple(term for row in self.ranked for term in row.terms)


def stands_aside(reader: Reader, round_id: str, proposal: str, *, viewer: Person) -> bool:
    """Say whether the viewer has said to stand aside from a proposal in a round."""
    words = reader.all(Impartiality, round=round_id, proposal=proposal, member=viewer.id)
    return any(word.interest is not None for word in words)


def ranking(reader: Reader, round_id: str, *, viewer: Person) -> RankingReport:
    """Return how a round came out, as far as the viewer may see it."""
    round_ = reader.get(Round, round_id)
    method, why_hidden, head = method_of(round_), hidden(reader, round_, viewer=viewer), reader.head()
    if why_hidden:
        return RankingReport(round_, method, why_hidden, (), (), head.seq, head.digest)
    desk = _Round(reader, round_, method)
    order = rank(method, judged(reader, round_))
    return RankingReport(
        round=round_,
        method=method,
        hidden=None,
        ranked=desk.ranked(order),
        outside=desk.outside(order),
        revision=head.seq,
        head=head.digest,
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What is recorded on one proposal in a round: the council's recommendation, and KS's decision."""

    round: Round
    proposal: Proposal
    recommendation: Recommendation | None
    decision: Decision | None


def said_on(reader: Reader, round_id: str, proposal_id: str) -> Said:
    """Return what is recorded on one proposal, with the revisions it is seen at."""
    id = outcome_id(round_id, proposal_id)
    return Said(
        round=reader.get(Round, round_id),
        proposal=reader.get(Proposal, proposal_id),
        recommendation=reader.find(Recommendation, id),
        decision=reader.find(Decision, id),
    )


class _Round:
    """What the rows of a round are made from, read once."""

    def __init__(self, reader: Reader, round_: Round, method: Method) -> None:
        self.method = method
        self.standings = standings(reader, round_)
        self.proposals = {each.id: each for each in reader.all(Proposal, id=round_.proposals)}
        owners = {each.owner_party for each in self.proposals.values()}
        self.owners = {each.id: each.name for each in reader.all(Party, id=owners)}
        self.costs = _by_proposal(reader.all(CostLine, proposal=round_.proposals))
        self.answers = reader.all(GateAnswer, round=round_.id)
        self.words = {each.proposal: each for each in reader.all(Recommendation, round=round_.id)}
        self.decisions = {each.proposal: each for each in reader.all(Decision, round=round_.id)}

    def ranked(self, order: Ranking) -> tuple[RankedRow, ...]:
        """Return the placed proposals, each with why it stands before the next."""
        following: Sequence[Placed | None] = (*order.placed[1:], None)
        return tuple(
            self._row(
                placed.judged.proposal,
                placed=placed,
                why=because(self.method, placed, below) if below else "",
            )
            for placed, below in zip(order.placed, following, strict=True)
        )

    def outside(self, order: Ranking) -> tuple[RankedRow, ...]:
        """Return the proposals without a place, in the round's order."""
        placed = {each.judged.proposal for each in order.placed}
        return tuple(self._row(id, placed=None, why="") for id in self.standings if id not in placed)

    def _row(self, id: str, *, placed: Placed | None, why: Message | str) -> RankedRow:
        proposal, word, decision = self.proposals[id], self.words.get(id), self.decisions.get(id)
        answers = [each for each in self.answers if each.proposal == id]
        apart = disagreement(placed.judged.marks.values()) if placed else None
        return RankedRow(
            proposal=id,
            reference=proposal.reference,
            title=proposal.title,
            owner=self.owners.get(proposal.owner_party, ""),
            standing=self.standings[id],
            place=placed.place if placed else None,
            points=placed.score.published if placed else None,
            coverage=float(placed.judged.coverage) if placed else 0.0,
            disagreement=None if apart is None else _rounded(apart, 2),
            why=why,
            stopped_by=tuple(gate.name for gate in stopped_by(self.method, answers)),
            statutory=proposal.statutory,
            requested=total(line.amount for line in self.costs.get(id, ())),
            outcome=word.outcome if word else None,
            conditions=word.conditions if word else "",
            reason=word.reason if word else "",
            decision=decision.resolution if decision else None,
            decided_in=decision.case if decision else "",
            terms=self._terms(proposal, placed),
        )

    def _terms(self, proposal: Proposal, placed: Placed | None) -> tuple[TermRow, ...]:
        return tuple(
            TermRow(
                proposal=proposal.id,
                reference=proposal.reference,
                title=proposal.title,
                criterion=self.method.criterion(term.criterion).name,
                mean=_rounded(term.mean, 2),
                weight=term.weight,
                points=_rounded(term.points, 2),
            )
            for term in (placed.score.terms if placed else ())
        )


def _by_proposal(lines: Sequence[CostLine]) -> Mapping[str, list[CostLine]]:
    gathered: dict[str, list[CostLine]] = {}
    for line in lines:
        gathered.setdefault(line.proposal, []).append(line)
    return gathered


def _rounded(number: Fraction, places: int) -> Decimal:
    return round(Decimal(number.numerator) / Decimal(number.denominator), places)
