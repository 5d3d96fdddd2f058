"""How far the members of a round have come, without a single mark."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portfolio.lookups.basis import bases
from portfolio.lookups.judging import holding, method_of, standings
from portfolio.people import Person, Verb
from portfolio.prioritising.basis import Basis, upon
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality, to_assess
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
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


def progress(reader: Reader, round_: Round, *, member: str) -> Progress:
    """Return how far a member has come with the proposals that are ready and not stood aside from.

    A proposal is done when every criterion has a mark or a «don't know»; half an assessment is not in, nor is one of an
    earlier version. Impartiality is not confirmed where owner or partners are others than when it was.
    """
    return next(iter(each_progress(reader, round_, [member])))


def each_progress(reader: Reader, round_: Round, members: Iterable[str]) -> tuple[Progress, ...]:
    """Return how far each of these members has come, in their order."""
    held = bases(reader, round_)
    ready = [id for id, where in standings(reader, round_).items() if where is Standing.READY]
    return tuple(_progress(reader, round_, member, held=held, ready=ready) for member in members)


def unfinished(reader: Reader, round_: Round, *, after: int | None = None) -> tuple[str, ...]:
    """Return the members who have not confirmed impartiality, or have marks left to give, in the round's order.

    Nobody waits for whoever may no longer assess: the marks they gave stand. `after` is the trace after which it is asked who
    may; without one, as they stand now.
    """
    there = {each.id for each in reader.all(Person, id=round_.members)}
    people = reader.all(Person, id=there) if after is None else reader.all_as_of(Person, after, id=there)
    gone = {each.id for each in people if not each.may(Verb.ASSESS)}
    listed = each_progress(reader, round_, [id for id in round_.members if id in there - gone])
    return tuple(each.member for each in listed if not each.complete)


def _progress(
    reader: Reader, round_: Round, member: str, *, held: Mapping[str, Basis], ready: Sequence[str]
) -> Progress:
    own = reader.all(Impartiality, round=round_.id, member=member)
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
