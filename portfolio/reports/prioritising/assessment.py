"""A council member's work in a round: what is to be marked, and how far it has come."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio.lookups.basis import bases
from portfolio.lookups.judging import holding, method_of, standings
from portfolio.people import Person
from portfolio.prioritising.basis import upon
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality, to_assess
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.impartiality import ImpartialityRow, impartiality
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a member has come: `declared` is whether impartiality is confirmed for the whole list.

    `again` are those left that the member has marked, but on an earlier version than the round holds.
    """

    member: str
    declared: bool
    done: tuple[str, ...]
    left: tuple[str, ...]
    again: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything the member is to mark is marked."""
        return self.declared and not self.left

    @property
    def all(self) -> int:
        """How many proposals the member is to mark."""
        return len(self.done) + len(self.left)

    @property
    def part(self) -> float:
        """How far the member has come, from 0 to 1."""
        return len(self.done) / self.all if self.all else 1.0


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many assessments are in, of how many: one is what a member says of a proposal, whatever it says."""

    done: int
    all: int


@dataclass(frozen=True, slots=True)
class Queue:
    """A member's work. `standings` says of every proposal in the round whether it is to be marked."""

    round: Round
    method: Method
    progress: Progress
    rows: tuple[ImpartialityRow, ...]
    standings: Mapping[str, Standing]

    @property
    def mine(self) -> tuple[str, ...]:
        """What the member is to mark, in the round's order."""
        wanted = {*self.progress.done, *self.progress.left}
        return tuple(id for id in self.round.proposals if id in wanted)


def queue(reader: Reader, round_id: str, *, member: Person) -> Queue:
    """Return the member's work in a round."""
    round_ = seen(reader, round_id, viewer=member)
    return Queue(
        round=round_,
        method=method_of(round_),
        progress=progress(reader, round_, member=member.id),
        rows=impartiality(reader, round_id, member=member),
        standings=standings(reader, round_),
    )


def how_far(reader: Reader, round_id: str, *, viewer: Person) -> HowFar:
    """Return how many of the round's assessments are in, of all its members together."""
    round_ = seen(reader, round_id, viewer=viewer)
    all_ = [progress(reader, round_, member=member) for member in round_.members]
    return HowFar(done=sum(len(each.done) for each in all_), all=sum(each.all for each in all_))


def progress(reader: Reader, round_: Round, *, member: str) -> Progress:
    """Return how far a member has come with the proposals that are ready and not stood aside from.

    A proposal is done when every criterion has a mark or a «don't know»; half an assessment is not in, nor is one of an
    earlier version. Impartiality is not confirmed where owner or partners are others than when it was.
    """
    own = reader.all(Impartiality, round=round_.id, member=member)
    held = bases(reader, round_)
    ready = [id for id, where in standings(reader, round_).items() if where is Standing.READY]
    mine = to_assess(ready, own, member=member)
    given = reader.all(Mark, round=round_.id, member=member)
    marked = _whole(round_, [mark for mark in given if upon(mark, held.get(mark.proposal))])
    before = _whole(round_, given) - marked
    return Progress(
        member=member,
        declared=holding(reader, round_, member=member).keys() >= set(round_.proposals),
        done=tuple(id for id in mine if id in marked),
        left=tuple(id for id in mine if id not in marked),
        again=tuple(id for id in mine if id in before),
    )


def _whole(round_: Round, marks: Iterable[Mark]) -> set[str]:
    """Return the proposals that have a mark or a «don't know» on every criterion."""
    given = Counter(mark.proposal for mark in marks)
    return {id for id, count in given.items() if count >= len(method_of(round_).criteria)}
