"""What each municipality carries: of what is paid as it was divided then, and of plans by the key of their year."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pydantic import PositiveInt

from portfolio.funding.keys import By, Sharing, in_force, newest, shares_beyond
from portfolio.funding.ledger import Entry, Position
from portfolio.funding.stages import STAGES, Stage
from portfolio.given import Given, Key, OptionalLine
from portfolio.messages import N_
from portfolio.money import NOTHING, Money, split, total
from portfolio.objections import Objection
from portfolio.parties import JOINT
from portfolio.periods import Year

Parts = Mapping[str, int]
"""Øre by party id."""


class Division(Given):
    """How one payment of the municipalities together was divided among them. It never changes.

    `id` is that of the entry in the ledger, `parts` are in øre by party id. `key` in its `key_revision` gave them, on
    top of what was paid `before` in the same budget year. What takes a payment back names the one it `corrects`.
    """

    id: Key
    proposal: Key
    year: Year
    on: date
    before: Money
    key: Key
    key_revision: PositiveInt
    parts: Mapping[Key, int]
    corrects: OptionalLine = ""

    @property
    def amount(self) -> Money:
        """What is divided."""
        return Money(sum(self.parts.values()))


def is_divided(entry: Entry) -> bool:
    """Say whether an entry is something paid, or taken back, by the municipalities together."""
    return entry.party == JOINT and entry.stage is Stage.PAID


def divide(
    entries: Iterable[Entry],
    *,
    divided: Iterable[Division],
    keys: Mapping[str, Sequence[Sharing]],
    by: Callable[[Sharing], By],
) -> Iterator[Division]:
    """Yield how each payment is divided, in order, by the key in force on its day; none where a project has no key.

    Args:
        divided: how all that was paid before them in their projects was divided.
        keys: the keys of each project that has any.
        by: what each carries of an amount, by a key.
    """
    known = _Divided(divided)
    for entry in filter(is_divided, entries):
        if keys.get(entry.proposal):
            corrected = known.of.get(entry.corrects)
            if corrected is None:
                sharing = in_force(keys[entry.proposal], entry.on)
                made = paid(entry, sharing, before=known.before(entry), by=by(sharing))
            else:
                made = taken_back(entry, corrected, left=known.left_of(corrected), before=known.before(entry))
            known.take(made)
            yield made


def paid(entry: Entry, sharing: Sharing, *, before: Money, by: By) -> Division:
    """Return how a payment is divided by a key, on top of what was paid before."""
    parts = shares_beyond(entry.amount, before, by)
    return _division(entry, parts, before=before, key=(sharing.id, sharing.revision))


def taken_back(entry: Entry, division: Division, *, left: Parts, before: Money) -> Division:
    """Return how what corrects a payment takes back from each in proportion to what is left of their part of it.

    All of it takes back each part to the øre, by whatever key it was divided.
    """
    parts = split(entry.amount, left)
    return _division(entry, parts, before=before, key=(division.key, division.key_revision))


def left_of(division: Division, corrections: Iterable[Division]) -> Parts:
    """Return what is left of each part of a payment when what corrects it is taken back."""
    return _summed([division, *corrections])


def standing(divisions: Iterable[Division]) -> tuple[Division, ...]:
    """Return the payments of which anything is left when what corrects them is taken back."""
    known = _Divided(divisions)
    return tuple(
        each for each in known.of.values() if not each.corrects and any(known.left_of(each).values())
    )


class AlreadyPaid(Objection):
    """A key that would hold of what is paid already, and was shared by another."""


def let_apply(sharing: Sharing, *, keys: Iterable[Sharing], divided: Iterable[Division]) -> None:
    """Let a key be put in or changed if nothing that is paid on a day it would hold of.

    Args:
        keys: the project's own, as they are.
        divided: how all that is paid of the project was divided.

    Raises:
        AlreadyPaid: something is, with how much and from which day on the key may apply.
    """
    after = [sharing, *(each for each in keys if each.applies_from != sharing.applies_from)]
    moved = [each for each in standing(divided) if in_force(after, each.on) is sharing]
    if moved:
        raise AlreadyPaid(
            N_(
                "{paid} is paid on days that this key would apply to, and stays as it was shared. Let the key apply from {day} or later, or undo the payments first."
            ),
            about="applies_from",
            paid=total(each.amount for each in moved),
            day=max(each.on for each in moved) + timedelta(days=1),
        )


def free_from(keys: Iterable[Sharing], divided: Iterable[Division]) -> date:
    """Return the first day from which a project's newest key may be changed, or another put in, by all that is paid."""
    since = newest(keys).applies_from
    later = [each.on for each in standing(divided) if each.on >= since]
    return max(later) + timedelta(days=1) if later else since


