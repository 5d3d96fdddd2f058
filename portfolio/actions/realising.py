"""Benefits and their readings, as owners keep them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count

from portfolio.messages import N_, Message
from portfolio.objections import Objection, raise_any
from portfolio.people import Forbidden, Person, Stamp, Verb, allow
from portfolio.periods import Period
from portfolio.proposals import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.plausibility import span
from portfolio.realising.readings import Certainty, Reading, standing, unreadable
from portfolio.store.database import Database, Writing


class UnitInUse(Objection):
    """A unit that cannot change, since readings are given in it."""


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


def add_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Add a benefit under the next free number of its project, whatever id it comes with.

    Raises:
        Forbidden: the project is not the person's own, and they are not the secretariat.
        Missing: the owner is not in the register.
    """
    with database.write(stamp) as writing:
        _may_add(writing, benefit, stamp)
        writing.get(Person, benefit.owner)
        made = benefit.model_copy(update={"id": _free_id(writing, benefit.proposal), "revision": 1})
        writing.add(made)
        writing.trace("keep_benefit", made.id)
    return made


def keep_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Change a benefit as seen at `benefit.revision`, or add it under its own id.

    Raises:
        Forbidden: it is not the person's own, and they are not the secretariat.
        UnitInUse: the unit would change under readings.
        Stale: somebody changed it in between.
    """
    with database.write(stamp) as writing:
        current = writing.find(Benefit, benefit.id)
        _may_edit(writing, current or benefit, stamp)
        writing.get(Person, benefit.owner)
        readings = writing.all(Reading, benefit=benefit.id)
        if current and readings and current.unit != benefit.unit:
            raise UnitInUse(
                N_("{count} readings are given in «{unit}». Make a new benefit for the new unit."),
                about="unit",
                count=len(readings),
                unit=current.unit,
            )
        kept = writing.keep(benefit)
        writing.trace("keep_benefit", benefit.id)
    return kept


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

    `sure` says that a value far outside the earlier ones was looked at twice.

    Raises:
        FarOutside: the value is far from the earlier ones, and nobody has said that they are sure.
        AlreadyReported: the period has a reading that `corrects` does not name.
        NotReadable: the period is not over, or lies before the baseline; a reason is missing.
        Forbidden: the benefit is somebody else's.
    """
    with database.write(stamp) as writing:
        current = writing.get(Benefit, benefit)
        _may_report(writing, current, stamp)
        raise_any(
            unreadable(current, period=period, certainty=certainty, value=value, comment=comment, on=on)
        )
        readings = writing.all(Reading, benefit=benefit)
        there = next((each for each in standing(readings) if each.period == period), None)
        if there and there.id != corrects:
            raise AlreadyReported(there, unit=current.unit, by=writing.get(Person, there.by).name)
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
            by=stamp.person.id,
            corrects=there.id if there else None,
        )
        writing.add(made)
        writing.trace("report", benefit)
    return made


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


def _free_id(writing: Writing, proposal: str) -> str:
    stem = proposal.replace("prosjekt:", "gevinst:", 1)
    numbers = count(writing.count(Benefit, proposal=proposal) + 1)
    return next(id for id in (f"{stem}-{number}" for number in numbers) if not writing.find(Benefit, id))


def _may_add(writing: Writing, benefit: Benefit, stamp: Stamp) -> None:
    allow(stamp, Verb.EDIT_ANY_BENEFIT, Verb.EDIT_OWN_BENEFIT)
    mine = writing.get(Proposal, benefit.proposal).owner_person == stamp.person.id
    if not (mine or stamp.person.may(Verb.EDIT_ANY_BENEFIT)):
        raise Forbidden(
            N_("Only the project's owner and the secretariat may add benefits to it."), about="proposal"
        )


def _may_edit(writing: Writing, benefit: Benefit, stamp: Stamp) -> None:
    allow(stamp, Verb.EDIT_ANY_BENEFIT, Verb.EDIT_OWN_BENEFIT)
    project = writing.get(Proposal, benefit.proposal)
    mine = stamp.person.id in (benefit.owner, project.owner_person)
    if not (mine or stamp.person.may(Verb.EDIT_ANY_BENEFIT)):
        raise Forbidden(
            N_("Only the benefit's owner, the project's owner and the secretariat may change it."),
            about="owner",
        )


def _may_report(writing: Writing, benefit: Benefit, stamp: Stamp) -> None:
    allow(stamp, Verb.REPORT_ANY_READING, Verb.REPORT_OWN_READING)
    project = writing.get(Proposal, benefit.proposal)
    mine = stamp.person.id in (benefit.owner, project.owner_person)
    if not (mine or stamp.person.may(Verb.REPORT_ANY_READING)):
        raise Forbidden(
            N_("Only the benefit's owner, the project's owner and the secretariat may report on it."),
            about="value",
        )
