"""Who carries what: what several reports look up to share out a joint contribution."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from functools import cache
from hashlib import sha256

from portfolio.funding.divisions import Division, carried, paid_by
from portfolio.funding.keys import By, Sharing, planned_by, shares, uncounted
from portfolio.funding.ledger import Entry, Position
from portfolio.funding.stages import Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import JOINT, Party, Population
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


class Carrying:
    """Who carries what of each project: the projects, parties, keys, inhabitants and divisions that say so, read once.

    `keys` are all of a project, the first first.
    """

    def __init__(self, reader: Reader, *, proposal: str | None = None) -> None:
        only = {} if proposal is None else {"id": proposal}
        shared = {} if proposal is None else {"proposal": proposal}
        self.proposals = {each.id: each for each in reader.all(Proposal, **only)}
        self.parties = {each.id: each for each in reader.all(Party)}
        self.keys = by_proposal(reader.all(Sharing, **shared))
        self.inhabitants = inhabitants(reader)
        self.divisions = reader.all(Division, **shared)
        self._paid: dict[tuple[str, int], list[Division]] = defaultdict(list)
        for each in self.divisions:
            self._paid[each.proposal, each.year].append(each)

    def split(self, position: Position) -> Mapping[Stage, Mapping[str, Money]]:
        """Return what of a position has reached each stage, by who carries it: the party, or those who share it.

        What is paid is as it was divided then, and what is not, by the key of the year's last day. A joint contribution
        that nobody has said how to share stays with the municipalities together.
        """
        place = position.place
        sharing = self.planned_by(place.proposal, place.year) if place.party == JOINT else None
        if sharing is None:
            return {stage: {place.party: position.reached(stage)} for stage in Stage}
        paid = paid_by(self._paid.get((place.proposal, place.year), ()))
        return carried(position, paid, by(sharing, inhabitants=self.inhabitants[sharing.on]))

    def planned_by(self, proposal: str, year: int) -> Sharing | None:
        """Return the key that shares a project's plans of a budget year; None where nobody has said who shares."""
        keys = self.keys.get(proposal)
        return planned_by(keys, year) if keys else None

    @property
    def uncounted(self) -> Mapping[str, int]:
        """How many cannot share by the keys of each project, since their inhabitants are not known; none where all can."""
        lost = {
            id: {party for key in keys for party in uncounted(key, self.inhabitants[key.on])}
            for id, keys in self.keys.items()
        }
        return {id: len(parties) for id, parties in lost.items() if parties}

    def supposing(self, sharing: Sharing) -> "Carrying":
        """Return who would carry what if a project had this key too, or in the place of the one from the same day."""
        keys = [
            each for each in self.keys.get(sharing.proposal, ()) if each.applies_from != sharing.applies_from
        ]
        supposed = copy(self)
        supposed.keys = {**self.keys, **by_proposal([*keys, sharing])}
        return supposed

    def newest(self, party: str) -> int | None:
        """Return the party's inhabitants on the last day known."""
        return self.inhabitants[max(self.inhabitants)].get(party) if self.inhabitants else None


def seal(reader: Reader, proposal: str) -> str:
    """Return the seal on all that a project's shares rest on: another as soon as any of it is."""
    rests_on = (
        *reader.all(Sharing, proposal=proposal),
        *reader.all(Entry, proposal=proposal, party=JOINT),
        *reader.all(Population),
    )
    return sha256("\n".join(each.model_dump_json() for each in rests_on).encode()).hexdigest()


def by(sharing: Sharing, *, inhabitants: Mapping[str, int]) -> By:
    """Return what shares any amount by a key; inhabitants are by party id, on the key's day."""
    nothing = dict.fromkeys(sharing.members, NOTHING)

    @cache
    def share(amount: Money) -> Mapping[str, Money]:
        return shares(amount, sharing, inhabitants=inhabitants) if amount else nothing

    return share


def by_proposal(sharings: Iterable[Sharing]) -> Mapping[str, tuple[Sharing, ...]]:
    """Return the keys of each project, the first first."""
    gathered: dict[str, list[Sharing]] = defaultdict(list)
    for each in sorted(sharings, key=lambda each: each.applies_from):
        gathered[each.proposal].append(each)
    return {proposal: tuple(keys) for proposal, keys in gathered.items()}


def inhabitants(reader: Reader) -> Mapping[date, dict[str, int]]:
    """Return the inhabitants of each party on each day that is known."""
    known: dict[date, dict[str, int]] = defaultdict(dict)
    for each in reader.all(Population):
        known[each.on][each.party] = each.inhabitants
    return known
