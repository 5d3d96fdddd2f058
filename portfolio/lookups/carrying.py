"""Who carries what: what several reports look up to share out a joint contribution."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from portfolio.funding.keys import Sharing, shares
from portfolio.funding.ledger import Position
from portfolio.funding.stages import Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import JOINT, Party, Population
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


class Carrying:
    """Who carries what of each project: the projects, parties, keys and inhabitants that say so, read once."""

    def __init__(self, reader: Reader, *, proposal: str | None = None) -> None:
        only = {} if proposal is None else {"id": proposal}
        shared = {} if proposal is None else {"proposal": proposal}
        self.proposals = {each.id: each for each in reader.all(Proposal, **only)}
        self.parties = {each.id: each for each in reader.all(Party)}
        self.sharings = {each.proposal: each for each in reader.all(Sharing, **shared)}
        self.inhabitants: dict[date, dict[str, int]] = defaultdict(dict)
        for each in reader.all(Population):
            self.inhabitants[each.on][each.party] = each.inhabitants

    def split(self, position: Position) -> Mapping[Stage, Mapping[str, Money]]:
        """Return what of a position has reached each stage, by who carries it: the party, or those who share it.

        A joint contribution that nobody has said how to share stays with the municipalities together.
        """
        reached = {stage: position.reached(stage) for stage in Stage}
        place = position.place
        sharing = self.sharings.get(place.proposal) if place.party == JOINT else None
        if sharing is None:
            return {stage: {place.party: amount} for stage, amount in reached.items()}
        known = self.inhabitants[sharing.on]
        once = {
            amount: shares(amount, sharing, inhabitants=known) for amount in {*reached.values()} if amount
        }
        once[NOTHING] = dict.fromkeys(sharing.members, NOTHING)
        return {stage: once[amount] for stage, amount in reached.items()}

    def newest(self, party: str) -> int | None:
        """Return the party's inhabitants on the last day known."""
        return self.inhabitants[max(self.inhabitants)].get(party) if self.inhabitants else None
