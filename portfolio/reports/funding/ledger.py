"""The ledger as people read it: the two halves of a move as one posting, and so also when it is undone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.funding.ledger import Entry, number_of
from portfolio.funding.stages import Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import Party


@dataclass(frozen=True, slots=True)
class Posting:
    """New money to a stage, money from one stage to another, or either undone.

    `corrected` tells that a later posting has undone this one, so that it no longer counts.
    """

    entry: str
    number: int
    on: date
    party: Party
    year: int
    from_: Stage | None
    to: Stage | None
    amount: Money
    note: str
    correction: bool
    corrected: bool

    @property
    def correctable(self) -> bool:
        """Whether it may be undone."""
        return not self.correction and not self.corrected


def postings(parties: Mapping[str, Party], entries: Iterable[Entry]) -> tuple[Posting, ...]:
    """Return all that is posted, the newest first."""
    listed = tuple(entries)
    undone = {entry.corrects for entry in listed if entry.corrects}
    made = [_posting(parties, halves, undone) for halves in _together(listed)]
    return tuple(sorted(made, key=lambda posting: (posting.on, posting.number), reverse=True))


def _together(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Return the entries that are one posting: the halves of a move, or of its correction."""
    by_id = {entry.id: entry for entry in entries}
    together: dict[str, list[Entry]] = defaultdict(list)
    for entry in by_id.values():
        origin = by_id.get(entry.corrects)
        tied = (origin.move or origin.id) if origin else (entry.move or entry.id)
        together[f"{'undo' if origin else 'do'} {tied}"].append(entry)
    return together.values()


def _posting(parties: Mapping[str, Party], halves: list[Entry], undone: set[str]) -> Posting:
    plus = next((each for each in halves if each.amount > NOTHING), None)
    minus = next((each for each in halves if each.amount < NOTHING), None)
    first = halves[0]
    return Posting(
        entry=first.id,
        number=max(number_of(each) for each in halves),
        on=first.on,
        party=parties[first.party],
        year=first.year,
        from_=minus.stage if minus else None,
        to=plus.stage if plus else None,
        amount=max(each.amount if each.amount > NOTHING else -each.amount for each in halves),
        note=first.note,
        correction=bool(first.corrects),
        corrected=any(each.id in undone for each in halves),
    )
