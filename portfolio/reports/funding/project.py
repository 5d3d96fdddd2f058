"""One project's funding whole: by year, by party, how the municipalities share, and all that is posted."""

from dataclasses import dataclass
from datetime import date

from portfolio.funding.divisions import free_from
from portfolio.funding.keys import in_force, planned_by
from portfolio.funding.ledger import Entry, Place, positions
from portfolio.lookups.carrying import Carrying
from portfolio.messages import N_, Message
from portfolio.parties import JOINT
from portfolio.periods import EARLIEST
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.contributions import Contribution, contributions
from portfolio.reports.funding.ledger import Posting, postings
from portfolio.reports.funding.parties import holds
from portfolio.reports.funding.project_years import project_years
from portfolio.reports.funding.sayings import sayings
from portfolio.reports.funding.shares import Part, SharedBy, keys, parts
from portfolio.reports.funding.sums import Sums, YearSums, by_year, summed
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class FundedProject:
    """One project, in all years or one; `postings` are of all years, the newest first.

    `keys` are all that have said how the municipalities share, the newest first. From `free_from` on another may, or the
    newest be changed: None where there is none. `seq` is the end of the trail that it is read at.
    """

    proposal: Proposal
    year: int | None
    years: tuple[int, ...]
    whole: Sums
    by_year: tuple[YearSums, ...]
    contributions: tuple[Contribution, ...]
    keys: tuple[SharedBy, ...]
    free_from: date | None
    parts: tuple[Part, ...]
    postings: tuple[Posting, ...]
    seq: int

    @property
    def shared_by(self) -> SharedBy | None:
        """The newest key; None where nobody has said who shares."""
        return next(iter(self.keys), None)

    @property
    def joint(self) -> tuple[Contribution, ...]:
        """What the municipalities give together."""
        return tuple(each for each in self.contributions if each.place.party == JOINT)

    def found(self, search: str) -> tuple[Part, ...]:
        """Return the parts of the municipalities whose number, name or county holds every word."""
        return tuple(each for each in self.parts if holds(each.party, search))

    def shared_otherwise(self, year: int, *, on: date) -> Message | None:
        """Return, where what is paid on a day is shared by another key than the plan of the year, which each is."""
        listed = {each.sharing.id: each for each in self.keys}
        if not listed:
            return None
        every = [each.sharing for each in self.keys]
        pays, plans = listed[in_force(every, on).id], listed[planned_by(every, year).id]
        if pays is plans:
            return None
        facts = {"day": on, "year": str(year), **_named("pays", pays), **_named("plans", plans)}
        return Message(
            N_(
                "What is paid on {day} is shared by {pays}, among {pays_count} municipalities. The plan of {year} is shared by {plans}, among {plans_count}. What is paid stays as it was shared."
            ),
            facts,
        )

    def contribution(self, party: str, year: int) -> Contribution | None:
        """Return what a party gives in a year."""
        place = Place(self.proposal.id, party, year)
        return next((each for each in self.contributions if each.place == place), None)

    def posting(self, entry: str) -> Posting | None:
        """Return a posting by its entry."""
        return next((each for each in self.postings if each.entry == entry), None)


def _named(role: str, key: SharedBy) -> dict[str, object]:
    """Return what a sentence calls a key, by its role there: from when it applies, and among how many."""
    day, first = key.sharing.applies_from, key.sharing.applies_from == EARLIEST
    named = Message(N_("the first key")) if first else Message(N_("the key from {day}"), {"day": day})
    return {role: named, f"{role}_count": len(key.sharing.members)}


def funded_project(reader: Reader, id: str, *, year: int | None = None) -> FundedProject:
    """Return the funding of one project, in all years or one.

    Raises:
        Missing: there is no such project.
    """
    proposal, carrying = reader.get(Proposal, id), Carrying(reader, proposal=id)
    costs, entries = reader.all(CostLine, proposal=id), reader.all(Entry, proposal=id)
    every = positions(entries)
    stood = [each for each in every if year in (None, each.place.year)]
    rows = list(project_years({id: proposal}, carrying.parties, costs, every))
    asked = [row for row in rows if year in (None, row.year)]
    return FundedProject(
        proposal=proposal,
        year=year,
        years=tuple(row.year for row in rows),
        whole=summed(asked),
        by_year=by_year(asked),
        contributions=tuple(contributions(carrying.parties, stood)),
        keys=keys(carrying, id, said=sayings(reader, carrying.keys.get(id, ()))),
        free_from=free_from(carrying.keys[id], carrying.divisions) if id in carrying.keys else None,
        parts=tuple(parts(carrying, id, stood)),
        postings=postings(carrying.parties, entries),
        seq=reader.head().seq,
    )
