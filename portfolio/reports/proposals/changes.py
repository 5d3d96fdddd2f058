"""How a proposal has changed: every version of it and of its costs, by whom, when and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from portfolio.given import Given
from portfolio.messages import N_, Message
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.differing import Difference
from portfolio.reports.history import ACTIONS
from portfolio.reports.labels import LABELS
from portfolio.reports.naming import Naming
from portfolio.reports.opened import Step, step_of, told_then
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace

SIZE = 10
"""How many changes a page has, since one may be long."""
CARRIED = "keep_versions"
"""The trace that kept the first version of what stood before there were versions: it changed nothing."""

Made = Mapping[int, Sequence[tuple[type[Given], str]]]
"""What each trace made a version of."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a proposal. What it was put forward with is not told field by field: then it `began`."""

    seq: int
    at: datetime
    who: object
    what: str
    reason: str
    began: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """One page of the changes, newest first: `count` is how many there are, `pages` how many pages they fill."""

    rows: tuple[Change, ...]
    count: int
    page: int
    pages: int


def changes(reader: Reader, id: str, *, page: int = 1, size: int = SIZE) -> ChangesPage:
    """Return how a proposal has changed, newest first."""
    made = _made(reader, id)
    older = _older(reader, id, before=min(made, default=None))
    seqs = sorted({*made, *older}, reverse=True)
    pages = max(1, -(-len(seqs) // size))
    shown, naming = min(max(page, 1), pages), Naming(reader)
    rows = []
    for seq in seqs[(shown - 1) * size : shown * size]:
        (trace,) = reader.traces(before=seq + 1, most=1)
        steps = (
            [step_of(reader, noun, each, seq=seq) for noun, each in made[seq]] if seq in made else older[seq]
        )
        rows.append(_change(reader, naming, trace, steps))
    return ChangesPage(tuple(rows), len(seqs), shown, pages)


def _made(reader: Reader, id: str) -> Made:
    """Return which traces made versions of the proposal and of its costs."""
    own: list[tuple[type[Given], str]] = [(Proposal, id)]
    own += [(CostLine, each.id) for each in reader.all(CostLine, proposal=id)]
    found: dict[int, list[tuple[type[Given], str]]] = defaultdict(list)
    for noun, each in own:
        for version in reader.versions(noun, each):
            found[version.seq].append((noun, each))
    return found


def _older(reader: Reader, id: str, *, before: int | None) -> Mapping[int, Sequence[Step]]:
    """Return what the traces about the proposal tell of it from before its versions were kept.

    What a round has said of it is told by the round, and not here, where everybody reads.
    """
    traces = reader.traces(subject=id, before=before)
    told = {each.seq: [step for step in told_then(reader, each) if _of(step, id)] for each in traces}
    return {seq: steps for seq, steps in told.items() if steps}


def _of(step: Step, id: str) -> bool:
    return step.noun in (Proposal, CostLine) and id in (step.id, getattr(step.record, "proposal", ""))


def _change(reader: Reader, naming: Naming, trace: Trace, steps: Sequence[Step]) -> Change:
    began = any(each.noun is Proposal and each.was is None for each in steps)
    told = () if began else tuple(each for step in steps for each in _told(reader, naming, step))
    return Change(
        seq=trace.seq,
        at=trace.at,
        who=naming.person(trace.person),
        what=ACTIONS.get(trace.action, trace.action),
        reason=trace.reason,
        began=began and trace.action != CARRIED,
        differences=told,
    )


def _told(reader: Reader, naming: Naming, step: Step) -> Iterator[Difference]:
    """Yield what became other; of a cost the year is said with its amount, and not by itself."""
    found = step.differences(reader, naming=naming)
    if not isinstance(step.record, CostLine):
        yield from found
        return
    for each in found:
        if each.label.text in _OF_A_COST:
            label = Message(_OF_A_COST[each.label.text], {"year": step.record.year})
            yield replace(each, label=label)


_OF_A_COST = {
    LABELS[CostLine]["amount"]: N_("Cost in {year}"),
    LABELS[CostLine]["note"]: N_("Note on the cost in {year}"),
}
"""How the fields of a cost are called where its year is to be said too."""
