"""Who said how the municipalities share, when and why: every version of every key, from the trail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.funding.keys import Sharing
from portfolio.messages import N_, Message
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Saying:
    """One version of a key, who said it, when, and why; the first key of a project needs no reason."""

    sharing: Sharing
    who: str
    at: datetime
    reason: str

    @property
    def told(self) -> Message:
        """Who said so, when and why, in a sentence."""
        facts = {"who": self.who, "when": self.at, "reason": self.reason}
        if not self.reason:
            return Message(N_("Set by {who}, {when}."), facts)
        return Message(N_("Set by {who}, {when}, because: {reason}"), facts)


def sayings(reader: Reader, sharings: Iterable[Sharing]) -> Mapping[str, tuple[Saying, ...]]:
    """Return all that was said with each key, by its id, what holds now first."""
    kept = reader.versions_of(Sharing, [each.id for each in sharings])
    traces = reader.numbered({each.seq for versions in kept.values() for each in versions})
    people = {each.person: reader.who_and_when(each)[0] for each in traces.values()}
    return {
        id: tuple(
            Saying(record, people[traces[seq].person], traces[seq].at, traces[seq].reason)
            for seq, record in reversed([(each.seq, each.record) for each in versions])
            if record is not None
        )
        for id, versions in kept.items()
    }
