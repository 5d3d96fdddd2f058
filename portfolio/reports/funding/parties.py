"""What each party carries over all projects, and one party's story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.funding.ledger import Entry, Position, positions
from portfolio.funding.stages import STAGES, Stage
from portfolio.lookups.carrying import Carrying
from portfolio.money import Money
from portfolio.parties import JOINT, Party, PartyKind, Side
from portfolio.reports.funding.amounts import Amounts, by_stage, together
from portfolio.reports.funding.lines import FundingLine, lines
from portfolio.search import fits
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class PartyTotal:
    """What one party carries over all projects and the years asked for.

    `inhabitants` are on the last day known, None of what nobody lives in.
    """

    party: str
    number: str
    name: str
    county: str
    kind: PartyKind
    side: Side
    inhabitants: int | None
    applied: Money
    promised: Money
    agreed: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class PartyStory:
    """One party, what it carries in all, and of each project in each year, in order of year and reference."""

    total: PartyTotal
    lines: tuple[FundingLine, ...]
    example: bool


def holds(party: Party | PartyTotal, search: str) -> bool:
    """Say whether a party's number, name or county holds every word, in any letter case."""
    return fits(f"{party.number} {party.name} {party.county}", search)


def party_totals(carrying: Carrying, stood: Iterable[Position]) -> Iterator[PartyTotal]:
    """Yield what each party carries, in order of kind and number; other bodies only if they carry something."""
    carried, order = _carried(carrying, stood), list(PartyKind)
    for each in sorted(
        carrying.parties.values(), key=lambda body: (order.index(body.kind), body.number, body.name)
    ):
        if each.id in carried or (each.id != JOINT and each.kind is not PartyKind.OTHER):
            yield _total(each, carried.get(each.id, together(())), carrying.newest(each.id))


def carriers(reader: Reader, *, year: int | None = None) -> tuple[PartyTotal, ...]:
    """Return what each party carries of all projects, in all years or one."""
    return tuple(party_totals(Carrying(reader), _stood(reader, year)))


def party_story(reader: Reader, party: str, *, year: int | None = None) -> PartyStory:
    """Return what one party carries of each project, in all years or one.

    Raises:
        Missing: there is no such party.
    """
    body = reader.get(Party, party)
    carrying = Carrying(reader)
    mine = sorted(
        lines(carrying, _stood(reader, year), party=party), key=lambda line: (line.year, line.reference)
    )
    return PartyStory(
        total=_total(body, together(mine), carrying.newest(party)),
        lines=tuple(mine),
        example=any(carrying.proposals[line.proposal].example for line in mine),
    )


def _stood(reader: Reader, year: int | None) -> tuple[Position, ...]:
    return positions(reader.all(Entry) if year is None else reader.all(Entry, year=year))


def _carried(carrying: Carrying, stood: Iterable[Position]) -> Mapping[str, Amounts]:
    """Return what each party that gives anything carries; counted in whole øre, since there may be a million parts."""
    ore: dict[Stage, dict[str, int]] = {stage: defaultdict(int) for stage in Stage}
    for position in stood:
        for stage, amounts in carrying.split(position).items():
            mine = ore[stage]
            for carrier, amount in amounts.items():
                mine[carrier] += amount.ore
    return {
        carrier: Amounts(**{stage: Money(ore[stage][carrier]) for stage in STAGES})
        for carrier in ore[Stage.APPLIED]
    }


def _total(party: Party, amounts: Amounts, inhabitants: int | None) -> PartyTotal:
    return PartyTotal(
        party=party.id,
        number=party.number,
        name=party.name,
        county=party.county,
        kind=party.kind,
        side=party.side,
        inhabitants=inhabitants,
        **by_stage(amounts),
    )
