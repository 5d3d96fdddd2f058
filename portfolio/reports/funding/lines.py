"""What each party carries of each project in each year: a joint contribution as its shares, to the øre."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.funding.ledger import Position
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying
from portfolio.money import Money
from portfolio.parties import JOINT, PartyKind, Side


@dataclass(frozen=True, slots=True)
class FundingLine:
    """What one party carries of one project in one year; a joint contribution is here as its shares.

    Each amount holds the later ones: what is paid is also agreed, promised and applied for.
    """

    id: str
    proposal: str
    reference: str
    title: str
    year: int
    side: Side
    kind: PartyKind
    party: str
    number: str
    name: str
    county: str
    joint: bool
    applied: Money
    promised: Money
    agreed: Money
    paid: Money
    lapsed: Money


def lines(
    carrying: Carrying, stood: Iterable[Position], *, party: str | None = None
) -> Iterator[FundingLine]:
    """Yield a line for each party, project and year, or only those of one party."""
    for position in stood:
        split = carrying.split(position)
        for carrier in split[Stage.APPLIED]:
            if party in (None, carrier):
                yield _line(carrying, position, carrier, {stage: split[stage][carrier] for stage in Stage})


def _line(carrying: Carrying, position: Position, party: str, amounts: Mapping[str, Money]) -> FundingLine:
    place, body = position.place, carrying.parties[party]
    proposal, joint = carrying.proposals[place.proposal], place.party == JOINT
    return FundingLine(
        id=f"{place.proposal}.{place.year}.{party}{'.felles' if joint else ''}",
        proposal=place.proposal,
        reference=proposal.reference,
        title=proposal.title,
        year=place.year,
        side=body.side,
        kind=body.kind,
        party=party,
        number=body.number,
        name=body.name,
        county=body.county,
        joint=joint,
        **amounts,
    )
