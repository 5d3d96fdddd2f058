"""What is applied for, promised, agreed and paid: by project, party and year, exact to the øre."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from portfolio.funding.contributions import Entry
from portfolio.funding.ledger import positions
from portfolio.lookups.carried import Register
from portfolio.money import Money
from portfolio.proposals.costs import CostLine
from portfolio.reports.funding.covering import ProjectYear as ProjectYear
from portfolio.reports.funding.covering import project_years
from portfolio.reports.funding.lines import FundingLine as FundingLine
from portfolio.reports.funding.lines import lines
from portfolio.reports.funding.parties import PartyTotal as PartyTotal
from portfolio.reports.funding.parties import party_totals
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


def funding(
    reader: Reader,
    *,
    at: datetime | None = None,
    year: int | None = None,
    proposal: str | None = None,
) -> FundingReport:
    """Return the funding of all years or one, of all projects or one; `at` is the moment it is taken.

    It holds a line for each party, project and year, and so grows large. Where only the projects are
    asked for, `covered` answers without them.
    """
    only = {} if proposal is None else {"proposal": proposal}
    in_year = {} if year is None else {"year": year}
    register = Register(reader, proposal=proposal)
    costs = reader.all(CostLine, **only, **in_year)
    stood = positions(reader.all(Entry, **only, **in_year))
    head = reader.head()
    return FundingReport(
        as_of=at,
        year=year,
        years=tuple(sorted({line.year for line in costs} | {each.place.year for each in stood})),
        revision=head.seq,
        head=head.digest,
        example=any(each.example for each in register.proposals.values()),
        lines=tuple(lines(register, stood)),
        costs=tuple(_costs(register, costs)),
        projects=tuple(project_years(register.proposals, register.parties, costs, stood)),
        parties=tuple(party_totals(register, stood)),
    )


def _costs(register: Register, costs: Iterable[CostLine]) -> Iterator[CostRow]:
    for line in sorted(costs, key=lambda each: (each.proposal, each.year)):
        proposal = register.proposals[line.proposal]
        yield CostRow(line.id, line.proposal, proposal.reference, proposal.title, line.year, line.amount)
