"""What a new or changed sharing key would come to, party by party, before anybody says yes to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portfolio.funding.divisions import let_apply
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry, Position, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying, seal
from portfolio.money import NOTHING, Money, total
from portfolio.parties import JOINT, Party
from portfolio.reports.funding.parties import holds
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class NewShare:
    """What one party has paid, which stays, and what it would carry of what is not yet paid, now and by the new key."""

    party: Party
    paid: Money
    now: Money
    then: Money

    @property
    def change(self) -> Money:
        """How much more it would carry."""
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class Preview:
    """The shares of a project by a key that is not kept yet, beside those by the keys that are.

    `years` are the budget years whose plans it would share: of what is not paid, nothing else moves. `seen` is the seal on
    what it all rests on.
    """

    sharing: Sharing
    years: tuple[int, ...]
    rows: tuple[NewShare, ...]
    seen: str

    @property
    def paid(self) -> Money:
        """What is paid in all, and stays as it was shared."""
        return total(row.paid for row in self.rows)

    @property
    def now(self) -> Money:
        """What is not yet paid in all, as it is shared now."""
        return total(row.now for row in self.rows)

    @property
    def then(self) -> Money:
        """The same, as it would be shared."""
        return total(row.then for row in self.rows)

    def found(self, search: str) -> tuple[NewShare, ...]:
        """Return those whose number, name or county holds every word."""
        return tuple(row for row in self.rows if holds(row.party, search))


def preview(reader: Reader, sharing: Sharing) -> Preview:
    """Return what a key would come to, over all years.

    Raises:
        AlreadyPaid: something is paid on a day that it would apply to.
        NoInhabitants: a municipality had no inhabitants known on its day.
    """
    carrying, project = Carrying(reader, proposal=sharing.proposal), sharing.proposal
    let_apply(sharing, keys=carrying.keys.get(project, ()), divided=carrying.divisions)
    supposed = carrying.supposing(sharing)
    stood = [_alive(each) for each in positions(reader.all(Entry, proposal=project, party=JOINT))]
    planned = {each.place.year for each in stood if each.reached(Stage.APPLIED) > each.reached(Stage.PAID)}
    (_, now), (paid, then) = _unpaid(carrying, stood), _unpaid(supposed, stood)
    return Preview(
        sharing=sharing,
        years=tuple(sorted(year for year in planned if supposed.planned_by(project, year) is sharing)),
        rows=tuple(
            NewShare(
                carrying.parties[party],
                paid=paid.get(party, NOTHING),
                now=now.get(party, NOTHING),
                then=then.get(party, NOTHING),
            )
            for party in sorted({*paid, *now, *then})
        ),
        seen=seal(reader, project),
    )


def _alive(position: Position) -> Position:
    """Return a position without what has lapsed, which nobody is going to pay."""
    return replace(
        position, at={stage: amount for stage, amount in position.at.items() if stage is not Stage.LAPSED}
    )


def _unpaid(carrying: Carrying, stood: Iterable[Position]) -> tuple[Mapping[str, Money], Mapping[str, Money]]:
    """Return what each has paid, and what each carries of what is not yet paid."""
    paid: dict[str, Money] = defaultdict(Money)
    unpaid: dict[str, Money] = defaultdict(Money)
    for position in stood:
        split = carrying.split(position)
        for party, whole in split[Stage.APPLIED].items():
            paid[party] += split[Stage.PAID][party]
            unpaid[party] += whole - split[Stage.PAID][party]
    return paid, unpaid
