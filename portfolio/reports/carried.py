"""What each party carries of each project in each year: a joint contribution as its shares, to the øre."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.funding.contributions import JOINT, Entry, Sharing, Stage
from portfolio.funding.ledger import Position, positions
from portfolio.funding.shares import shares
from portfolio.money import NOTHING, Money, total
from portfolio.parties import Party, PartyKind, Population, Side
from portfolio.proposals import Proposal
from portfolio.store.database import Reading


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


@dataclass(frozen=True, slots=True)
class PartyTotal:
    """What one party carries over all projects and the years asked for."""

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

    def fits(self, search: str) -> bool:
        """Say whether the number, name or county holds every word, in any letter case."""
        text = f"{self.number} {self.name} {self.county}".casefold()
        return all(word in text for word in search.casefold().split())


@dataclass(frozen=True, slots=True)
class PartyStory:
    """One party, what it carries in all, and of each project in each year, in order of year and reference."""

    total: PartyTotal
    lines: tuple[FundingLine, ...]
    example: bool


Reached = Mapping[str, Money]
"""Amounts by name, or by who carries them."""

AMOUNTS: Mapping[str, Stage] = {
    "applied": Stage.APPLIED,
    "promised": Stage.PROMISED,
    "agreed": Stage.AGREED,
    "paid": Stage.PAID,
    "lapsed": Stage.LAPSED,
}
"""Which stage each amount of a line has reached."""


class Register:
    """Projects, parties, keys and inhabitants, read once."""

    def __init__(self, reading: Reading, *, proposal: str | None = None) -> None:
        only = {} if proposal is None else {"id": proposal}
        shared = {} if proposal is None else {"proposal": proposal}
        self.proposals = {each.id: each for each in reading.all(Proposal, **only)}
        self.parties = {each.id: each for each in reading.all(Party)}
        self.sharings = {each.proposal: each for each in reading.all(Sharing, **shared)}
        self.inhabitants: dict[date, dict[str, int]] = defaultdict(dict)
        for each in reading.all(Population):
            self.inhabitants[each.on][each.party] = each.inhabitants

    def split(self, position: Position) -> Mapping[str, Reached]:
        """Return each amount of a position by who carries it: the party, or the municipalities that share it.

        A joint contribution that nobody has said how to share stays with the municipalities together.
        """
        reached = {name: position.reached(stage) for name, stage in AMOUNTS.items()}
        place = position.place
        sharing = self.sharings.get(place.proposal) if place.party == JOINT else None
        if sharing is None:
            return {name: {place.party: amount} for name, amount in reached.items()}
        known = self.inhabitants[sharing.on]
        once = {
            amount: shares(amount, sharing, inhabitants=known) for amount in {*reached.values()} if amount
        }
        once[NOTHING] = dict.fromkeys(sharing.members, NOTHING)
        return {name: once[amount] for name, amount in reached.items()}

    def newest(self, party: str) -> int | None:
        """Return the party's inhabitants on the last day known."""
        return self.inhabitants[max(self.inhabitants)].get(party) if self.inhabitants else None


def lines(
    register: Register, stood: Iterable[Position], *, party: str | None = None
) -> Iterator[FundingLine]:
    """Yield a line for each party, project and year, or only those of one party."""
    for position in stood:
        split = register.split(position)
        for carrier in split["applied"]:
            if party in (None, carrier):
                amounts = {name: split[name][carrier] for name in AMOUNTS}
                yield _line(register, position, carrier, amounts)


def party_totals(register: Register, stood: Iterable[Position]) -> Iterator[PartyTotal]:
    """Yield what each party carries, in order of kind and number; other bodies only if they carry something."""
    carried: dict[str, dict[str, int]] = {name: defaultdict(int) for name in AMOUNTS}
    for position in stood:
        for name, amounts in register.split(position).items():
            mine = carried[name]
            for carrier, amount in amounts.items():
                mine[carrier] += amount.ore
    order = list(PartyKind)
    for each in sorted(
        register.parties.values(), key=lambda body: (order.index(body.kind), body.number, body.name)
    ):
        if each.id in carried["applied"] or (each.id != JOINT and each.kind is not PartyKind.OTHER):
            amounts = {name: Money(carried[name].get(each.id, 0)) for name in AMOUNTS}
            yield _total(each, amounts, register.newest(each.id))


def carriers(reading: Reading, *, year: int | None = None) -> tuple[PartyTotal, ...]:
    """Return what each party carries of all projects, in all years or one."""
    return tuple(party_totals(Register(reading), _stood(reading, year)))


def party_story(reading: Reading, party: str, *, year: int | None = None) -> PartyStory:
    """Return what one party carries of each project, in all years or one.

    Raises:
        Missing: there is no such party.
    """
    body = reading.get(Party, party)
    register = Register(reading)
    mine = sorted(
        lines(register, _stood(reading, year), party=party), key=lambda line: (line.year, line.reference)
    )
    amounts = {name: total(getattr(line, name) for line in mine) for name in AMOUNTS}
    return PartyStory(
        total=_total(body, amounts, register.newest(party)),
        lines=tuple(mine),
        example=any(register.proposals[line.proposal].example for line in mine),
    )


def _stood(reading: Reading, year: int | None) -> tuple[Position, ...]:
    return positions(reading.all(Entry) if year is None else reading.all(Entry, year=year))


def _line(register: Register, position: Position, party: str, amounts: Reached) -> FundingLine:
    place, body = position.place, register.parties[party]
    proposal, joint = register.proposals[place.proposal], place.party == JOINT
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


def _total(party: Party, amounts: Reached, inhabitants: int | None) -> PartyTotal:
    return PartyTotal(
        party=party.id,
        number=party.number,
        name=party.name,
        county=party.county,
        kind=party.kind,
        side=party.side,
        inhabitants=inhabitants,
        applied=amounts["applied"],
        promised=amounts["promised"],
        agreed=amounts["agreed"],
        paid=amounts["paid"],
    )
