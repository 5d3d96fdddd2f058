"""The rounds, and how far each has come, without a single mark."""

from dataclasses import dataclass

from portfolio.lookups.basis import AsJudged, as_judged
from portfolio.lookups.departing import departing, unsaid
from portfolio.lookups.judging import gate_answers, method_of, standings
from portfolio.lookups.progress import Progress, each_progress
from portfolio.lookups.steps import opened
from portfolio.people import Person, Verb
from portfolio.prioritising.gates import GateAnswer, Standing, unanswered
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round, RoundPhase, newest_first
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.departures import DepartureRow, departure_rows
from portfolio.reports.prioritising.impartiality import aside_from
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class GateProgress:
    """Where one proposal stands before the marks, and how many of its gates are left to answer.

    Neither is told of one that the viewer stands aside from.
    """

    held: AsJudged
    standing: Standing | None
    left: int

    @property
    def proposal(self) -> Proposal:
        """The proposal as it is judged."""
        return self.held.proposal


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How far a round has come, without a single mark: what the secretariat sees while it goes on.

    `deletable` says whether it has never been open, and `answered` counts the answers to gates that go with it then.
    `departing` counts the departures from the order that nobody has explained, `stopped` those from an absolute
    requirement, and `silent` the proposals that nothing is recommended on, also those that the viewer stands aside from and so does not find among `departures` or
    `without_recommendation`.
    """

    round: Round
    gates: tuple[GateProgress, ...]
    members: tuple[tuple[Person, Progress], ...]
    without_recommendation: tuple[str, ...]
    silent: int
    departures: tuple[DepartureRow, ...]
    departing: int
    stopped: int
    deletable: bool
    answered: int

    @property
    def waiting(self) -> int:
        """How many proposals wait for answers to their gates."""
        return sum(each.standing is Standing.WAITING for each in self.gates)

    @property
    def unfinished(self) -> tuple[Person, ...]:
        """The members who have not confirmed impartiality, or have marks left to give, and still may."""
        return tuple(person for person, own in self.members if person.may(Verb.ASSESS) and not own.complete)

    def reference(self, proposal: str) -> str:
        """Return the reference of a proposal in the round."""
        return next(
            (each.proposal.reference for each in self.gates if each.proposal.id == proposal), proposal
        )

    @property
    def unexplained(self) -> tuple[DepartureRow, ...]:
        """The departures that nobody has said the reason for."""
        return tuple(each for each in self.departures if not each.explained)


def rounds(reader: Reader, *, viewer: Person) -> tuple[Round, ...]:
    """Return every round that the viewer may see, the newest first."""
    return newest_first(each for each in reader.all(Round) if each.seen_by(viewer))


def open_rounds(reader: Reader, *, member: Person) -> tuple[Round, ...]:
    """Return the rounds that take the member's marks now, the newest first."""
    open_now = newest_first(reader.all(Round, phase=RoundPhase.SCORING))
    return tuple(each for each in open_now if member.id in each.members)


def contents(reader: Reader, round_id: str, *, viewer: Person) -> Round:
    """Return a round with what is in it and who sits in it, as it is changed."""
    return seen(reader, round_id, viewer=viewer)


def round_progress(reader: Reader, round_id: str, *, viewer: Person) -> RoundProgress:
    """Return how far the answers to the gates, each member and the council have come."""
    round_ = seen(reader, round_id, viewer=viewer)
    people = {each.id: each for each in reader.all(Person, id=round_.members)}
    there = [id for id in round_.members if id in people]
    left, aside = unsaid(reader, round_), aside_from(reader, round_id, viewer=viewer)
    turned = departing(reader, round_) if round_.assessed else ()
    unexplained = [each for each in turned if not each.explained]
    return RoundProgress(
        round=round_,
        gates=_gates(reader, round_, method_of(round_), aside),
        members=tuple((people[each.member], each) for each in each_progress(reader, round_, there)),
        without_recommendation=tuple(each for each in left if each not in aside),
        silent=len(left),
        departing=sum(not each.stopped for each in unexplained),
        stopped=sum(each.stopped for each in unexplained),
        deletable=not opened(reader, round_),
        answered=reader.count(GateAnswer, round=round_id),
        departures=departure_rows(reader, round_, aside=aside) if round_.assessed else (),
    )


def _gates(reader: Reader, round_: Round, method: Method, aside: frozenset[str]) -> tuple[GateProgress, ...]:
    where, answers = standings(reader, round_), gate_answers(reader, round_)
    return tuple(
        GateProgress(held, None, 0)
        if id in aside
        else GateProgress(held, where[id], len(unanswered(method, answers.get(id, ()))))
        for id, held in as_judged(reader, round_).items()
    )
