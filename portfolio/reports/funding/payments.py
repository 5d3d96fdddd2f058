"""What the municipalities have paid together: each payment, the key that divided it, and the part of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from portfolio.funding.divisions import Division
from portfolio.lookups.carrying import Carrying
from portfolio.money import Money
from portfolio.parties import Party
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.sayings import Saying


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One version of a sharing key, and the day it applies from. `on` is the day whose inhabitants it counts.

    `who` said so, `at` that moment, for that `reason`; `replaced` by whatever said so next, at that moment.
    """

    id: str
    revision: int
    proposal: str
    reference: str
    title: str
    applies_from: date
    on: date
    municipalities: int
    inhabitants: int
    who: str
    at: datetime
    reason: str
    replaced: datetime | None


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What one municipality has paid of one payment; below zero where the payment was taken back.

    `key` in its `key_revision` divided it. `payment` is the ledger line, and `corrects` the one that it takes back.
    """

    id: str
    proposal: str
    reference: str
    title: str
    year: int
    on: date
    party: str
    number: str
    name: str
    amount: Money
    key: str
    key_revision: int
    payment: str
    corrects: str


def key_rows(carrying: Carrying, said: Mapping[str, Sequence[Saying]]) -> Iterator[KeyRow]:
    """Yield every version of every key, project by project, the first first; `said` is what was said with each, by id."""
    for _, keys in sorted(carrying.keys.items()):
        for key in keys:
            for saying, then in pairwise([*reversed(said[key.id]), None]):
                if saying:
                    yield _key_row(carrying, saying, then)


def paid_parts(carrying: Carrying, *, year: int | None = None) -> Iterator[PaidPart]:
    """Yield what each municipality has paid of each payment, in order of project, day and payment."""
    asked = [each for each in carrying.divisions if year in (None, each.year)]
    for division in sorted(asked, key=lambda each: (each.proposal, each.on, each.id)):
        project = carrying.proposals[division.proposal]
        for party, ore in division.parts.items():
            if ore:
                yield _part(division, project, carrying.parties[party], Money(ore))


def _key_row(carrying: Carrying, saying: Saying, then: Saying | None) -> KeyRow:
    key = saying.sharing
    known, project = carrying.inhabitants[key.on], carrying.proposals[key.proposal]
    return KeyRow(
        id=key.id,
        revision=key.revision,
        proposal=project.id,
        reference=project.reference,
        title=project.title,
        applies_from=key.applies_from,
        on=key.on,
        municipalities=len(key.members),
        inhabitants=sum(known.get(member, 0) for member in key.members),
        who=saying.who,
        at=saying.at,
        reason=saying.reason,
        replaced=then.at if then else None,
    )


def _part(division: Division, project: Proposal, party: Party, amount: Money) -> PaidPart:
    return PaidPart(
        id=f"{division.id}.{party.id}",
        proposal=project.id,
        reference=project.reference,
        title=project.title,
        year=division.year,
        on=division.on,
        party=party.id,
        number=party.number,
        name=party.name,
        amount=amount,
        key=division.key,
        key_revision=division.key_revision,
        payment=division.id,
        corrects=division.corrects,
    )
