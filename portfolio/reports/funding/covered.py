"""How each project is covered, project by project, so that what is entered on one moves no other's sums."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from portfolio.funding.divisions import is_divided
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry, Position, positions
from portfolio.parties import JOINT, Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.project_years import ProjectYear, project_years
from portfolio.reports.funding.sums import ProjectSums, by_project
from portfolio.store.reading import Reader
from portfolio.store.remembering import Piecemeal

Owned = TypeVar("Owned", Entry, CostLine, Sharing)


@dataclass(frozen=True, slots=True)
class Covered:
    """How one project is covered in the years in which it costs or is given something, and summed up.

    `lines` are its positions in the ledger of each year, one for each party that carries one, and `paid_parts` how many parts
    of payments were divided in it.
    """

    rows: tuple[ProjectYear, ...]
    sums: tuple[ProjectSums, ...]
    lines: Mapping[int, int]
    paid_parts: Mapping[int, int]
    example: bool

    def within(self, year: int | None) -> "Covered":
        """Return the same of one year alone; of all years where None."""
        if year is None:
            return self
        rows = tuple(row for row in self.rows if row.year == year)
        lines, parts = self.lines.get(year, 0), self.paid_parts.get(year, 0)
        return Covered(rows, by_project(rows), {year: lines}, {year: parts}, self.example)


def covered(reader: Reader, proposals: Collection[str] | None) -> Mapping[str, Covered]:
    """Return how each of these projects is covered, or each there is; by its id."""
    some, theirs = ({}, {}) if proposals is None else ({"id": list(proposals)}, {"proposal": list(proposals)})
    there = {each.id: each for each in reader.all(Proposal, **some)}
    entries = _gathered(reader.all(Entry, **theirs))
    costs, keys = _gathered(reader.all(CostLine, **theirs)), _gathered(reader.all(Sharing, **theirs))
    parties = {each.id: each for each in reader.all(Party)}
    return {
        id: _covered(each, parties, costs.get(id, ()), entries.get(id, ()), keys.get(id, ()))
        for id, each in there.items()
    }


COVERED = Piecemeal(
    covered, of={Proposal: "id", Entry: "proposal", CostLine: "proposal", Sharing: "proposal"}
)


def _covered(
    proposal: Proposal,
    parties: Mapping[str, Party],
    costs: Collection[CostLine],
    entries: Collection[Entry],
    keys: Collection[Sharing],
) -> Covered:
    stood, sharers = positions(entries), len({member for key in keys for member in key.members})
    rows = tuple(project_years({proposal.id: proposal}, parties, costs, stood))
    return Covered(
        rows=rows,
        sums=by_project(rows),
        lines=_counted(_years(stood, sharers)),
        paid_parts=_counted((each.year, sharers) for each in entries if is_divided(each)),
        example=proposal.example,
    )


def _years(stood: Iterable[Position], sharers: int) -> Iterator[tuple[int, int]]:
    """Yield the year of each position, and how many carry it: those who share, of what the municipalities pay together."""
    for each in stood:
        yield each.place.year, (sharers or 1) if each.place.party == JOINT else 1


def _counted(counts: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    summed: dict[int, int] = defaultdict(int)
    for year, count in counts:
        summed[year] += count
    return summed


def _gathered(records: Iterable[Owned]) -> Mapping[str, list[Owned]]:
    found: dict[str, list[Owned]] = defaultdict(list)
    for each in records:
        found[each.proposal].append(each)
    return found
