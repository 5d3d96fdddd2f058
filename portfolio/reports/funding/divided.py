"""What must always hold of what the municipalities have paid: it is divided, as it was then, and by the key of its day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from portfolio.funding.divisions import Division, is_divided, left_of, paid, standing, taken_back
from portfolio.funding.keys import Sharing, in_force, uncounted
from portfolio.funding.ledger import Entry, in_order, positions
from portfolio.funding.stages import STAGES
from portfolio.lookups.carrying import Carrying, by
from portfolio.messages import N_, Message
from portfolio.money import NOTHING
from portfolio.parties import JOINT, Population
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader

SAME = ("proposal", "year", "on", "corrects")
"""What a division says again of the entry that it divides."""


def _undivided(reader: Reader) -> Iterator[Message]:
    """Yield each joint payment that is not divided to the øre, where there is a key, and each division of no payment."""
    shared = {each.proposal for each in reader.all(Sharing)}
    divided = {each.id: each for each in reader.all(Division)}
    for entry in filter(is_divided, reader.all(Entry, party=JOINT)):
        division = divided.pop(entry.id, None)
        if division is None and entry.proposal in shared:
            yield Message(
                N_("{payment}: {amount} is paid together, and not divided"),
                {"payment": entry.id, "amount": entry.amount},
            )
        elif division is not None and division.amount != entry.amount:
            yield Message(
                N_("{payment}: the parts sum to {parts}, but {amount} is paid"),
                {"payment": entry.id, "parts": division.amount, "amount": entry.amount},
            )
        elif division is not None and any(getattr(division, name) != getattr(entry, name) for name in SAME):
            yield Message(N_("{payment}: is divided as if it were another payment"), {"payment": entry.id})
    for id in divided:
        yield Message(N_("{payment}: is divided, but is no joint payment"), {"payment": id})


def _divided_otherwise(reader: Reader) -> Iterator[Message]:
    """Yield each division whose parts are not what its key gave by the inhabitants that were known then."""
    then = _Then(reader)
    divided = {each.id: each for each in reader.all(Division)}
    corrections: dict[str, list[Division]] = defaultdict(list)
    for entry in in_order(reader.all(Entry, party=JOINT)):
        division = divided.get(entry.id)
        if division is None:
            continue
        corrected = divided.get(division.corrects)
        if corrected is None:
            made = then.paid(entry, division)
        else:
            left = left_of(corrected, corrections[corrected.id])
            made = taken_back(entry, corrected, left=left, before=division.before)
            corrections[corrected.id].append(division)
        if made != division:
            yield Message(
                N_("{payment}: the parts are not what {key} gave (version {version})"),
                {"payment": entry.id, "key": division.key, "version": division.key_revision},
            )


def _out_of_force(reader: Reader) -> Iterator[Message]:
    """Yield each payment that was divided by another key than the one that applies to its day, or by what that was."""
    keys = Carrying(reader).keys
    for division in standing(reader.all(Division)):
        applies = in_force(keys[division.proposal], division.on)
        if (division.key, division.key_revision) != (applies.id, applies.revision):
            yield Message(
                N_(
                    "{payment}: was divided by {key} (version {version}), and {other} applies to its day (version {now})"
                ),
                {
                    "payment": division.id,
                    "key": division.key,
                    "version": division.key_revision,
                    "other": applies.id,
                    "now": applies.revision,
                },
            )


def _more_than_before(reader: Reader) -> Iterator[Message]:
    """Yield each party that carries more at a stage than at the one before, or less than nothing; none where it cannot be told."""
    carrying = Carrying(reader)
    if carrying.uncounted:
        return
    for position in positions(reader.all(Entry, party=JOINT)):
        split = carrying.split(position)
        for earlier, later in pairwise(STAGES):
            for party, part in split[later].items():
                if not NOTHING <= part <= split[earlier][party]:
                    yield Message(
                        N_("{proposal}, {year}, {party}: «{later}» is {more}, and «{earlier}» {less}"),
                        {
                            "proposal": position.place.proposal,
                            "year": str(position.place.year),
                            "party": party,
                            "later": later,
                            "more": part,
                            "earlier": earlier,
                            "less": split[earlier][party],
                        },
                    )


class _Then:
    """The keys and inhabitants as they were when something was divided."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._keys = {each.id: each for each in reader.all(Sharing)}
        self._divided = reader.touching(Division)
        self._counted = sorted({seq for seqs in reader.touching(Population).values() for seq in seqs})
        self._known: dict[int, Mapping[tuple[str, date], int]] = {}

    def paid(self, entry: Entry, division: Division) -> Division | None:
        """Return how the key that a division names divides the payment; None where it never was so, or cannot."""
        key = self._key(division)
        if key is None:
            return None
        known = self._inhabitants(division, key.on)
        if uncounted(key, known):
            return None
        return paid(entry, key, before=division.before, by=by(key, inhabitants=known))

    def _key(self, division: Division) -> Sharing | None:
        now = self._keys.get(division.key)
        if now is not None and now.revision == division.key_revision:
            return now
        versions = self._reader.versions(Sharing, division.key)
        return next((each.record for each in versions if each.revision == division.key_revision), None)

    def _inhabitants(self, division: Division, on: date) -> Mapping[str, int]:
        seq = next(iter(self._divided.get(division.id, ())), 0)
        last = next((each for each in reversed(self._counted) if each <= seq), 0)
        if last not in self._known:
            stood = self._reader.all_as_of(Population, last)
            self._known[last] = {(each.party, each.on): each.inhabitants for each in stood}
        return {party: count for (party, day), count in self._known[last].items() if day == on}


RULES = (
    Rule(N_("Every joint payment is divided among those who share, to the øre"), _undivided),
    Rule(N_("Every payment is divided as its key did it then"), _divided_otherwise),
    Rule(N_("Every payment is divided by the key that applies to its day"), _out_of_force),
    Rule(N_("Nobody has paid more than is agreed, promised and applied for"), _more_than_before),
)
