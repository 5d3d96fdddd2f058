"""Who may see what of a round: nobody sees others' marks before their own are in."""

from collections import Counter
from dataclasses import dataclass

from portfolio.lookups.judging import method_of, standings
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Impartiality, to_assess
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
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


def progress(reader: Reader, round_: Round, *, member: str) -> Progress:
    """Return how far a member has come with the proposals that are ready and not stood aside from.

    A proposal is done when every criterion has a mark or a «don't know»; half an assessment is not in.
    """
    words = reader.all(Impartiality, round=round_.id, member=member)
    ready = [id for id, where in standings(reader, round_).items() if where is Standing.READY]
    mine = to_assess(ready, words, member=member)
    given = Counter(mark.proposal for mark in reader.all(Mark, round=round_.id, member=member))
    marked = {id for id, count in given.items() if count >= len(method_of(round_).criteria)}
    return Progress(
        member=member,
        declared={word.proposal for word in words} >= set(round_.proposals),
        done=tuple(id for id in mine if id in marked),
        left=tuple(id for id in mine if id not in marked),
    )


def hidden(reader: Reader, round_: Round, *, viewer: Person) -> Message | None:
    """Return why the viewer may not see the others' marks and what comes of them; None when they may.

    Once the assessment is over, everyone may. While it goes on, only members whose own marks are all in.
    """
    if round_.phase in (RoundPhase.MEETING, RoundPhase.CLOSED):
        return None
    if viewer.id not in round_.members:
        return Message(N_("The order is shown when the assessment is over, so that nobody is swayed by it."))
    own = progress(reader, round_, member=viewer.id)
    if own.complete and round_.phase is RoundPhase.SCORING:
        return None
    return Message(
        N_("You see the others' marks and the order when your own marks are in. {left} are left."),
        {"left": len(own.left) if own.declared else len(round_.proposals)},
    )
