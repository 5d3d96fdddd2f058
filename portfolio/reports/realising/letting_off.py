"""What benefits are let off, with who let it off, when and why; and what was reported all the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from portfolio.lookups.benefits import Background
from portfolio.periods import Period, day_in_norway
from portfolio.realising.benefits import Benefit
from portfolio.realising.releases import Release
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace


@dataclass(frozen=True, slots=True)
class LetOff:
    """A period that a benefit was let off, as the trail tells of it; not one that was asked for again.

    Where it was reported all the same, that ended it: `reported_on` is the day.
    """

    id: str
    benefit: str
    title: str
    period: Period
    on: date
    by: str
    reason: str
    reported_on: date | None = None


def let_off(reader: Reader, benefits: Iterable[Benefit], behind: Background) -> tuple[LetOff, ...]:
    """Return what these benefits are let off, benefit by benefit, the newest period first."""
    own = {each.id: each for each in benefits}
    touched = {id: seqs for id, seqs in reader.touching(Release).items() if id.rpartition(".")[0] in own}
    kept = {id: listed[-1] for id, listed in reader.versions_of(Release, touched.keys()).items() if listed}
    traces = reader.numbered(
        {*(each.seq for each in kept.values()), *(seqs[-1] for seqs in touched.values())}
    )
    found: dict[str, list[LetOff]] = {id: [] for id in own}
    for id, version in kept.items():
        if version.record is not None:
            made, last = traces[version.seq], traces[touched[id][-1]]
            benefit = own[version.record.benefit]
            found[benefit.id] += _told(benefit, version.record, behind, made=made, last=last)
    newest_first = (sorted(each, key=lambda row: row.period, reverse=True) for each in found.values())
    return tuple(row for listed in newest_first for row in listed)


def _told(
    benefit: Benefit, release: Release, behind: Background, *, made: Trace, last: Trace
) -> Iterator[LetOff]:
    """Yield a release that holds, or that a report has ended; `last` is the trace that touched it last."""
    stands = release in behind.releases[benefit.id]
    if not stands and last.action != "report":
        return
    told = min(
        (each.at for each in behind.readings[benefit.id] if each.period == release.period), default=None
    )
    yield LetOff(
        id=release.id,
        benefit=benefit.id,
        title=benefit.title,
        period=release.period,
        on=day_in_norway(made.at),
        by=behind.names.get(made.person, ""),
        reason=made.reason,
        reported_on=told and day_in_norway(told),
    )
