"""How many judged each proposal once the assessment is over, and how many stood aside from it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from portfolio.alphabet import alphabetical
from portfolio.lookups.judging import counting
from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class JudgesRow:
    """How many of a round's members gave marks that count on one proposal, and how many stood aside.

    `who` names those who gave marks, and is empty unless the round shows names. Nobody who stood aside is named: the
    members are told that their names stand with what they say of a proposal, and not with why they say nothing.
    """

    proposal: str
    reference: str
    title: str
    members: int
    judged: int
    stood_aside: int
    who: str


def judges(reader: Reader, round_: Round, proposals: Collection[Proposal]) -> tuple[JudgesRow, ...]:
    """Return how many judged these proposals in a round, in their order; nothing before its assessment is over."""
    if not round_.assessed:
        return ()
    shown = round_.members if round_.names_shown else ()
    names = {each.id: each.name for each in reader.all(Person, id=shown)}
    given, aside = _given(reader, round_), _aside(reader, round_)
    return tuple(
        JudgesRow(
            proposal=each.id,
            reference=each.reference,
            title=each.title,
            members=len(round_.members),
            judged=len(given[each.id]),
            stood_aside=len(aside[each.id]),
            who=", ".join(sorted((names[who] for who in given[each.id] & names.keys()), key=alphabetical)),
        )
        for each in proposals
    )


def _given(reader: Reader, round_: Round) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mark in counting(reader, round_):
        found[mark.proposal].add(mark.member)
    return found


def _aside(reader: Reader, round_: Round) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for said in reader.all(Impartiality, round=round_.id, member=round_.members):
        if said.aside:
            found[said.proposal].add(said.member)
    return found
