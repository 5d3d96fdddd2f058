"""Days and stretches of time: the day in Norway, budget years, and the periods reported on, half-open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from portfolio.messages import N_
from portfolio.objections import Objection

NORWAY = ZoneInfo("Europe/Oslo")
"""The time that days and moments are told in, wherever the server stands."""
MONTHS_OF_A_YEAR = 12

FIRST_YEAR, LAST_YEAR = 2000, 2100
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
"""A budget year, of this century: no plan reaches beyond it, and a year outside it is a slip of a digit."""
EARLIEST = date(FIRST_YEAR, 1, 1)
"""The first day of the first budget year: no money was given before it, and a day before it is a slip of a digit."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole months: `first` is in it, `until` is not.

    >>> Period.holding(date(2026, 5, 17), months=3)
    Period(first=datetime.date(2026, 4, 1), until=datetime.date(2026, 7, 1))
    """

    first: date
    until: date

    @classmethod
    def holding(cls, day: date, *, months: int) -> "Period":
        """Return the calendar period of so many months (1, 3 or 12) that the day falls in."""
        start = (day.month - 1) // months * months
        return cls(_month(day.year, start), _month(day.year, start + months))

    @property
    def last(self) -> date:
        """The last day in the period."""
        return self.until - timedelta(days=1)

    @property
    def months(self) -> int:
        """How many months the period is long."""
        return (self.until.year - self.first.year) * MONTHS_OF_A_YEAR + (self.until.month - self.first.month)

    @property
    def key(self) -> str:
        """The period in one word: `2026`, `2026-q2` or `2026-05`."""
        if self.months == MONTHS_OF_A_YEAR:
            return f"{self.first.year}"
        if self.months == 1:
            return f"{self.first:%Y-%m}"
        return f"{self.first.year}-q{(self.first.month + 2) // 3}"

    def next(self) -> "Period":
        """Return the period right after this one."""
        return Period.holding(self.until, months=self.months)


def day_in_norway(moment: datetime) -> date:
    """Return the day it is in Norway at a moment.

    >>> from datetime import UTC
    >>> day_in_norway(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    datetime.date(2026, 11, 23)
    """
    return moment.astimezone(NORWAY).date()


class InTheFuture(Objection):
    """A day that has not come where it should say when something was done."""


def let_have_come(day: date, *, at: datetime) -> None:
    """Let a day be recorded at a moment if it has come in Norway by then.

    Raises:
        InTheFuture: it has not.
    """
    today = day_in_norway(at)
    if day > today:
        raise InTheFuture(
            N_(
                "{day} is in the future, and only what has happened is recorded. Choose {today} or an earlier day."
            ),
            about="on",
            day=day,
            today=today,
        )


class TooEarly(Objection):
    """A day that is before anything it could be about."""


class NotABudgetYear(Objection):
    """A year that is no budget year of ours."""


def let_be_budgeted(year: int) -> None:
    """Let money be entered in a year if it is a budget year.

    Raises:
        NotABudgetYear: it is not.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotABudgetYear(
            N_("A budget year is from {first} to {last}, and {year} is not. Check the year."),
            about="year",
            first=str(FIRST_YEAR),
            last=str(LAST_YEAR),
            year=str(year),
        )


def let_be_dated(day: date, *, at: datetime) -> None:
    """Let money be entered on a day if it has come in Norway by then, and is not before any budget year.

    Raises:
        InTheFuture: it has not come.
        TooEarly: it is before the first budget year.
    """
    let_have_come(day, at=at)
    let_be_kept(day, about="on")


def let_be_kept(day: date, *, about: str) -> None:
    """Let a day be kept if it is not before any budget year.

    Raises:
        TooEarly: it is.
    """
    if day < EARLIEST:
        raise TooEarly(
            N_("{day} is before {earliest}, the first day that is kept here. Check the year."),
            about=about,
            day=day,
            earliest=EARLIEST,
        )


def ended(since: date, *, months: int, on: date) -> Iterator[Period]:
    """Yield the periods, oldest first, from the one holding `since` to the last that has ended on the day."""
    period = Period.holding(since, months=months)
    while period.until <= on:
        yield period
        period = period.next()


def _month(year: int, index: int) -> date:
    return date(year + index // MONTHS_OF_A_YEAR, index % MONTHS_OF_A_YEAR + 1, 1)
