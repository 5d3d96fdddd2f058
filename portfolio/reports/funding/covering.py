"""How the portfolio is covered: what the projects cost, who has promised what, what is agreed, paid and lacking."""

from collections import defaultdict
from dataclasses import dataclass

from portfolio.funding.divisions import is_divided
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry, positions
from portfolio.parties import JOINT, Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.project_years import ProjectYear, project_years
from portfolio.reports.funding.sums import ProjectSums, Sums, YearSums, by_project, by_year, summed
from portfolio.search import fits
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Covering:
    """The whole portfolio: the years there are, the sums of those asked for, by year and by project.

    `rows` are the same, each project in each year. `lines` is how many rows the workbook will have at most, one for each
    party, project and year, and `paid_parts` how many more, one for each municipality of each payment.
    """

    year: int | None
    years: tuple[int, ...]
    whole: Sums
    by_year: tuple[YearSums, ...]
    projects: tuple[ProjectSums, ...]
    rows: tuple[ProjectYear, ...]
    lines: int
    paid_parts: int
    example: bool

    def found(self, search: str) -> tuple[ProjectSums, ...]:
        """Return the projects whose reference or title holds every word, in any letter case."""
        return tuple(each for each in self.projects if fits(f"{each.reference} {each.title}", search))


def covering(reader: Reader, *, year: int | None = None, proposal: str | None = None) -> Covering:
    """Return how the portfolio is covered, in all years or one, of all projects or one.

    No joint contribution needs to be split.
    """
    in_year, of = _where(year=year), _where(proposal=proposal)
    entries = reader.all(Entry, **in_year, **of)
    stood = positions(entries)
    proposals = reader.all(Proposal, **_where(id=proposal))
    rows = tuple(
        project_years(
            {each.id: each for each in proposals},
            {each.id: each for each in reader.all(Party)},
            reader.all(CostLine, **in_year, **of),
            stood,
        )
    )
    members: dict[str, set[str]] = defaultdict(set)
    for each in reader.all(Sharing, **of):
        members[each.proposal].update(each.members)
    sharers = {id: len(shared) for id, shared in members.items()}
    return Covering(
        year=year,
        years=tuple(sorted({row.year for row in rows} if year is None else _years(reader, **of))),
        whole=summed(rows),
        by_year=by_year(rows),
        projects=by_project(rows),
        rows=rows,
        lines=sum(sharers.get(at.place.proposal, 1) if at.place.party == JOINT else 1 for at in stood),
        paid_parts=sum(sharers.get(each.proposal, 0) for each in entries if is_divided(each)),
        example=any(each.example for each in proposals),
    )


def _where(**asked: object) -> dict[str, object]:
    """Return what is asked for, without what is not."""
    return {field: value for field, value in asked.items() if value is not None}


def _years(reader: Reader, **of: object) -> set[int]:
    costs, entries = reader.all(CostLine, **of), reader.all(Entry, **of)
    return {line.year for line in costs} | {entry.year for entry in entries}
