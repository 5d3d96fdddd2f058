"""How the portfolio is covered: what the projects cost, who has promised what, what is agreed, paid and lacking."""

from dataclasses import dataclass
from itertools import chain

from portfolio.reports.funding.covered import COVERED, covered
from portfolio.reports.funding.project_years import ProjectYear
from portfolio.reports.funding.sums import ProjectSums, Sums, YearSums, by_year, summed
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
    pieces = reader.pieces(COVERED) if proposal is None else covered(reader, [proposal])
    every = [pieces[id] for id in sorted(pieces)]
    asked = [each.within(year) for each in every]
    rows = tuple(chain.from_iterable(each.rows for each in asked))
    years = by_year(rows)
    return Covering(
        year=year,
        years=tuple(sorted({row.year for each in every for row in each.rows})),
        whole=summed(each.sums for each in years),
        by_year=years,
        projects=tuple(
            sorted(chain.from_iterable(each.sums for each in asked), key=lambda each: each.reference)
        ),
        rows=rows,
        lines=sum(sum(each.lines.values()) for each in asked),
        paid_parts=sum(sum(each.paid_parts.values()) for each in asked),
        example=any(each.example for each in every),
    )
