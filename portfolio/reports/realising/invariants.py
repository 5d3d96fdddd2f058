"""What must always hold of the benefits, what was reported of them, and what they owe."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from portfolio.given import blank
from portfolio.lookups.benefits import Background, background, stood
from portfolio.messages import N_, Message
from portfolio.periods import Period, day_in_norway
from portfolio.realising.benefits import Benefit
from portfolio.realising.binding import moves
from portfolio.realising.changes import explained
from portfolio.realising.deadlines import due
from portfolio.realising.readings import before_baseline, holding
from portfolio.realising.standing import Stood
from portfolio.reports.invariants import Rule
from portfolio.reports.realising.letting_off import LetOff, let_off
from portfolio.store.reading import Reader


def _one_for_each_period(reader: Reader) -> Iterator[Message]:
    """Yield each benefit that has a period with two readings, neither of which corrects the other."""
    listed = reader.all(Benefit)
    for id, readings in background(reader, listed).readings.items():
        held = holding(readings)
        if len({each.period for each in held}) != len(held):
            yield Message(N_("Benefit {id} has a period with two"), {"id": id})


def _after_the_baseline(reader: Reader) -> Iterator[Message]:
    """Yield each reading from before the baseline, both as it stood when the period was over and when it was reported."""
    listed = reader.all(Benefit)
    behind = background(reader, listed)
    for benefit in listed:
        for each in behind.readings[benefit.id]:
            plans = behind.stood_over(benefit, each.period), behind.stood_at(benefit, each.at)
            if all(before_baseline(plan, each.period) for plan in plans):
                told = {"id": benefit.id, "period": each.period}
                yield Message(N_("Benefit {id}: {period} is reported, and ends before the baseline"), told)


def _explained(reader: Reader) -> Iterator[Message]:
    """Yield each change, by what the trail has kept, that others were to understand and that nobody gave a reason for."""
    listed = reader.all(Benefit)
    readings, kept = background(reader, listed).readings, stood(reader, [each.id for each in listed])
    for id, versions in kept.items():
        held = {after.at for _, after in moves(versions, readings[id])}
        for before, after in pairwise(versions):
            asks = explained(before.benefit, after.benefit, bound=after.at in held)
            if asks and blank(after.reason):
                said = N_("Benefit {id} was changed {when}, and nobody has said why")
                yield Message(said, {"id": id, "when": after.at})


def _owed(reader: Reader) -> Iterator[Message]:
    """Yield what is owed by what the trail has kept, and neither reported, let off with a reason, nor shown as owed."""
    listed, newest = reader.all(Benefit), reader.traces(most=1)
    behind, kept = background(reader, listed), stood(reader, [each.id for each in listed])
    released = let_off(reader, listed, behind)
    yield from _badly_let_off(released, behind)
    for benefit in listed if newest else ():
        on = day_in_norway(newest[0].at)
        shown = {each.period for each in behind.due(benefit, on=on)}
        reasoned = [each.period for each in released if each.benefit == benefit.id and not blank(each.reason)]
        for period in _by_the_trail(benefit, behind, kept[benefit.id], reasoned, on=on):
            if period not in shown:
                said = N_("Benefit {id} owes {period}, and it is shown nowhere")
                yield Message(said, {"id": benefit.id, "period": period})


def _badly_let_off(released: Iterable[LetOff], behind: Background) -> Iterator[Message]:
    """Yield what is let off without a reason, and what is let off still though it is reported."""
    for each in released:
        told = {"id": each.benefit, "period": each.period}
        if blank(each.reason):
            yield Message(N_("Benefit {id} is let off {period}, and nobody has said why"), told)
        stands = each.id in {one.id for one in behind.releases[each.benefit]}
        if each.reported_on and stands:
            yield Message(N_("Benefit {id} is let off {period}, and it is reported"), told)


def _by_the_trail(
    benefit: Benefit, behind: Background, versions: Sequence[Stood], released: Sequence[Period], *, on: date
) -> Iterator[Period]:
    """Yield the periods owed; of a benefit with one version nothing is known of when that began to hold."""
    changed = versions if len(versions) > 1 else ()
    for each in due(benefit, behind.readings[benefit.id], on=on, versions=changed, released=released):
        yield each.period


RULES = (
    Rule(N_("A period has one reading that holds"), _one_for_each_period),
    Rule(N_("No reading is from before its baseline"), _after_the_baseline),
    Rule(N_("What is reported against or owed is changed with a reason, and so is an owner"), _explained),
    Rule(N_("What a benefit owes is reported, let off with a reason, or shown as owed"), _owed),
)
"""What must always hold in this wing."""
