"""What was measured in a period: one reading, which of them hold, and what is wrong with a report."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import model_validator

from portfolio.given import Given, Key, Paragraph
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit


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
    """Return the readings that hold: those that no later reading corrects, oldest period first."""
    listed = list(readings)
    corrected = {each.corrects for each in listed if each.corrects}
    return tuple(sorted((each for each in listed if each.id not in corrected), key=lambda each: each.first))


def before_baseline(benefit: Benefit, period: Period) -> bool:
    """Say whether a period is over before the baseline is measured, so that nothing of it may be reported."""
    return benefit.baseline is not None and period.until <= benefit.baseline.on


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
    if benefit.baseline and before_baseline(benefit, period):
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
