"""A value is doubted only when it is far outside what was seen and planned for."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portfolio.periods import Period
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Target
from portfolio.realising.plausibility import Span, span
from portfolio.realising.readings import Certainty, Reading

numbers = st.decimals(-1_000_000, 1_000_000, places=2)
FIRST = Period.holding(date(2026, 1, 1), months=3)


def benefit(*, start="21", goal="12"):
    return Benefit(
        id="gevinst:1",
        proposal="prosjekt:1",
        title="Kortere behandlingstid",
        kind=BenefitKind.QUALITY,
        beneficiary=Beneficiary.CITIZENS,
        owner="person:1",
        unit="dager",
        indicator="Median",
        baseline=Baseline(value=Decimal(start), on=date(2025, 12, 15), method="", source="")
        if start
        else None,
        target=Target(value=Decimal(goal), on=date(2030, 1, 1)),
        reported_from=date(2026, 1, 1),
    )


def reading(period, value):
    return Reading(
        id=f"måling:{period.key}",
        benefit="gevinst:1",
        first=period.first,
        until=period.until,
        certainty=Certainty.MEASURED,
        value=Decimal(value),
        at=datetime(2026, 12, 1, tzinfo=UTC),
        by="person:1",
    )


@given(numbers, numbers, numbers)
def test_a_value_between_those_seen_is_never_doubted(one, two, three):
    least, middle, greatest = sorted((one, two, three))
    assert not Span(least, greatest).far_outside(middle)


def test_a_lost_decimal_comma_is_doubted_and_a_slip_backwards_is_not():
    seen = span(benefit(), [], but=FIRST)
    assert seen.far_outside(Decimal(145))
    assert seen.far_outside(Decimal("1.45"))
    assert not seen.far_outside(Decimal(25))


def test_without_a_baseline_the_target_and_the_readings_span():
    assert span(benefit(start=""), [reading(FIRST, 9)], but=FIRST.next()) == Span(Decimal(9), Decimal(12))
    assert not span(benefit(start=""), [], but=FIRST).far_outside(Decimal(0))


def test_what_stands_in_a_period_does_not_excuse_its_correction():
    seen = span(benefit(), [reading(FIRST, 1000)], but=FIRST)
    assert seen.far_outside(Decimal(900))
