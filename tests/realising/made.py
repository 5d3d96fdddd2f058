"""A benefit and a reading to try the rules on, with what a test says of them and something plain for the rest."""

from datetime import UTC, date, datetime
from decimal import Decimal

from portfolio.periods import Period
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Target
from portfolio.realising.readings import Certainty, Reading
from portfolio.realising.standing import Stood


def benefit(*, start=10, goal=5, since=date(2025, 12, 15), by=date(2030, 1, 1), **more):
    """Return a benefit that goes from `start` (None where there is no baseline) to `goal`, between two days."""
    return Benefit(
        **{
            "id": "gevinst:1",
            "proposal": "prosjekt:1",
            "title": "Kortere behandlingstid",
            "kind": BenefitKind.QUALITY,
            "beneficiary": Beneficiary.CITIZENS,
            "owner": "person:1",
            "unit": "dager",
            "indicator": "Median",
            "baseline": None
            if start is None
            else Baseline(value=Decimal(start), on=since, method="Uttrekk", source="Arkiv"),
            "target": Target(value=Decimal(goal), on=by),
            "reported_from": date(2026, 1, 1),
        }
        | more
    )


def reading(period: Period, value=7, *, id=None, corrects=None, certainty=Certainty.MEASURED):
    """Return a reading of a period."""
    return Reading(
        id=id or f"måling:{period.key}",
        benefit="gevinst:1",
        first=period.first,
        until=period.until,
        certainty=certainty,
        value=value if value is None else Decimal(value),
        at=datetime(2026, 12, 1, tzinfo=UTC),
        by="person:1",
        corrects=corrects,
    )


def stood(benefit, at):
    """Return a benefit as it stood from a moment, or from noon on a day."""
    moment = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, 11, tzinfo=UTC)
    return Stood(benefit, moment, "person:2", "Ny plan")
