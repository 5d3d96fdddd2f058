"""A council member's work in a round: what is to be marked, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.lookups.basis import bases
from portfolio.lookups.judging import method_of, standings
from portfolio.lookups.progress import Progress, each_progress, progress
from portfolio.people import Person, Verb
from portfolio.prioritising.basis import Held
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.methods import Method
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.impartiality import ImpartialityRow, aside_from, impartiality
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many assessments are in, of how many: one is what a member says of a proposal, whatever it says."""

    done: int
    all: int


@dataclass(frozen=True, slots=True)
class Queue:
    """A member's work. `held` is which whole of what the round holds it was read from. `standings` says of every proposal but those stood aside from whether it is to be marked."""

    round: Round
    held: int
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
    aside = aside_from(reader, round_id, viewer=member)
    return Queue(
        round=round_,
        held=Held(bases=tuple(bases(reader, round_).values())).revision,
        method=method_of(round_),
        progress=progress(reader, round_, member=member.id),
        rows=impartiality(reader, round_id, member=member),
        standings={id: each for id, each in standings(reader, round_).items() if id not in aside},
    )


def how_far(reader: Reader, round_id: str, *, viewer: Person) -> HowFar:
    """Return how many of the round's assessments are in, of all its members together.

    What somebody who may no longer assess has left is not waited for.
    """
    round_ = seen(reader, round_id, viewer=viewer)
    gone = {each.id for each in reader.all(Person, id=round_.members) if not each.may(Verb.ASSESS)}
    all_ = each_progress(reader, round_, round_.members)
    done = sum(len(each.done) for each in all_)
    return HowFar(done=done, all=done + sum(len(each.left) for each in all_ if each.member not in gone))
