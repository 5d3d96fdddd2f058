"""The ledger reconciled: in each place it has what the parties carry, and what the sums we tell of say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from portfolio.funding.ledger import Position
from portfolio.funding.stages import STAGES, Stage
from portfolio.lookups.carrying import Carrying
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.reports.funding.amounts import by_stage
from portfolio.reports.funding.parties import PartyTotal
from portfolio.reports.funding.project_years import ProjectYear

K = TypeVar("K")


def reconcile(
    ledger: Iterable[Position],
    carrying: Carrying,
    *,
    projects: Iterable[ProjectYear],
    parties: Iterable[PartyTotal],
) -> Iterator[Message]:
    """Yield each project, year and stage at which sums come apart, and each party and stage.

    They are held against each other one by one, so that what is lost in one place is not made up for in another.
    What has lapsed stands in the ledger and the parts alone.
    """
    posted: Counter[tuple[str, int, Stage]] = Counter()
    carried: Counter[tuple[str, int, Stage]] = Counter()
    borne: Counter[tuple[str, Stage]] = Counter()
    for position in ledger:
        for stage, parts in carrying.split(position).items():
            where = position.place.proposal, position.place.year, stage
            posted[where] += position.reached(stage).ore
            carried[where] += sum(part.ore for part in parts.values())
            for party, part in parts.items():
                borne[party, stage] += part.ore
    summed = {
        (row.proposal, row.year, stage): by_stage(row)[stage].ore for row in projects for stage in STAGES
    }
    totals = {(row.party, stage): by_stage(row)[stage].ore for row in parties for stage in STAGES}
    yield from _in_projects(posted, carried, summed)
    yield from _in_parties(borne, totals)


def _in_projects(
    posted: Mapping[tuple[str, int, Stage], int],
    carried: Mapping[tuple[str, int, Stage], int],
    summed: Mapping[tuple[str, int, Stage], int],
) -> Iterator[Message]:
    for (proposal, year, stage), ledger, parties in _apart(posted, carried):
        yield Message(
            N_("{proposal}, {year}, «{stage}»: the ledger has {ledger}, the parties together {parties}"),
            {"proposal": proposal, "year": str(year), "stage": stage, "ledger": ledger, "parties": parties},
        )
    on_the_way = {where: ore for where, ore in posted.items() if where[-1] in STAGES}
    for (proposal, year, stage), ledger, project in _apart(on_the_way, summed):
        yield Message(
            N_("{proposal}, {year}, «{stage}»: the ledger has {ledger}, the project {project}"),
            {"proposal": proposal, "year": str(year), "stage": stage, "ledger": ledger, "project": project},
        )


def _in_parties(
    borne: Mapping[tuple[str, Stage], int], totals: Mapping[tuple[str, Stage], int]
) -> Iterator[Message]:
    on_the_way = {where: ore for where, ore in borne.items() if where[-1] in STAGES}
    for (party, stage), years, whole in _apart(on_the_way, totals):
        yield Message(
            N_("{party}, «{stage}»: the years have {years}, the party {whole}"),
            {"party": party, "stage": stage, "years": years, "whole": whole},
        )


def _apart(one: Mapping[K, int], other: Mapping[K, int]) -> Iterator[tuple[K, Money, Money]]:
    """Yield each place in which two sums are not the same, with both; what is not there is nothing."""
    for place in dict.fromkeys((*one, *other)):
        here, there = one.get(place, 0), other.get(place, 0)
        if here != there:
            yield place, Money(here), Money(there)
