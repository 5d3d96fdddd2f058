"""What each party gives a project in each year, and where each krone of it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.funding.ledger import Place, Position
from portfolio.funding.stages import ONWARD, Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import Party, PartyKind, Side
from portfolio.reports.funding.amounts import Amounts


@dataclass(frozen=True, slots=True)
class Contribution(Amounts):
    """What one party gives in one year. Each amount holds the later ones; `at` is where each krone stands."""

    place: Place
    party: Party
    at: Mapping[Stage, Money]
    lapsed: Money

    @property
    def movable(self) -> tuple[Stage, ...]:
        """The stages that something stands at and may go on from."""
        return tuple(stage for stage in Stage if ONWARD[stage] and self.at.get(stage, NOTHING) > NOTHING)


def contributions(parties: Mapping[str, Party], stood: Iterable[Position]) -> Iterator[Contribution]:
    """Yield what each party gives in each year, in order of year, side, kind and number."""
    listed = [(each, parties[each.place.party]) for each in stood]
    for position, party in sorted(listed, key=lambda row: (row[0].place.year, *_order(row[1]))):
        reached = {stage: position.reached(stage) for stage in Stage}
        yield Contribution(place=position.place, party=party, at=position.at, **reached)


def _order(party: Party) -> tuple[int, int, str]:
    return list(Side).index(party.side), list(PartyKind).index(party.kind), party.number
