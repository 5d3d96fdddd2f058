"""A council member's work in a round: the queue, one proposal at a time, and the gates behind it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.judging import method_of, standings
from portfolio.money import Money, total
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.assessments import GateAnswer, Mark
from portfolio.prioritising.decisions import Recommendation
from portfolio.prioritising.gates import Standing, unanswered
from portfolio.prioritising.impartiality import Impartiality, Interest, suggested
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals import CostLine, Proposal
from portfolio.reports.seeing import Progress, progress
from portfolio.store.database import Reading


@dataclass(frozen=True, slots=True)
class Tie:
    """A proposal as it stands in the list where a member says which to stand aside from."""

    proposal: Proposal
    owner: str
    said: bool
    interest: Interest | None
    suggested: Interest | None


@dataclass(frozen=True, slots=True)
class Queue:
    """A member's queue. `standings` says of every proposal in the round whether it is to be marked."""

    round: Round
    method: Method
    progress: Progress
    ties: tuple[Tie, ...]
    standings: Mapping[str, Standing]

    @property
    def mine(self) -> tuple[str, ...]:
        """What the member is to mark, in the round's order."""
        wanted = {*self.progress.done, *self.progress.left}
        return tuple(id for id in self.round.proposals if id in wanted)


@dataclass(frozen=True, slots=True)
class Sheet:
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


def queue(reading: Reading, round_id: str, *, member: Person) -> Queue:
    """Return the member's queue in a round."""
    round_ = reading.get(Round, round_id)
    proposals = {each.id: each for each in reading.all(Proposal, id=round_.proposals)}
    owners = {each.owner_party for each in proposals.values()}
    names = {each.id: each.name for each in reading.all(Party, id=owners)}
    words = {each.proposal: each for each in reading.all(Impartiality, round=round_id, member=member.id)}
    return Queue(
        round=round_,
        method=method_of(round_),
        progress=progress(reading, round_, member=member.id),
        ties=tuple(
            Tie(
                proposal=proposals[id],
                owner=names.get(proposals[id].owner_party, ""),
                said=id in words,
                interest=words[id].interest if id in words else None,
                suggested=suggested(member, proposals[id]),
            )
            for id in round_.proposals
        ),
        standings=standings(reading, round_),
    )


def sheet(reading: Reading, round_id: str, proposal_id: str, *, member: Person) -> Sheet:
    """Return one proposal as the member marks it. Others' marks are not in it."""
    proposal = reading.get(Proposal, proposal_id)
    involved = reading.all(Party, id=[proposal.owner_party, *proposal.partners])
    names = {each.id: each.name for each in involved}
    own = reading.all(Mark, round=round_id, proposal=proposal_id, member=member.id)
    return Sheet(
        proposal=proposal,
        owner=names.get(proposal.owner_party, ""),
        partners=tuple(names[id] for id in proposal.partners if id in names),
        costs=tuple(sorted((line.year, line.amount) for line in reading.all(CostLine, proposal=proposal_id))),
        answers=reading.all(GateAnswer, round=round_id, proposal=proposal_id),
        marks={mark.criterion: mark for mark in own},
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """How far the formal check of one proposal has come."""

    proposal: Proposal
    standing: Standing
    left: int
    answers: Mapping[str, GateAnswer]


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How far a round has come, without a single mark: what the secretariat sees while it goes on."""

    round: Round
    method: Method
    checked: tuple[Checked, ...]
    members: tuple[tuple[Person, Progress], ...]
    without_word: tuple[str, ...]

    @property
    def waiting(self) -> int:
        """How many proposals wait for the check."""
        return sum(each.standing is Standing.WAITING for each in self.checked)

    @property
    def unfinished(self) -> tuple[Person, ...]:
        """The members who have not confirmed impartiality, or have marks left to give."""
        return tuple(person for person, own in self.members if not own.complete)


def round_progress(reading: Reading, round_id: str) -> RoundProgress:
    """Return how far the formal check and each member have come."""
    round_ = reading.get(Round, round_id)
    method, where = method_of(round_), standings(reading, round_)
    answers = reading.all(GateAnswer, round=round_id)
    people = {each.id: each for each in reading.all(Person, id=round_.members)}
    spoken = {each.proposal for each in reading.all(Recommendation, round=round_id)}
    checked = []
    for proposal in reading.all(Proposal, id=round_.proposals):
        own = [each for each in answers if each.proposal == proposal.id]
        checked.append(
            Checked(
                proposal,
                where[proposal.id],
                len(unanswered(method, own)),
                {each.gate: each for each in own},
            )
        )
    return RoundProgress(
        round_,
        method,
        tuple(checked),
        tuple((people[id], progress(reading, round_, member=id)) for id in round_.members),
        tuple(id for id in round_.proposals if id not in spoken),
    )


def rounds(reading: Reading) -> tuple[Round, ...]:
    """Return every round, the newest first."""
    return tuple(reversed(reading.all(Round)))


def open_rounds(reading: Reading, *, member: Person) -> tuple[Round, ...]:
    """Return the rounds that take the member's marks now, the newest first."""
    open_now = reading.all(Round, phase=RoundPhase.SCORING)
    return tuple(each for each in reversed(open_now) if member.id in each.members)


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The formal check of one proposal. `said` names by gate who answered, and when, where the trail knows.

    `revision` is the sum of the answers' revisions: the check as a whole is seen at it.
    """

    round: Round
    method: Method
    proposal: Proposal
    owner: str
    answers: Mapping[str, GateAnswer]
    said: Mapping[str, tuple[str, datetime]]

    @property
    def revision(self) -> int:
        """The revision of the check as a whole."""
        return sum(each.revision for each in self.answers.values())

    @property
    def open(self) -> bool:
        """Whether the check may still be changed."""
        return self.round.phase in (RoundPhase.PREPARING, RoundPhase.SCORING)


def check_sheet(reading: Reading, round_id: str, proposal_id: str) -> CheckSheet:
    """Return the requirements of one proposal with what is answered so far."""
    round_, proposal = reading.get(Round, round_id), reading.get(Proposal, proposal_id)
    owner = reading.find(Party, proposal.owner_party)
    answers = {each.gate: each for each in reading.all(GateAnswer, round=round_id, proposal=proposal_id)}
    return CheckSheet(
        round=round_,
        method=method_of(round_),
        proposal=proposal,
        owner=owner.name if owner else "",
        answers=answers,
        said={gate: who for gate, each in answers.items() if (who := _said(reading, each))},
    )


def _said(reading: Reading, answer: GateAnswer) -> tuple[str, datetime] | None:
    """Return who gave an answer last, and when; None where it came with many others at once."""
    for trace in reading.traces(subject=answer.proposal):
        if trace.action == "answer_gates" and any(
            change.get("id") == answer.id for change in json.loads(trace.changes)
        ):
            person = reading.find(Person, trace.person)
            return (person.name if person else trace.person), trace.at
    return None
