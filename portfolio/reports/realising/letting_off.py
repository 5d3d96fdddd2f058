"""What a benefit is let off, with who let it off, when and why."""

from dataclasses import dataclass
from datetime import date

from portfolio.lookups.benefits import Background
from portfolio.periods import Period, day_in_norway
from portfolio.realising.benefits import Benefit
from portfolio.realising.releases import Release
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class LetOff:
    """A period that a benefit no longer owes, as the trail tells of it."""

    id: str
    period: Period
    on: date
    by: str
    reason: str


def let_off(reader: Reader, benefit: Benefit, behind: Background) -> tuple[LetOff, ...]:
    """Return what a benefit is let off, the newest period first."""
    stands = {each.id: each for each in behind.releases[benefit.id]}
    kept = {id: listed[-1].seq for id, listed in reader.versions_of(Release, stands.keys()).items()}
    traces = reader.numbered(set(kept.values()))
    told = (
        LetOff(
            id=id,
            period=each.period,
            on=day_in_norway(traces[kept[id]].at),
            by=behind.names.get(traces[kept[id]].person, ""),
            reason=traces[kept[id]].reason,
        )
        for id, each in stands.items()
    )
    return tuple(sorted(told, key=lambda each: each.period, reverse=True))
