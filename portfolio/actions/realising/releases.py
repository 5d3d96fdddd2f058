"""What is owed and will not be measured, let go of by those who may, and asked for again."""

from collections.abc import Sequence
from datetime import date

from portfolio.lookups.benefits import background
from portfolio.objections import raise_any
from portfolio.people import Forbidden, Stamp
from portfolio.periods import Period, let_have_come
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.changes import unexplained
from portfolio.realising.keepers import EDITS, RELEASED_BY, may_agree
from portfolio.realising.releases import Release, release_of, unowed
from portfolio.store.database import Database
from portfolio.store.writing import Writer


def release(
    database: Database, benefit: str, *, periods: Sequence[Period], reason: str, on: date, stamp: Stamp
) -> tuple[Release, ...]:
    """Let a benefit off some of what it owes on the day, for one reason.

    Raises:
        Forbidden: the project is not the person's own, and they are not the secretariat.
        InTheFuture: the day has not come by the stamp.
        NotOwed: no period is chosen, or one of them is not owed.
        NoReason: nobody says why.
    """
    with database.write(stamp, *EDITS) as writer:
        let_have_come(on, at=stamp.at)
        current = writer.get(Benefit, benefit)
        _check_releasing(writer, current)
        owed = [each.period for each in background(writer, (current,)).due(current, on=on)]
        raise_any((*unowed(periods, owed=owed), *unexplained(reason)))
        made = tuple(release_of(benefit, each) for each in dict.fromkeys(periods))
        writer.add(*made)
        writer.trace("release", benefit, reason=reason)
    return made


def owe_again(database: Database, release: str, *, stamp: Stamp) -> None:
    """Take back a release, so that the period is owed as before.

    Raises:
        Forbidden: the project is not the person's own, and they are not the secretariat.
        Missing: it is not released, or somebody has taken it back.
    """
    with database.write(stamp, *EDITS) as writer:
        there = writer.get(Release, release)
        _check_releasing(writer, writer.get(Benefit, there.benefit))
        writer.remove(Release, there.id)
        writer.trace("owe_again", there.benefit)


def _check_releasing(writer: Writer, benefit: Benefit) -> None:
    if not may_agree(writer.stamp.person, writer.get(Proposal, benefit.proposal)):
        raise Forbidden(RELEASED_BY, about="periods")
