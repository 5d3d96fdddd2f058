"""The rounds, and how far each has come, without a single mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.lookups.judging import method_of, standings
from portfolio.people import Person
from portfolio.prioritising.decisions import Recommendation
from portfolio.prioritising.gates import GateAnswer, Standing, unanswered
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.seeing import Progress, progress
from portfolio.store.reading import Reader


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


def round_progress(reader: Reader, round_id: str) -> RoundProgress:
    """Return how far the formal check and each member have come."""
    round_ = reader.get(Round, round_id)
    method, where = method_of(round_), standings(reader, round_)
    answers = reader.all(GateAnswer, round=round_id)
    people = {each.id: each for each in reader.all(Person, id=round_.members)}
    spoken = {each.proposal for each in reader.all(Recommendation, round=round_id)}
    checked = []
    for proposal in reader.all(Proposal, id=round_.proposals):
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
        tuple((people[id], progress(reader, round_, member=id)) for id in round_.members),
        tuple(id for id in round_.proposals if id not in spoken),
    )


def rounds(reader: Reader) -> tuple[Round, ...]:
    """Return every round, the newest first."""
    return tuple(reversed(reader.all(Round)))


def open_rounds(reader: Reader, *, member: Person) -> tuple[Round, ...]:
    """Return the rounds that take the member's marks now, the newest first."""
    open_now = reader.all(Round, phase=RoundPhase.SCORING)
    return tuple(each for each in reversed(open_now) if member.id in each.members)
