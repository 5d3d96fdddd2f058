"""One thing that has been done, opened: each record that it changed, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portfolio.given import Given
from portfolio.lookups.aside import apart
from portfolio.lookups.untold import record_untold
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.rounds import Round
from portfolio.reports.differing import Difference
from portfolio.reports.history import MOST, Event, event, let_read
from portfolio.reports.labels import NOUNS
from portfolio.reports.naming import Naming
from portfolio.reports.opened import Step, step_of, told_then
from portfolio.store.reading import Missing, Reader

FROZEN = Message(
    N_("What was frozen is not shown here. Whoever runs the program writes it with «portfolio pack».")
)
SIZE = 25
"""How many records a page has."""


class Became(StrEnum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that was changed: what it is, what became of it, and how it differs from before.

    `untold` is why nothing is told of how it differs, where it is what a round says and the viewer is not told that.
    """

    noun: Message
    name: object
    became: Became
    differences: tuple[Difference, ...]
    untold: Message | None = None


@dataclass(frozen=True, slots=True)
class EventStory:
    """One thing done with a page of what it changed: `count` is how many records that can be told, on `pages` pages.

    `untold` says that marks are not told here, whoever asks.
    """

    event: Event
    rows: tuple[RecordChange, ...]
    count: int
    page: int
    pages: int
    untold: Message | None


def event_story(reader: Reader, seq: int, *, viewer: Person, page: int = 1, size: int = SIZE) -> EventStory:
    """Return one thing that has been done, with what it changed.

    Marks are not told: the log names who gave them, and a mark is never told with its member's name. Nor is a round
    that others are preparing. Of what a round says of a proposal that the viewer stands aside from, only which it is,
    and so of what is recommended and decided while marks can change.

    Raises:
        Forbidden: the viewer may not read the trail.
        Missing: there is no trace of this number.
    """
    let_read(viewer)
    trace = next(iter(reader.traces(before=min(seq, MOST) + 1, most=1)), None)
    if trace is None or trace.seq != seq:
        raise Missing(N_("«{id}» is not there. It may have been removed; go back to the list."), id=seq)
    naming = Naming(reader)
    made = reader.made_by(seq) if trace.content else ()
    refs = [each for each in made if each[0] is not Mark]
    steps = [] if made else [each for each in told_then(reader, trace) if each.noun is not Mark]
    pages = max(1, -(-len(refs or steps) // size))
    shown = min(max(page, 1), pages)
    here = slice((shown - 1) * size, shown * size)
    opened = steps[here] or [step_of(reader, noun, id, seq=seq) for noun, id in refs[here]]
    return EventStory(
        event=event(reader, trace, naming=naming, viewer=viewer),
        rows=tuple(_told(reader, naming, opened, viewer)),
        count=len(refs or steps),
        page=shown,
        pages=pages,
        untold=_marks_untold(reader, [id for noun, id in made if noun is Mark], viewer=viewer),
    )


def _marks_untold(reader: Reader, marks: Sequence[str], *, viewer: Person) -> Message | None:
    """Return that marks are not told, and how many where that tells nothing of how somebody has marked.

    How many became other tells who thinks anew: to nobody while marks can change, nor to whoever stands aside.
    """
    if not marks:
        return None
    going_on = [f"{each.id}." for each in reader.all(Round) if not each.assessed]
    aside = [f"{round_}.{proposal}." for round_, proposal in apart(reader, viewer=viewer)]
    if any(mark.startswith((*going_on, *aside)) for mark in marks):
        return Message(N_("Marks are not told: nobody's marks are shown with their name."))
    return Message(
        N_("{count} mark is not told: nobody's marks are shown with their name."),
        {"count": len(marks)},
        plural=N_("{count} marks are not told: nobody's marks are shown with their name."),
    )


def _told(reader: Reader, naming: Naming, steps: Sequence[Step], viewer: Person) -> Iterator[RecordChange]:
    for step in steps:
        record = step.record
        if record is not None and _of_a_round_told(reader, record, viewer):
            noun, untold = Message(NOUNS[step.noun]), _untold(reader, record, viewer)
            differences = () if untold else step.differences(reader, naming=naming)
            yield RecordChange(noun, naming.record(record), _became(step), differences, untold)


def _untold(reader: Reader, record: Given, viewer: Person) -> Message | None:
    """Return why nothing is told of what stands in a record; of a pack nothing is, for its fingerprint seals every place."""
    return FROZEN if isinstance(record, Pack) else record_untold(reader, record, viewer=viewer)


def _of_a_round_told(reader: Reader, record: Given, viewer: Person) -> bool:
    """Say whether a record is of no round, or of one that the viewer may know of."""
    round_ = record if isinstance(record, Round) else reader.find(Round, str(getattr(record, "round", "")))
    return round_ is None or round_.seen_by(viewer)


def _became(step: Step) -> Became:
    if step.was is None:
        return Became.NEW
    return Became.CHANGED if step.now is not None else Became.REMOVED
