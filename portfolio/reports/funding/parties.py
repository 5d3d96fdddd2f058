"""What each party carries over all projects, and one party's story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio.funding.contributions import Entry
from portfolio.funding.ledger import Position, positions
from portfolio.lookups.carried import AMOUNTS, Reached, Register
from portfolio.money import Money, total
from portfolio.parties import JOINT, Party, PartyKind, Side
from portfolio.reports.funding.lines import FundingLine, lines
from portfolio.store.reading import Reader


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


def carriers(reader: Reader, *, year: int | None = None) -> tuple[PartyTotal, ...]:
    """Return what each party carries of all projects, in all years or one."""
    return tuple(party_totals(Register(reader), _stood(reader, year)))


def party_story(reader: Reader, party: str, *, year: int | None = None) -> PartyStory:
    """Return what one party carries of each project, in all years or one.

    Raises:
        Missing: there is no such party.
    """
    body = reader.get(Party, party)
    register = Register(reader)
    mine = sorted(
        lines(register, _stood(reader, year), party=party), key=lambda line: (line.year, line.reference)
    )
    amounts = {name: total(getattr(line, name) for line in mine) for name in AMOUNTS}
    return PartyStory(
        total=_total(body, amounts, register.newest(party)),
        lines=tuple(mine),
        example=any(register.proposals[line.proposal].example for line in mine),
    )


def _stood(reader: Reader, year: int | None) -> tuple[Position, ...]:
    return positions(reader.all(Entry) if year is None else reader.all(Entry, year=year))


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
