"""Every invariant of the stored data, checked: what must always hold, and what does not."""

from collections.abc import Iterator

from portfolio.messages import N_, Message
from portfolio.reports import holding
from portfolio.reports.funding import invariants as funding
from portfolio.reports.invariants import Invariant, Rule
from portfolio.reports.prioritising import invariants as prioritising
from portfolio.reports.proposals import invariants as proposals
from portfolio.reports.realising import invariants as realising
from portfolio.store import trail
from portfolio.store.reading import Reader


def check(reader: Reader) -> tuple[Invariant, ...]:
    """Return every invariant, and each place where it does not hold."""
    return tuple(rule.hold(reader) for rule in RULES)


def _trail(reader: Reader) -> Iterator[Message]:
    broken = trail.broken_at(reader.connection)
    if broken is not None:
        yield Message(N_("The chain breaks at trace {number}"), {"number": broken})


RULES = (
    Rule(N_("The trail is whole: nobody has changed what was written"), _trail),
    *holding.RULES,
    *funding.RULES,
    *proposals.RULES,
    *prioritising.RULES,
    *realising.RULES,
)
"""Every invariant, wing by wing."""
