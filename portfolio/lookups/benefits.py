"""What stands behind some benefits: their readings, versions, projects and people's names, and which are somebody's own."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from portfolio.people import UNENTERED, Person
from portfolio.periods import Period
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.binding import bound, promised
from portfolio.realising.deadlines import Due, due
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release
from portfolio.realising.standing import Stood, stood_at, stood_over
from portfolio.store.reading import Reader

MANY = 200
"""From so many benefits on, all readings are read at once instead of by a list of ids.

Our own choice, with room to spare below the number of values one query may carry. Asked for by id, the readings of
others are left alone; asked for whole, the query is short and the database reads straight through.
"""
R = TypeVar("R", Reading, Release)
FIRST = 1
"""The revision of a benefit that nobody has changed."""


@dataclass(frozen=True, slots=True)
class Background:
    """What stands behind some benefits.

    A benefit that was never reported on has no readings, and one that was never changed no `versions`; else the
    versions stand oldest first, and the last is the present one.
    """

    readings: Mapping[str, tuple[Reading, ...]]
    versions: Mapping[str, tuple[Stood, ...]]
    releases: Mapping[str, tuple[Release, ...]]
    projects: Mapping[str, Proposal]
    names: Mapping[str, str]

    def project(self, benefit: Benefit) -> Proposal:
        """Return the project that a benefit belongs to."""
        return self.projects[benefit.proposal]

    def due(self, benefit: Benefit, *, on: date) -> tuple[Due, ...]:
        """Return what a benefit owes on the day, by the plans it has had."""
        versions, readings = self._versions(benefit), self.readings[benefit.id]
        released = [each.period for each in self.releases[benefit.id]]
        return due(benefit, readings, on=on, versions=versions, released=released)

    def bound(self, benefit: Benefit, *, on: date) -> bool:
        """Say whether a benefit is held to what it says by the day."""
        return bound(benefit, self.readings[benefit.id], on=on, versions=self._versions(benefit))

    def promised(self, benefit: Benefit) -> Benefit:
        """Return what a benefit first promised."""
        return promised(self._versions(benefit), self.readings[benefit.id], now=benefit)

    def stood_over(self, benefit: Benefit, period: Period) -> Benefit:
        """Return how a benefit stood when a period was over."""
        return stood_over(self._versions(benefit), period, now=benefit)

    def stood_at(self, benefit: Benefit, moment: datetime) -> Benefit:
        """Return how a benefit stood at a moment."""
        return stood_at(self._versions(benefit), moment, now=benefit)

    def _versions(self, benefit: Benefit) -> tuple[Stood, ...]:
        return self.versions.get(benefit.id, ())


def background(reader: Reader, benefits: Iterable[Benefit]) -> Background:
    """Return what stands behind these benefits, read once for all of them."""
    own = tuple(benefits)
    projects = {each.proposal for each in own}
    return Background(
        readings=_pointing(reader, Reading, [each.id for each in own]),
        versions=versions(reader, own),
        releases=_pointing(reader, Release, [each.id for each in own]),
        projects={each.id: each for each in reader.all(Proposal) if each.id in projects},
        names={each.id: each.name for each in (*UNENTERED.values(), *reader.all(Person))},
    )


def versions(reader: Reader, benefits: Iterable[Benefit]) -> Mapping[str, tuple[Stood, ...]]:
    """Return how each of these benefits stood, oldest first, read at once; nothing of those that were never changed."""
    return stood(reader, [each.id for each in benefits if each.revision > FIRST])


def stood(reader: Reader, ids: Collection[str]) -> Mapping[str, tuple[Stood, ...]]:
    """Return how these benefits stood by what the trail has kept, whatever the rows say of themselves."""
    kept = reader.versions_of(Benefit, ids)
    traces = reader.numbered({each.seq for listed in kept.values() for each in listed})
    return {
        id: tuple(
            Stood(each.record, trace.at, trace.person, trace.reason)
            for each in listed
            if each.record and (trace := traces[each.seq])
        )
        for id, listed in kept.items()
    }


def kept_by(reader: Reader, person: Person) -> tuple[Benefit, ...]:
    """Return the benefits a person owns, and those of the projects they own."""
    projects = [each.id for each in reader.all(Proposal, owner_person=person.id)]
    kept = {each.id: each for each in reader.all(Benefit, owner=person.id)}
    kept |= {each.id: each for each in reader.all(Benefit, proposal=projects)}
    return tuple(kept[id] for id in sorted(kept))


def _pointing(reader: Reader, noun: type[R], ids: list[str]) -> Mapping[str, tuple[R, ...]]:
    """Return the readings or releases of these benefits by benefit, none where there are none."""
    found: dict[str, list[R]] = defaultdict(list)
    for each in reader.all(noun) if len(ids) > MANY else reader.all(noun, benefit=ids):
        found[each.benefit].append(each)
    return {id: tuple(found[id]) for id in ids}
