"""What is applied for, promised, agreed and paid: by project, party and year, exact to the øre."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from portfolio.funding.contributions import JOINT, Entry, Sharing, Stage
from portfolio.funding.ledger import Position, positions
from portfolio.funding.shares import Cover, cover, shares
from portfolio.money import Money, total
from portfolio.parties import Party, PartyKind, Population, Side
from portfolio.proposals import CostLine, Proposal
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
class CostRow:
    """What one project costs in one year."""

    id: str
    proposal: str
    reference: str
    title: str
    year: int
    cost: Money


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """How one project is covered in one year. `state`, `local` and `other` are what is promised."""

    proposal: str
    reference: str
    title: str
    year: int
    cost: Money
    applied: Money
    state: Money
    local: Money
    other: Money
    promised: Money
    agreed: Money
    paid: Money
    gap: Money
    state_share: float | None
    local_share: float | None


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


@dataclass(frozen=True, slots=True)
class FundingReport:
    """The funding overview. `year` None means all years; `revision` and `head` tell which data it rests on."""

    as_of: datetime | None
    year: int | None
    years: tuple[int, ...]
    revision: int
    head: str
    example: bool
    lines: tuple[FundingLine, ...]
    costs: tuple[CostRow, ...]
    projects: tuple[ProjectYear, ...]
    parties: tuple[PartyTotal, ...]


AMOUNTS: Mapping[str, Stage] = {
    "applied": Stage.APPLIED,
    "promised": Stage.PROMISED,
    "agreed": Stage.AGREED,
    "paid": Stage.PAID,
    "lapsed": Stage.LAPSED,
}
"""Which stage each amount of a line has reached."""


def funding(
    reading: Reading,
    *,
    at: datetime | None = None,
    year: int | None = None,
    proposal: str | None = None,
) -> FundingReport:
    """Return the funding of all years or one, of all projects or one; `at` is the moment it is taken."""
    only = {} if proposal is None else {"proposal": proposal}
    in_year = {} if year is None else {"year": year}
    register = _Register(reading)
    costs = tuple(_costs(register, reading.all(CostLine, **only, **in_year)))
    stood = positions(reading.all(Entry, **only, **in_year))
    lines = tuple(line for position in stood for line in register.lines(position))
    years = sorted({row.year for row in costs} | {line.year for line in lines})
    head = reading.head()
    return FundingReport(
        as_of=at,
        year=year,
        years=tuple(years),
        revision=head.seq,
        head=head.digest,
        example=any(each.example for each in register.proposals.values()),
        lines=lines,
        costs=costs,
        projects=tuple(_project_years(register, costs, lines)),
        parties=tuple(_party_totals(register, lines)),
    )


class _Register:
    """Projects, parties, keys and inhabitants, read once."""

    def __init__(self, reading: Reading) -> None:
        self.proposals = {each.id: each for each in reading.all(Proposal)}
        self.parties = {each.id: each for each in reading.all(Party)}
        self.sharings = {each.proposal: each for each in reading.all(Sharing)}
        self.inhabitants: dict[date, dict[str, int]] = defaultdict(dict)
        for each in reading.all(Population):
            self.inhabitants[each.on][each.party] = each.inhabitants

    def lines(self, position: Position) -> Iterator[FundingLine]:
        """Yield what each party carries of a position: itself, or each municipality that shares it."""
        reached = {name: position.reached(stage) for name, stage in AMOUNTS.items()}
        if position.place.party != JOINT:
            yield self._line(position, position.place.party, reached, joint=False)
            return
        sharing = self.sharings[position.place.proposal]
        known = self.inhabitants[sharing.on]
        parts = {name: shares(amount, sharing, inhabitants=known) for name, amount in reached.items()}
        for member in sorted(sharing.members):
            yield self._line(position, member, {name: parts[name][member] for name in AMOUNTS}, joint=True)

    def _line(
        self, position: Position, party: str, amounts: Mapping[str, Money], *, joint: bool
    ) -> FundingLine:
        place, body = position.place, self.parties[party]
        proposal = self.proposals[place.proposal]
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


def _costs(register: _Register, lines: Iterable[CostLine]) -> Iterator[CostRow]:
    for line in sorted(lines, key=lambda each: (each.proposal, each.year)):
        proposal = register.proposals[line.proposal]
        yield CostRow(line.id, line.proposal, proposal.reference, proposal.title, line.year, line.amount)


def _project_years(
    register: _Register, costs: Iterable[CostRow], lines: Iterable[FundingLine]
) -> Iterator[ProjectYear]:
    cost = {(row.proposal, row.year): row.cost for row in costs}
    carried: dict[tuple[str, int], list[FundingLine]] = defaultdict(list)
    for line in lines:
        carried[line.proposal, line.year].append(line)
    for proposal, year in sorted(cost.keys() | carried.keys()):
        own = carried[proposal, year]
        covered = cover(cost.get((proposal, year), Money(0)), [(line.side, line.promised) for line in own])
        yield _project_year(register.proposals[proposal], year, covered, own)


def _project_year(proposal: Proposal, year: int, covered: Cover, lines: list[FundingLine]) -> ProjectYear:
    state, local = covered.share_of(Side.STATE), covered.share_of(Side.LOCAL)
    return ProjectYear(
        proposal=proposal.id,
        reference=proposal.reference,
        title=proposal.title,
        year=year,
        cost=covered.cost,
        applied=total(line.applied for line in lines),
        state=covered.by_side[Side.STATE],
        local=covered.by_side[Side.LOCAL],
        other=covered.by_side[Side.OTHER],
        promised=covered.covered,
        agreed=total(line.agreed for line in lines),
        paid=total(line.paid for line in lines),
        gap=covered.gap,
        state_share=None if state is None else float(state),
        local_share=None if local is None else float(local),
    )


def _party_totals(register: _Register, lines: Iterable[FundingLine]) -> Iterator[PartyTotal]:
    carried: dict[str, list[FundingLine]] = defaultdict(list)
    for line in lines:
        carried[line.party].append(line)
    newest = max(register.inhabitants, default=None)
    inhabitants = register.inhabitants[newest] if newest else {}
    order = list(PartyKind)
    listed = [each for each in register.parties.values() if each.id != JOINT]
    for party in sorted(listed, key=lambda each: (order.index(each.kind), each.number, each.name)):
        if party.kind is PartyKind.OTHER and party.id not in carried:
            continue
        yield _party_total(party, carried[party.id], inhabitants.get(party.id))


def _party_total(party: Party, lines: list[FundingLine], inhabitants: int | None) -> PartyTotal:
    return PartyTotal(
        party=party.id,
        number=party.number,
        name=party.name,
        county=party.county,
        kind=party.kind,
        side=party.side,
        inhabitants=inhabitants,
        applied=total(line.applied for line in lines),
        promised=total(line.promised for line in lines),
        agreed=total(line.agreed for line in lines),
        paid=total(line.paid for line in lines),
    )
