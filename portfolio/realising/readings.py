"""What was measured in a period: one reading, which of them hold, and what is wrong with a report."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import model_validator

from portfolio.given import Given, Key, Paragraph, blank
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.digits import overlong


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


def holding(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that hold: those that no later reading corrects, the period that ended first before the others.

    Of two that ended alike the shorter comes last, since it tells more of where the benefit had come.
    """
    listed = list(readings)
    corrected = {each.corrects for each in listed if each.corrects}
    held = (each for each in listed if each.id not in corrected)
    return tuple(sorted(held, key=lambda each: (each.until, each.first)))


def before_baseline(benefit: Benefit, period: Period) -> bool:
    """Say whether a period is over before the baseline is measured, so that nothing of it may be reported."""
    return benefit.baseline is not None and period.until <= benefit.baseline.on


def unreadable(
    benefit: Benefit,
    *,
    period: Period,
    asked: Collection[Period],
    certainty: Certainty,
    value: Decimal | None,
    comment: str,
    on: date,
) -> tuple[Objection, ...]:
    """Return what is wrong with a report on a day of a period; `asked` are those that may be reported."""
    wrong = list(_unasked(benefit, period, on=on)) if period not in asked else []
    wrong += overlong(value, about="value")
    if certainty is not Certainty.NOT_MEASURED and value is None:
        wrong.append(NotReadable(N_("Write the value, or choose «Not measured»."), about="value"))
    if certainty is Certainty.NOT_MEASURED and value is not None:
        wrong.append(NotReadable(N_("Take the value out, or choose measured or estimated."), about="value"))
    if certainty is Certainty.NOT_MEASURED and blank(comment):
        wrong.append(NotReadable(N_("Write why it was not measured."), about="comment"))
    return tuple(wrong)


def _unasked(benefit: Benefit, period: Period, *, on: date) -> Iterator[Objection]:
    """Yield why a period may not be reported that neither is reported nor asked for by any plan the benefit has had."""
    if period.until > on:
        said = N_("The period is not over. Report it from {day}.")
        yield NotReadable(said, about="period", day=period.until)
    elif benefit.baseline and before_baseline(benefit, period):
        said = N_("The period ends before the baseline of {day}. A reading comes after the baseline.")
        yield NotReadable(said, about="period", day=benefit.baseline.on)
    else:
        said = N_("Nobody has asked for {period}. Choose a period from the list of what waits.")
        yield NotReadable(said, about="period", period=period)
