"""What stands behind some benefits: their readings, their projects and people's names, and which are somebody's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio.people import Person
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.store.reading import Reader

MANY = 200
"""From so many benefits on, all readings are read at once instead of by a list of ids.

Our own choice, with room to spare below the number of values one query may carry. Asked for by id, the readings of
others are left alone; asked for whole, the query is short and the database reads straight through.
"""


@dataclass(frozen=True, slots=True)
class Background:
    """What stands behind some benefits; a benefit that was never reported on has no readings."""

    readings: Mapping[str, tuple[Reading, ...]]
    projects: Mapping[str, Proposal]
    names: Mapping[str, str]

    def project(self, benefit: Benefit) -> Proposal:
        """Return the project that a benefit belongs to."""
        return self.projects[benefit.proposal]


def background(reader: Reader, benefits: Iterable[Benefit]) -> Background:
    """Return what stands behind these benefits, read once for all of them."""
    own = tuple(benefits)
    projects = {each.proposal for each in own}
    return Background(
        readings=_readings(reader, [each.id for each in own]),
        projects={each.id: each for each in reader.all(Proposal) if each.id in projects},
        names={each.id: each.name for each in reader.all(Person)},
    )


def kept_by(reader: Reader, person: Person) -> tuple[Benefit, ...]:
    """Return the benefits a person owns, and those of the projects they own."""
    projects = [each.id for each in reader.all(Proposal, owner_person=person.id)]
    kept = {each.id: each for each in reader.all(Benefit, owner=person.id)}
    kept |= {each.id: each for each in reader.all(Benefit, proposal=projects)}
    return tuple(kept[id] for id in sorted(kept))


def _readings(reader: Reader, ids: list[str]) -> Mapping[str, tuple[Reading, ...]]:
    """Return the readings of these benefits by benefit, none where there are none."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in reader.all(Reading) if len(ids) > MANY else reader.all(Reading, benefit=ids):
        found[reading.benefit].append(reading)
    return {id: tuple(found[id]) for id in ids}
