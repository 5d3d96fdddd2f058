"""A council member's work in a round: what is to be marked, and how far it has come."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.lookups.judging import method_of, standings
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality, to_assess
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.impartiality import ImpartialityRow, impartiality
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a member has come: `declared` is whether impartiality is confirmed for the whole list."""

    member: str
    declared: bool
    done: tuple[str, ...]
    left: tuple[str, ...]

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
    round_ = reader.get(Round, round_id)
    return Queue(
        round=round_,
        method=method_of(round_),
        progress=progress(reader, round_, member=member.id),
        rows=impartiality(reader, round_id, member=member),
        standings=standings(reader, round_),
    )


def progress(reader: Reader, round_: Round, *, member: str) -> Progress:
    """Return how far a member has come with the proposals that are ready and not stood aside from.

    A proposal is done when every criterion has a mark or a «don't know»; half an assessment is not in.
    """
    own = reader.all(Impartiality, round=round_.id, member=member)
    ready = [id for id, where in standings(reader, round_).items() if where is Standing.READY]
    mine = to_assess(ready, own, member=member)
    given = Counter(mark.proposal for mark in reader.all(Mark, round=round_.id, member=member))
    marked = {id for id, count in given.items() if count >= len(method_of(round_).criteria)}
    return Progress(
        member=member,
        declared={each.proposal for each in own} >= set(round_.proposals),
        done=tuple(id for id in mine if id in marked),
        left=tuple(id for id in mine if id not in marked),
    )
