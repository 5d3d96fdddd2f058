"""Several projects or years together: what they cost, who has promised what, and what is lacking."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from portfolio.funding.stages import STAGES
from portfolio.money import NOTHING, Money, share, split, total
from portfolio.reports.funding.amounts import Amounts
from portfolio.reports.funding.project_years import ProjectYear

SUMMED = ("cost", "state", "local", "other", "lacking", "beyond", *STAGES)
"""The figures that are added up."""
_amounts = attrgetter(*SUMMED)


@dataclass(frozen=True, slots=True)
class Sums(Amounts):
    """Several projects or years together.

    `lacking` is what nobody has promised yet. What one project is promised beyond its cost in a year is
    `beyond`, and does not cover what another lacks: cost − promised = lacking − beyond.
    """

    cost: Money
    state: Money
    local: Money
    other: Money
    lacking: Money
    beyond: Money

    @property
    def state_share(self) -> Fraction | None:
        """The state side's part of what is promised, from 0 to 1; None where nothing is."""
        return share(self.state, self.promised)

    @property
    def local_share(self) -> Fraction | None:
        """The local government side's part of what is promised, from 0 to 1; None where nothing is."""
        return share(self.local, self.promised)

    @property
    def other_share(self) -> Fraction | None:
        """What others carry of what is promised, from 0 to 1; None where nothing is, and where nobody else gives anything."""
        return share(self.other, self.promised) if self.other else None

    @property
    def in_hundred(self) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        """The parts of state, local and other side in whole hundredths that sum to one; None as the shares are."""
        if not self.promised:
            return None, None, None
        sides = {"state": self.state.ore, "local": self.local.ore, "other": self.other.ore}
        parts = {side: Fraction(part.ore, 100) for side, part in split(Money(100), sides).items()}
        return parts["state"], parts["local"], parts["other"] if self.other else None


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


def summed(rows: Iterable[ProjectYear | Sums]) -> Sums:
    """Return the sums of projects and years, or of sums of them."""
    columns = zip(*map(_amounts, rows), strict=True)
    sums = dict(zip(SUMMED, map(total, columns), strict=False))
    return Sums(**{**dict.fromkeys(SUMMED, NOTHING), **sums})


def by_year(rows: Iterable[ProjectYear]) -> tuple[YearSums, ...]:
    """Return the sums of each year, in order."""
    years: dict[int, list[ProjectYear]] = defaultdict(list)
    for row in rows:
        years[row.year].append(row)
    return tuple(YearSums(year, summed(own)) for year, own in sorted(years.items()))


def by_project(rows: Iterable[ProjectYear]) -> tuple[ProjectSums, ...]:
    """Return the sums of each project, in order of reference."""
    projects: dict[str, list[ProjectYear]] = defaultdict(list)
    for row in rows:
        projects[row.reference].append(row)
    return tuple(
        ProjectSums(own[0].proposal, own[0].reference, own[0].title, summed(own))
        for _, own in sorted(projects.items())
    )
