"""What the workbook of the funding tells: applied for, promised, agreed and paid, by project, party and year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from portfolio.funding.keys import explained
from portfolio.funding.ledger import Entry, positions
from portfolio.lookups.carrying import Carrying
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.reports.funding.lines import FundingLine, lines
from portfolio.reports.funding.parties import PartyTotal, party_totals
from portfolio.reports.funding.payments import KeyRow, PaidPart, key_rows, paid_parts
from portfolio.reports.funding.project_years import ProjectYear, project_years
from portfolio.reports.funding.sayings import sayings
from portfolio.reports.imprint import CURRENT, Imprint, program
from portfolio.store.reading import Reader


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
class FundingReport:
    """The funding overview. `year` None means all years; `revision` and `head` tell which data it rests on.

    `rules` say in words how the municipalities share what they give together. What each has paid in `lines` is the sum
    of their parts in `payments`.
    """

    as_of: datetime | None
    year: int | None
    years: tuple[int, ...]
    revision: int
    head: str
    example: bool
    rules: tuple[Message, ...]
    lines: tuple[FundingLine, ...]
    costs: tuple[CostRow, ...]
    projects: tuple[ProjectYear, ...]
    parties: tuple[PartyTotal, ...]
    keys: tuple[KeyRow, ...]
    payments: tuple[PaidPart, ...]

    @property
    def imprint(self) -> Imprint:
        """What the figures rest on; each key says its own version where it stands."""
        return Imprint(
            as_of=self.as_of,
            filters=(_filter(self.year),),
            versions=(program(), Message(N_("Each sharing key says its version on a sheet of its own."))),
            prices=Message(CURRENT),
            revision=self.revision,
            head=self.head,
        )


def funding(reader: Reader, *, at: datetime | None = None, year: int | None = None) -> FundingReport:
    """Return the funding of all years or one; `at` is the moment it is taken.

    It holds a line for each party, project and year, and so grows large. Where only the projects are
    asked for, `covering` answers without them.
    """
    in_year = {} if year is None else {"year": year}
    carrying = Carrying(reader)
    costs = reader.all(CostLine, **in_year)
    stood = positions(reader.all(Entry, **in_year))
    head = reader.head()
    every = [each for keys in carrying.keys.values() for each in keys]
    return FundingReport(
        as_of=at,
        year=year,
        years=tuple(sorted({line.year for line in costs} | {each.place.year for each in stood})),
        revision=head.seq,
        head=head.digest,
        example=any(each.example for each in carrying.proposals.values()),
        rules=explained(every),
        lines=tuple(lines(carrying, stood)),
        costs=tuple(_costs(carrying, costs)),
        projects=tuple(project_years(carrying.proposals, carrying.parties, costs, stood)),
        parties=tuple(party_totals(carrying, stood)),
        keys=tuple(key_rows(carrying, sayings(reader, every))),
        payments=tuple(paid_parts(carrying, year=year)),
    )


def _filter(year: int | None) -> Message:
    if year is None:
        return Message(N_("All projects and parties in all budget years."))
    return Message(N_("All projects and parties in the budget year {year} alone."), {"year": str(year)})


def _costs(carrying: Carrying, costs: Iterable[CostLine]) -> Iterator[CostRow]:
    for line in sorted(costs, key=lambda each: (each.proposal, each.year)):
        proposal = carrying.proposals[line.proposal]
        yield CostRow(line.id, line.proposal, proposal.reference, proposal.title, line.year, line.amount)
