"""What a benefit is let off: a period that nobody is to report any more."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from pydantic import model_validator

from portfolio.given import Given, Key
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.periods import Period


class Release(Given):
    """A period that a benefit no longer owes. Who let it off, and why, stands in the trail."""

    id: Key
    benefit: Key
    first: date
    until: date

    @property
    def period(self) -> Period:
        """The period it speaks of."""
        return Period(self.first, self.until)

    @model_validator(mode="after")
    def _lasts(self) -> "Release":
        if self.first >= self.until:
            raise ValueError("a release speaks of a period that ends after it begins")
        return self


class NotOwed(Objection):
    """A period that is not owed, and so cannot be released."""


def release_of(benefit: str, period: Period) -> Release:
    """Return the release of a period of a benefit; there is one of each at most.

    >>> release_of("gevinst:1", Period(date(2026, 1, 1), date(2026, 4, 1))).id
    'gevinst:1.2026-q1'
    """
    return Release(id=f"{benefit}.{period.key}", benefit=benefit, first=period.first, until=period.until)


def unowed(periods: Iterable[Period], *, owed: Collection[Period]) -> Iterator[Objection]:
    """Yield that no period is chosen, or each that is not owed."""
    chosen = list(periods)
    if not chosen:
        yield NotOwed(N_("Choose what is not to be reported."), about="periods")
    for each in chosen:
        if each not in owed:
            said = N_("{period} is not owed. It may have been reported or let go of; open the page again.")
            yield NotOwed(said, about="periods", period=each)
