"""How the portfolio is covered: what the projects cost, who has promised what, what is agreed, paid and lacking."""

from dataclasses import dataclass

from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry, positions
from portfolio.parties import JOINT, Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.project_years import ProjectYear, project_years
from portfolio.reports.funding.sums import ProjectSums, Sums, YearSums, by_project, by_year, summed
from portfolio.store.reading import Reader


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
        by_year=by_year(rows),
        projects=by_project(rows),
        rows=rows,
        lines=sum(members.get(at.place.proposal, 1) if at.place.party == JOINT else 1 for at in stood),
        example=any(each.example for each in proposals),
    )


def _years(reader: Reader) -> set[int]:
    return {line.year for line in reader.all(CostLine)} | {entry.year for entry in reader.all(Entry)}
