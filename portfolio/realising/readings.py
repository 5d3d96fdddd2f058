"""What was measured in a period, and what is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from pydantic import model_validator

from portfolio.given import Given, Key, Paragraph
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.periods import Period, ended
from portfolio.realising.benefits import Benefit, Rhythm

MONTHS: Mapping[Rhythm, int] = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12}
GRACE: Mapping[Rhythm, timedelta] = {
    Rhythm.MONTHLY: timedelta(days=5),
    Rhythm.QUARTERLY: timedelta(days=7),
    Rhythm.YEARLY: timedelta(days=10),
}
"""How long after the period's end a reading is due before it is late."""


class Certainty(StrEnum):
    """How the value came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    NOT_MEASURED = "not_measured"


class Reading(Given):
    """One value of a benefit in a period. A correction is a new reading that says what it `corrects`."""

    id: Key
    benefit: Key
    first: date
    until: date
    certainty: Certainty
    value: Decimal | None
    comment: Paragraph = ""
    at: datetime
    by: Key
    corrects: Key | None = None

    @property
    def period(self) -> Period:
        """The period it speaks of."""
        return Period(self.first, self.until)

    @model_validator(mode="after")
    def _value_or_reason(self) -> "Reading":
        if (self.value is None) != (self.certainty is Certainty.NOT_MEASURED):
            raise ValueError("a reading has a value, unless it was not measured")
        return self

    @model_validator(mode="after")
    def _lasts(self) -> "Reading":
        if self.first >= self.until:
            raise ValueError("a reading speaks of a period that ends after it begins")
        return self


class NotReadable(Objection):
    """A report that lacks something."""


@dataclass(frozen=True, slots=True)
class Due:
    """A period that a benefit owes a value for, from the day after it ended; late from `late_from`."""

    benefit: Benefit
    period: Period
    late_from: date

    @property
    def deadline(self) -> date:
        """The last day on which it is in time."""
        return self.late_from - timedelta(days=1)

    def late(self, *, on: date) -> bool:
        """Say whether the grace has run out."""
        return on >= self.late_from

    def days_late(self, *, on: date) -> int:
        """Return how many days the deadline is past; none while it is not."""
        return max((on - self.deadline).days, 0)


def standing(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that hold: those that no later reading corrects, oldest period first."""
    listed = list(readings)
    corrected = {each.corrects for each in listed if each.corrects}
    return tuple(sorted((each for each in listed if each.id not in corrected), key=lambda each: each.first))


def due(benefit: Benefit, readings: Iterable[Reading], *, on: date) -> tuple[Due, ...]:
    """Return the ended periods that no reading speaks of, from the first reported one, oldest first.

    A period that ends before the baseline is not owed, since it cannot be reported. Nor is one that a reading
    of another length reaches into: whoever changes the rhythm does not owe the past anew.
    """
    told = [each.period for each in standing(readings)]
    return tuple(
        due_for(benefit, period)
        for period in ended(benefit.reported_from, months=MONTHS[benefit.rhythm], on=on)
        if not _before_baseline(benefit, period) and not any(_meet(period, each) for each in told)
    )


def coming(benefit: Benefit, *, on: date) -> Due:
    """Return the period that is not over yet, and falls due the day after it ends."""
    return due_for(benefit, Period.holding(max(on, benefit.reported_from), months=MONTHS[benefit.rhythm]))


def due_for(benefit: Benefit, period: Period) -> Due:
    """Return when a period of a benefit falls due."""
    return Due(benefit, period, period.until + GRACE[benefit.rhythm])


def unreadable(
    benefit: Benefit,
    *,
    period: Period,
    certainty: Certainty,
    value: Decimal | None,
    comment: str,
    on: date,
) -> tuple[Objection, ...]:
    """Return what is wrong with a report of a period on a day."""
    wrong: list[Objection] = []
    if period.until > on:
        wrong.append(
            NotReadable(N_("The period is not over. Report it from {day}."), about="period", day=period.until)
        )
    if benefit.baseline and _before_baseline(benefit, period):
        wrong.append(
            NotReadable(
                N_("The period ends before the baseline of {day}. A reading comes after the baseline."),
                about="period",
                day=benefit.baseline.on,
            )
        )
    if certainty is not Certainty.NOT_MEASURED and value is None:
        wrong.append(NotReadable(N_("Write the value, or choose «Not measured»."), about="value"))
    if certainty is Certainty.NOT_MEASURED and value is not None:
        wrong.append(NotReadable(N_("Take the value out, or choose measured or estimated."), about="value"))
    if certainty is Certainty.NOT_MEASURED and not comment.strip():
        wrong.append(NotReadable(N_("Write why it was not measured."), about="comment"))
    return tuple(wrong)


def _before_baseline(benefit: Benefit, period: Period) -> bool:
    return benefit.baseline is not None and period.until <= benefit.baseline.on


def _meet(one: Period, other: Period) -> bool:
    return one.first < other.until and other.first < one.until
