"""What was measured, as owners report it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from portfolio.lookups.benefits import versions
from portfolio.messages import N_, Message
from portfolio.objections import Objection, raise_any
from portfolio.people import Forbidden, Person, Stamp
from portfolio.periods import Period, let_have_come
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import asked
from portfolio.realising.keepers import REPORTED_BY, REPORTS, may_report
from portfolio.realising.plausibility import span
from portfolio.realising.readings import Certainty, Reading, holding, unreadable
from portfolio.realising.releases import Release, release_of
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class AlreadyReported(Objection):
    """Somebody reported the same period in between. `there` is what they reported."""

    def __init__(self, there: Reading, *, unit: str, by: str) -> None:
        super().__init__(
            N_(
                "{who} has reported {period} already: {value}. What you wrote is kept here. Save again to correct it."
            ),
            about="value",
            who=by,
            period=there.period,
            value=_told(there, unit),
        )
        self.there = there


class FarOutside(Objection):
    """A value far outside what was seen so far: not wrong, but worth a second look."""


def report(
    database: Database,
    benefit: str,
    *,
    period: Period,
    certainty: Certainty,
    value: Decimal | None,
    comment: str,
    corrects: str | None = None,
    sure: bool = False,
    on: date,
    stamp: Stamp,
) -> Reading:
    """Report a benefit's value in a period; with `corrects` in the place of a reading the person has seen.

    What was let off is so no more once it is reported. `sure` says that a value far outside the earlier ones was looked at twice.

    Raises:
        FarOutside: the value is far from the earlier ones, and nobody has said that they are sure.
        AlreadyReported: the period has a reading that `corrects` does not name.
        InTheFuture: the day has not come by the stamp.
        NotReadable: the period is not over, lies before the baseline, or no plan has asked for it; a reason is missing.
        Forbidden: the benefit is somebody else's.
    """
    with database.write(stamp, *REPORTS) as writer:
        let_have_come(on, at=stamp.at)
        current = writer.get(Benefit, benefit)
        _check_reporting(writer, current)
        readings = writer.all(Reading, benefit=benefit)
        raise_any(
            unreadable(
                current,
                period=period,
                asked=_open(writer, current, readings, on=on),
                certainty=certainty,
                value=value,
                comment=comment,
                on=on,
            )
        )
        there = next((each for each in holding(readings) if each.period == period), None)
        if there and there.id != corrects:
            raise AlreadyReported(there, unit=current.unit, by=writer.get(Person, there.by).name)
        if value is not None and not sure:
            _look_twice(current, readings, period=period, value=value)
        made = Reading(
            id=f"{benefit}.{len(readings) + 1}",
            benefit=benefit,
            first=period.first,
            until=period.until,
            certainty=certainty,
            value=value,
            comment=comment,
            at=stamp.at,
            by=writer.stamp.person.id,
            corrects=there.id if there else None,
        )
        writer.add(made)
        _end_release(writer, made)
        writer.trace("report", benefit)
    return made


def _open(writer: Writer, benefit: Benefit, readings: Sequence[Reading], *, on: date) -> set[Period]:
    """Return the periods that may be reported on the day: those that a plan asks for, and those that are told of."""
    told = {each.period for each in holding(readings)}
    stood = versions(writer, (benefit,)).get(benefit.id, ())
    return told | {each.period for each in asked(benefit, told, on=on, versions=stood)}


def _end_release(writer: Writer, reading: Reading) -> None:
    """Let go of that the period was let off, which is over once it is reported; that it was stays among the versions."""
    there = writer.find(Release, release_of(reading.benefit, reading.period).id)
    if there:
        writer.remove(Release, there.id)


def _told(there: Reading, unit: str) -> object:
    if there.value is None:
        return there.certainty
    return Message(N_("{value} {unit}"), {"value": there.value, "unit": unit})


def _look_twice(benefit: Benefit, readings: Sequence[Reading], *, period: Period, value: Decimal) -> None:
    seen = span(benefit, readings, but=period)
    if seen.far_outside(value):
        raise FarOutside(
            N_(
                "{value} is far from the earlier values and the target, which go from {least} to {greatest}. Check it, and confirm it if it is right."
            ),
            about="value",
            value=value,
            least=seen.least,
            greatest=seen.greatest,
        )
    if seen.slipped(value):
        raise FarOutside(
            N_(
                "{value} is about ten times as much as the nearest value measured, {nearest}, or a tenth of it. Check the digits, and confirm it if it is right."
            ),
            about="value",
            value=value,
            nearest=seen.nearest,
        )


def _check_reporting(writer: Writer, benefit: Benefit) -> None:
    if not may_report(writer.stamp.person, benefit, writer.get(Proposal, benefit.proposal)):
        raise Forbidden(REPORTED_BY, about="value")
