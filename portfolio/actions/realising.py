"""Benefits and their readings, as owners keep them."""

from datetime import date
from decimal import Decimal

from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.people import Forbidden, Stamp, Verb, allow
from portfolio.periods import Period
from portfolio.proposals import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty, Reading, standing, unreadable
from portfolio.store.database import Database, Writing


class UnitInUse(Objection):
    """A unit that cannot change, since readings are given in it."""


class AlreadyReported(Objection):
    """Somebody reported the same period in between. `standing` is what they reported."""

    def __init__(self, there: Reading, *, by: str) -> None:
        super().__init__(
            N_(
                "{who} has reported {period} already: {value}. What you wrote is kept here. Save again to correct it."
            ),
            about="value",
            who=by,
            period=there.period,
            value=there.value if there.value is not None else there.certainty,
        )
        self.there = there


def keep_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Add a benefit, or change it as seen at `benefit.revision`.

    Raises:
        Forbidden: it is not the person's own, and they are not the secretariat.
        UnitInUse: the unit would change under readings.
        Stale: somebody changed it in between.
    """
    with database.write(stamp) as writing:
        current = writing.find(Benefit, benefit.id)
        _may_edit(writing, current or benefit, stamp)
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
    on: date,
    stamp: Stamp,
) -> Reading:
    """Report a benefit's value in a period; with `corrects` in the place of a reading the person has seen.

    Raises:
        AlreadyReported: the period has a reading that `corrects` does not name.
        NotReadable: the period is not over, or lies before the baseline; a reason is missing.
        Forbidden: the benefit is somebody else's.
    """
    with database.write(stamp) as writing:
        current = writing.get(Benefit, benefit)
        _may_report(current, stamp)
        raise_any(
            unreadable(current, period=period, certainty=certainty, value=value, comment=comment, on=on)
        )
        there = _there(writing, benefit, period)
        if there and there.id != corrects:
            raise AlreadyReported(there, by=writing.last_change(benefit)[0])
        made = Reading(
            id=f"{benefit}.{writing.count(Reading, benefit=benefit) + 1}",
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


def _there(writing: Writing, benefit: str, period: Period) -> Reading | None:
    return next(
        (each for each in standing(writing.all(Reading, benefit=benefit)) if each.period == period),
        None,
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


def _may_report(benefit: Benefit, stamp: Stamp) -> None:
    allow(stamp, Verb.REPORT_ANY_READING, Verb.REPORT_OWN_READING)
    if benefit.owner != stamp.person.id and not stamp.person.may(Verb.REPORT_ANY_READING):
        raise Forbidden(N_("Only the benefit's owner and the secretariat may report on it."), about="value")
