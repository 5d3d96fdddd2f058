"""How each project is covered: what it costs, who has promised what, what is agreed, paid and lacking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.cover import Cover, cover
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Position, positions
from portfolio.money import Money, share, total
from portfolio.parties import JOINT, Party, Side
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """How one project is covered in one year. `state`, `local` and `other` are what is promised.

    `gap` is cost less promised: `lacking` where that is above zero, `beyond` where it is below.
    """

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
    lacking: Money
    beyond: Money


@dataclass(frozen=True, slots=True)
class Sums:
    """Several projects or years together.

    `lacking` is what nobody has promised yet. What one project is promised beyond its cost in a year is
    `beyond`, and does not cover what another lacks: cost − promised = lacking − beyond.
    """

    cost: Money
    applied: Money
    state: Money
    local: Money
    other: Money
    promised: Money
    agreed: Money
    paid: Money
    lacking: Money
    beyond: Money

    @property
    def state_share(self) -> Fraction | None:
        """The state side's part of what is promised."""
        return share(self.state, self.promised)

    @property
    def local_share(self) -> Fraction | None:
        """The local government side's part of what is promised."""
        return share(self.local, self.promised)


@dataclass(frozen=True, slots=True)
class YearSums:
    """All projects in one year."""

    year: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class ProjectSums:
    """One project in the years asked for."""

    proposal: str
    reference: str
    title: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Covering:
    """The whole portfolio: the years there are, the sums of those asked for, by year and by project.

    `rows` are the same, each project in each year. `lines` is how many rows the workbook will have, one for each party, project and year.
    """

    year: int | None
    years: tuple[int, ...]
    whole: Sums
    by_year: tuple[YearSums, ...]
    projects: tuple[ProjectSums, ...]
    rows: tuple[ProjectYear, ...]
    lines: int
    example: bool

    def found(self, search: str) -> tuple[ProjectSums, ...]:
        """Return the projects whose reference or title holds every word, in any letter case."""
        wanted = search.casefold().split()
        return tuple(
            each
            for each in self.projects
            if all(word in f"{each.reference} {each.title}".casefold() for word in wanted)
        )


def covering(reader: Reader, *, year: int | None = None) -> Covering:
    """Return how the portfolio is covered, in all years or one. No joint contribution needs to be split."""
    in_year = {} if year is None else {"year": year}
    stood = positions(reader.all(Entry, **in_year))
    proposals = reader.all(Proposal)
    rows = tuple(
        project_years(
            {each.id: each for each in proposals},
            {each.id: each for each in reader.all(Party)},
            reader.all(CostLine, **in_year),
            stood,
        )
    )
    members = {each.proposal: len(each.members) for each in reader.all(Sharing)}
    return Covering(
        year=year,
        years=tuple(sorted({row.year for row in rows} if year is None else _years(reader))),
        whole=summed(rows),
        by_year=tuple(YearSums(each, summed(own)) for each, own in _grouped(rows, "year")),
        projects=tuple(_project_sums(own) for _, own in _grouped(rows, "reference")),
        rows=rows,
        lines=sum(members.get(at.place.proposal, 1) if at.place.party == JOINT else 1 for at in stood),
        example=any(each.example for each in proposals),
    )


def project_years(
    proposals: dict[str, Proposal],
    parties: dict[str, Party],
    costs: Iterable[CostLine],
    stood: Iterable[Position],
) -> Iterator[ProjectYear]:
    """Yield each project in each year in which it costs or is given something."""
    cost: dict[tuple[str, int], Money] = {(line.proposal, line.year): line.amount for line in costs}
    given: dict[tuple[str, int], list[Position]] = defaultdict(list)
    for position in stood:
        given[position.place.proposal, position.place.year].append(position)
    for proposal, year in sorted(cost.keys() | given.keys()):
        own = given.get((proposal, year), [])
        covered = cover(
            cost.get((proposal, year), Money(0)),
            [(parties[each.place.party].side, each.reached(Stage.PROMISED)) for each in own],
        )
        yield _project_year(proposals[proposal], year, covered, own)


def summed(rows: Iterable[ProjectYear]) -> Sums:
    """Return the sums of projects and years."""
    listed = tuple(rows)
    return Sums(
        cost=total(row.cost for row in listed),
        applied=total(row.applied for row in listed),
        state=total(row.state for row in listed),
        local=total(row.local for row in listed),
        other=total(row.other for row in listed),
        promised=total(row.promised for row in listed),
        agreed=total(row.agreed for row in listed),
        paid=total(row.paid for row in listed),
        lacking=total(max(row.gap, Money(0)) for row in listed),
        beyond=total(max(-row.gap, Money(0)) for row in listed),
    )


def _years(reader: Reader) -> set[int]:
    return {line.year for line in reader.all(CostLine)} | {entry.year for entry in reader.all(Entry)}


def _grouped(rows: Iterable[ProjectYear], field: str) -> list[tuple[int, list[ProjectYear]]]:
    groups: dict[int, list[ProjectYear]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, field)].append(row)
    return sorted(groups.items())


def _project_sums(rows: list[ProjectYear]) -> ProjectSums:
    first = rows[0]
    return ProjectSums(first.proposal, first.reference, first.title, summed(rows))


def _project_year(proposal: Proposal, year: int, covered: Cover, given: list[Position]) -> ProjectYear:
    state, local = covered.share_of(Side.STATE), covered.share_of(Side.LOCAL)
    return ProjectYear(
        proposal=proposal.id,
        reference=proposal.reference,
        title=proposal.title,
        year=year,
        cost=covered.cost,
        applied=total(each.reached(Stage.APPLIED) for each in given),
        state=covered.by_side[Side.STATE],
        local=covered.by_side[Side.LOCAL],
        other=covered.by_side[Side.OTHER],
        promised=covered.covered,
        agreed=total(each.reached(Stage.AGREED) for each in given),
        paid=total(each.reached(Stage.PAID) for each in given),
        gap=covered.gap,
        state_share=None if state is None else float(state),
        local_share=None if local is None else float(local),
        lacking=max(covered.gap, Money(0)),
        beyond=max(-covered.gap, Money(0)),
    )
