"""How a benefit stood: each of its versions from a moment on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from portfolio.periods import Period, day_in_norway
from portfolio.realising.benefits import Benefit


@dataclass(frozen=True, slots=True)
class Stood:
    """A benefit as it stood from a moment until the next version: who made it so, by id, and why.

    The first is taken to have stood before that too, since nothing is known of any other.
    """

    benefit: Benefit
    at: datetime
    by: str
    reason: str

    @property
    def since(self) -> date:
        """The day in Norway from whose end it stood."""
        return day_in_norway(self.at)


def stood_at(versions: Sequence[Stood], moment: datetime, *, now: Benefit) -> Benefit:
    """Return how a benefit stood at a moment: `now` of one that has never been changed."""
    if not versions:
        return now
    return next((each.benefit for each in reversed(versions) if each.at <= moment), versions[0].benefit)


def stood_over(versions: Sequence[Stood], period: Period, *, now: Benefit) -> Benefit:
    """Return how a benefit stood when a period was over, at the end of its last day."""
    if not versions:
        return now
    stood = (each.benefit for each in reversed(versions) if each.since < period.until)
    return next(stood, versions[0].benefit)
