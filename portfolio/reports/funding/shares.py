"""How the municipalities share what they give a project together: by which key, and what each of them carries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Position
from portfolio.lookups.carrying import Carrying
from portfolio.messages import N_, Message
from portfolio.parties import JOINT, Party, is_municipality
from portfolio.periods import EARLIEST
from portfolio.reports.funding.amounts import Amounts, by_stage, summed_by
from portfolio.reports.funding.lines import lines
from portfolio.reports.funding.sayings import Saying


@dataclass(frozen=True, slots=True)
class SharedBy:
    """The key: who shares, how many live there on the day, and whether it is every municipality.

    `next_from` is the day from which the next key of the project applies, None where there is no next. `said` is who said
    it, when and why, and `before` what was said in its place earlier, the newest first.
    """

    sharing: Sharing
    inhabitants: int
    everybody: bool
    next_from: date | None = None
    said: Saying | None = None
    before: tuple["SharedBy", ...] = ()

    @property
    def told(self) -> tuple[Message, ...]:
        """Who shares and by what, in sentences."""
        return self.sharing.rule.told(self.sharing, inhabitants=self.inhabitants, everybody=self.everybody)

    @property
    def since(self) -> Message:
        """What it applies to, in a sentence."""
        day, end = self.sharing.applies_from, self.next_from
        if end is not None:
            return _until(day, end)
        if day == EARLIEST:
            return Message(N_("Applies from the first payment."))
        return Message(
            N_("Applies to what is paid from {day} on, and to the plans of {year} and later years."),
            {"day": day, "year": str(day.year)},
        )


@dataclass(frozen=True, slots=True)
class Part(Amounts):
    """What one municipality carries of the joint contribution in the years asked for.

    `inhabitants` are on the day of the key that shares the plans of the last year asked for, None where not known.
    """

    party: Party
    inhabitants: int | None


def keys(
    carrying: Carrying, proposal: str, *, said: Mapping[str, Sequence[Saying]] = MappingProxyType({})
) -> tuple[SharedBy, ...]:
    """Return every key of a project, the newest first; `said` is all that was said with each, by its id."""
    listed = pairwise([*carrying.keys.get(proposal, ()), None])
    told = [_shared_by(carrying, key, then.applies_from if then else None) for key, then in listed if key]
    return tuple(_as_said(carrying, each, said.get(each.sharing.id, ())) for each in reversed(told))


def parts(carrying: Carrying, proposal: str, stood: Iterable[Position]) -> Iterator[Part]:
    """Yield what each municipality carries of a project's joint contribution; nothing where there is no key."""
    joint = [each for each in stood if each.place.party == JOINT]
    sharing = carrying.planned_by(proposal, max(each.place.year for each in joint)) if joint else None
    if sharing is None:
        return
    known = carrying.inhabitants[sharing.on]
    together = lines(carrying, joint)
    for party, carried in sorted(summed_by(together, by=lambda line: line.party).items()):
        yield Part(
            party=carrying.parties[party],
            inhabitants=known.get(party),
            **by_stage(carried),
        )


def _as_said(carrying: Carrying, key: SharedBy, said: Sequence[Saying]) -> SharedBy:
    """Return a key with what was said of it, and what was said in its place before."""
    if not said:
        return key
    now, *earlier = said
    before = (replace(_shared_by(carrying, each.sharing, key.next_from), said=each) for each in earlier)
    return replace(key, said=now, before=tuple(before))


def _until(day: date, end: date) -> Message:
    """Return what a key applies to from a day until the next takes over: its plans are of the years that end before."""
    first, last = day.year, end.year - 1
    facts = {"day": day, "last_day": end - timedelta(days=1), "year": str(first), "last": str(last)}
    if day == EARLIEST:
        return Message(
            N_("Applies from the first payment to {last_day}, and to the plans of {last} and earlier years."),
            facts,
        )
    if first > last:
        return Message(N_("Applies to what is paid from {day} to {last_day}, and to no plans."), facts)
    if first == last:
        return Message(
            N_("Applies to what is paid from {day} to {last_day}, and to the plans of {year}."), facts
        )
    return Message(
        N_("Applies to what is paid from {day} to {last_day}, and to the plans of {year} to {last}."), facts
    )


def _shared_by(carrying: Carrying, sharing: Sharing, next_from: date | None) -> SharedBy:
    known = carrying.inhabitants[sharing.on]
    everybody = {each.id for each in carrying.parties.values() if is_municipality(each)}
    return SharedBy(
        sharing,
        inhabitants=sum(known.get(member, 0) for member in sharing.members),
        everybody=everybody == set(sharing.members),
        next_from=next_from,
    )
