"""What a benefit is held to: what it promises and how that is measured, what may not be so, and what has moved."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pydantic import ValidationError

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.periods import FIRST_YEAR, LAST_YEAR, InTheFuture
from portfolio.realising.benefits import Benefit
from portfolio.realising.digits import overlong
from portfolio.realising.readings import Reading, before_baseline, holding


class Unsound(Objection):
    """A baseline, a target or a day that cannot stand beside the others, or beside what is reported."""


def held(benefit: Benefit) -> Mapping[str, object]:
    """Return what is promised, to whom, by whom, and how it is measured, by the fields people fill in.

    Only where the benefit is taken from stays out of it. A word may promise less as well as a figure may.
    """
    baseline, target = benefit.baseline, benefit.target
    return {
        "title": benefit.title,
        "description": benefit.description,
        "kind": benefit.kind,
        "beneficiary": benefit.beneficiary,
        "owner": benefit.owner,
        "indicator": benefit.indicator,
        "unit": benefit.unit,
        "baseline_value": baseline.value if baseline else None,
        "baseline_on": baseline.on if baseline else None,
        "baseline_method": baseline.method if baseline else None,
        "baseline_source": baseline.source if baseline else None,
        "target_value": target.value,
        "target_on": target.on,
        "rhythm": benefit.rhythm,
        "reported_from": benefit.reported_from,
    }


def moved(before: Benefit, after: Benefit) -> tuple[str, ...]:
    """Return the fields in which what a benefit is held to differs."""
    now = held(after)
    return tuple(field for field, value in held(before).items() if value != now[field])


def unwhole(benefit: Benefit) -> Iterator[Objection]:
    """Yield each field that holds what no benefit has, where one was made from another by hand.

    What concerns several fields together, `unsound` says better.
    """
    try:
        Benefit.model_validate(benefit.model_dump(warnings=False))
    except ValidationError as wrong:
        said = N_("This cannot be used. Check what stands here.")
        places = ("_".join(map(str, each["loc"])) for each in wrong.errors())
        yield from (Unsound(said, about=place) for place in places if place)


def unsound(benefit: Benefit, readings: Iterable[Reading], *, on: date) -> tuple[Objection, ...]:
    """Return what of a benefit's plan cannot be so on a day, whichever came first: the plan or what is reported."""
    return (*_values(benefit), *_days(benefit, on=on), *_told_before(benefit, readings))


def _values(benefit: Benefit) -> Iterator[Objection]:
    yield from overlong(benefit.baseline.value if benefit.baseline else None, about="baseline_value")
    yield from overlong(benefit.target.value, about="target_value")


def _days(benefit: Benefit, *, on: date) -> Iterator[Objection]:
    baseline, target = benefit.baseline, benefit.target
    days = {"baseline_on": baseline and baseline.on, "target_on": target.on}
    for field, day in {**days, "reported_from": benefit.reported_from}.items():
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Unsound(N_("{day} is not in this century. Check the year."), about=field, day=day)
    if baseline and baseline.on > on:
        yield InTheFuture(
            N_(
                "{day} is in the future. A baseline is what has been measured: choose {today} or an earlier day."
            ),
            about="baseline_on",
            day=baseline.on,
            today=on,
        )
    if baseline and target.on <= baseline.on:
        yield Unsound(N_("The target day must come after the day of the baseline."), about="target_on")


def _told_before(benefit: Benefit, readings: Iterable[Reading]) -> Iterator[Objection]:
    """Yield that something is reported from before the baseline: what `unreadable` refuses from the other side."""
    told = [each.period for each in holding(readings) if before_baseline(benefit, each.period)]
    if told and benefit.baseline:
        yield Unsound(
            N_(
                "{period} is reported, and ends before {day}. A baseline comes before what is reported: choose an earlier day, or make a new benefit."
            ),
            about="baseline_on",
            period=told[0],
            day=benefit.baseline.on,
        )
