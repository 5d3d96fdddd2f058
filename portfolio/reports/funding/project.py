"""One project's funding whole: by year, by party, how the municipalities share, and every step so far."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.funding.contributions import ONWARD, Entry, Stage
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Place, Position, positions
from portfolio.lookups.carried import AMOUNTS, Register
from portfolio.money import Money, total
from portfolio.parties import JOINT, Party, PartyKind, Side, is_municipality
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.covering import Sums, YearSums, project_years, summed
from portfolio.reports.funding.lines import FundingLine, lines
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one party gives in one year. Each amount holds the later ones; `at` is where each krone stands."""

    place: Place
    party: Party
    at: Mapping[Stage, Money]
    applied: Money
    promised: Money
    agreed: Money
    paid: Money
    lapsed: Money

    @property
    def movable(self) -> tuple[Stage, ...]:
        """The stages that something stands at and may go on from."""
        return tuple(stage for stage in Stage if ONWARD[stage] and self.at.get(stage, Money(0)) > Money(0))


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the ledger: new money to a stage, money from one stage to another, or either undone.

    `corrected` tells that a later step has undone this one, so that it no longer counts.
    """

    entry: str
    number: int
    on: date
    party: Party
    year: int
    from_: Stage | None
    to: Stage | None
    amount: Money
    note: str
    correction: bool
    corrected: bool

    @property
    def correctable(self) -> bool:
        """Whether it may be undone."""
        return not self.correction and not self.corrected


@dataclass(frozen=True, slots=True)
class Key:
    """How the municipalities share: who they are, how many live there on the day, and whether it is all."""

    sharing: Sharing
    inhabitants: int
    everybody: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one municipality carries of the joint contribution in the years asked for."""

    party: Party
    inhabitants: int
    applied: Money
    promised: Money
    agreed: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class FundedProject:
    """One project, in all years or one; `steps` are of all years, the newest first."""

    proposal: Proposal
    year: int | None
    years: tuple[int, ...]
    whole: Sums
    by_year: tuple[YearSums, ...]
    contributions: tuple[Contribution, ...]
    key: Key | None
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]

    @property
    def joint(self) -> tuple[Contribution, ...]:
        """What the municipalities give together."""
        return tuple(each for each in self.contributions if each.place.party == JOINT)

    def found(self, search: str) -> tuple[Part, ...]:
        """Return the parts of the municipalities whose number, name or county holds every word."""
        return tuple(each for each in self.parts if holds(each.party, search))

    def contribution(self, party: str, year: int) -> Contribution | None:
        """Return what a party gives in a year."""
        place = Place(self.proposal.id, party, year)
        return next((each for each in self.contributions if each.place == place), None)

    def step(self, entry: str) -> Step | None:
        """Return a step by its entry."""
        return next((each for each in self.steps if each.entry == entry), None)


def holds(party: Party, search: str) -> bool:
    """Say whether a party's number, name or county holds every word, in any letter case."""
    text = f"{party.number} {party.name} {party.county}".casefold()
    return all(word in text for word in search.casefold().split())


def funded_project(reader: Reader, id: str, *, year: int | None = None) -> FundedProject:
    """Return the funding of one project, in all years or one.

    Raises:
        Missing: there is no such project.
    """
    proposal, register = reader.get(Proposal, id), Register(reader, proposal=id)
    costs, entries = reader.all(CostLine, proposal=id), reader.all(Entry, proposal=id)
    every = positions(entries)
    stood = [each for each in every if year in (None, each.place.year)]
    rows = list(project_years({id: proposal}, register.parties, costs, every))
    asked = [row for row in rows if year in (None, row.year)]
    return FundedProject(
        proposal=proposal,
        year=year,
        years=tuple(row.year for row in rows),
        whole=summed(asked),
        by_year=tuple(YearSums(row.year, summed([row])) for row in asked),
        contributions=tuple(_contributions(register, stood)),
        key=_key(register, id),
        parts=tuple(_parts(register, stood)),
        steps=tuple(sorted(_steps(register, entries), key=lambda step: (step.on, step.number), reverse=True)),
    )


def _contributions(register: Register, stood: Iterable[Position]) -> Iterator[Contribution]:
    order, kinds = list(Side), list(PartyKind)
    listed = [(register.parties[each.place.party], each) for each in stood]
    for party, each in sorted(
        listed,
        key=lambda row: (
            row[1].place.year,
            order.index(row[0].side),
            kinds.index(row[0].kind),
            row[0].number,
        ),
    ):
        reached = {name: each.reached(stage) for name, stage in AMOUNTS.items()}
        yield Contribution(each.place, party, each.at, **reached)


def _key(register: Register, proposal: str) -> Key | None:
    sharing = register.sharings.get(proposal)
    if sharing is None:
        return None
    known = register.inhabitants[sharing.on]
    everybody = {each.id for each in register.parties.values() if is_municipality(each)}
    return Key(
        sharing,
        inhabitants=sum(known.get(member, 0) for member in sharing.members),
        everybody=everybody == set(sharing.members),
    )


def _parts(register: Register, stood: Iterable[Position]) -> Iterator[Part]:
    carried: dict[str, list[FundingLine]] = defaultdict(list)
    for line in lines(register, [each for each in stood if each.place.party == JOINT]):
        carried[line.party].append(line)
    for party, own in sorted(carried.items()):
        if party == JOINT:
            continue
        sharing = register.sharings[own[0].proposal]
        yield Part(
            party=register.parties[party],
            inhabitants=register.inhabitants[sharing.on][party],
            applied=total(line.applied for line in own),
            promised=total(line.promised for line in own),
            agreed=total(line.agreed for line in own),
            paid=total(line.paid for line in own),
        )


def _steps(register: Register, entries: Iterable[Entry]) -> Iterator[Step]:
    """Yield the ledger step by step: the two halves of a move as one, and so also when it is undone."""
    by_id = {entry.id: entry for entry in entries}
    undone = {entry.corrects for entry in by_id.values() if entry.corrects}
    together: dict[str, list[Entry]] = defaultdict(list)
    for entry in by_id.values():
        origin = by_id.get(entry.corrects)
        tied = (origin.move or origin.id) if origin else (entry.move or entry.id)
        together[f"{'undo' if origin else 'do'} {tied}"].append(entry)
    for halves in together.values():
        plus = next((each for each in halves if each.amount > Money(0)), None)
        minus = next((each for each in halves if each.amount < Money(0)), None)
        first = halves[0]
        yield Step(
            entry=first.id,
            number=max(_number(each.id) for each in halves),
            on=first.on,
            party=register.parties[first.party],
            year=first.year,
            from_=minus.stage if minus else None,
            to=plus.stage if plus else None,
            amount=max(each.amount if each.amount > Money(0) else -each.amount for each in halves),
            note=first.note,
            correction=bool(first.corrects),
            corrected=any(each.id in undone for each in halves),
        )


def _number(id: str) -> int:
    """Return the number an entry's id ends in: the order in which they were entered."""
    found = re.search(r"\d+$", id)
    return int(found[0]) if found else 0