def paid_by(divisions: Iterable[Division]) -> Parts:
    """Return what each has paid in all, only those who have paid anything."""
    return {party: ore for party, ore in sorted(_summed(divisions).items()) if ore}


def carried(position: Position, paid: Parts, by: By) -> Mapping[Stage, Mapping[str, Money]]:
    """Return what each carries of all that has reached each stage, at every stage the same municipalities.

    What is paid is as it was divided. What has come to an earlier stage and no further comes on top, stage by stage, and
    so nobody has paid more than is agreed with them, or has more agreed than promised, or more promised than applied for.
    What has lapsed is shared by itself.

    Args:
        by: what each carries of any amount, by the key that shares the plans of the year.
    """
    parts, there = {party: Money(ore) for party, ore in paid.items()}, Money(sum(paid.values()))
    told: dict[Stage, Mapping[str, Money]] = {Stage.LAPSED: by(position.reached(Stage.LAPSED))}
    for stage in reversed(STAGES):
        reached = position.reached(stage)
        if reached != there:
            parts = _plus(parts, shares_beyond(reached - there, there, by))
        told[stage], there = parts, reached
    nobody = dict.fromkeys(sorted({*parts, *told[Stage.LAPSED]}), NOTHING)
    return {stage: _of_all(told[stage], nobody) for stage in Stage}


def _plus(one: Mapping[str, Money], other: Mapping[str, Money]) -> dict[str, Money]:
    alone = {party: part for party, part in one.items() if party not in other}
    both = {party: part + one[party] if party in one else part for party, part in other.items()}
    return dict(sorted({**alone, **both}.items())) if alone else both


def _of_all(parts: Mapping[str, Money], nobody: Mapping[str, Money]) -> Mapping[str, Money]:
    return parts if parts.keys() == nobody.keys() else {**nobody, **parts}


def _summed(divisions: Iterable[Division]) -> Counter[str]:
    summed: Counter[str] = Counter()
    for each in divisions:
        summed.update(each.parts)
    return summed


def _division(entry: Entry, parts: Mapping[str, Money], *, before: Money, key: tuple[str, int]) -> Division:
    return Division(
        id=entry.id,
        proposal=entry.proposal,
        year=entry.year,
        on=entry.on,
        before=before,
        key=key[0],
        key_revision=key[1],
        parts={party: part.ore for party, part in parts.items()},
        corrects=entry.corrects,
    )


class _Divided:
    """What is divided so far: `of` each payment by its id, and what was paid before another."""

    def __init__(self, divisions: Iterable[Division]) -> None:
        self.of: dict[str, Division] = {}
        self._corrections: dict[str, list[Division]] = defaultdict(list)
        self._paid: Counter[tuple[str, int]] = Counter()
        for each in divisions:
            self.take(each)

    def take(self, division: Division) -> None:
        """Take one more with the rest."""
        self.of[division.id] = division
        self._paid[division.proposal, division.year] += division.amount.ore
        if division.corrects:
            self._corrections[division.corrects].append(division)

    def before(self, entry: Entry) -> Money:
        """Return what is paid already in the place of an entry."""
        return Money(self._paid[entry.proposal, entry.year])

    def left_of(self, division: Division) -> Parts:
        """Return what is left of each part of a payment when what corrects it is taken back."""
        return left_of(division, self._corrections[division.id])
