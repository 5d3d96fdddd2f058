"""Reporting: both values of a correction stay, nobody overwrites unseen, and only those who keep a benefit report on it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import AlreadyReported, FarOutside, report
from portfolio.messages import Message
from portfolio.people import Forbidden, Stamp
from portfolio.periods import InTheFuture, Period
from portfolio.realising.benefits import Benefit, Rhythm
from portfolio.realising.digits import TooManyDigits
from portfolio.realising.readings import Certainty, NotReadable, Reading, holding
from portfolio.store.database import Database

OWNER, SECRETARIAT, PROJECT_OWNER, ANOTHER_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:guro-steinsvågen",
    "person:petter-granholtet",
    "person:signe-holtviken",
)
DRIVING = "gevinst:2026-002-1"
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
TODAY = date(2026, 11, 23)


@pytest.fixture
def tell(database: Database, stamp: Callable[[str], Stamp]) -> Callable[..., Reading]:
    """Report the driving time of October."""

    def told(value: str | None = "4.6", *, by: str = OWNER, **more: object) -> Reading:
        given = {
            "period": OCTOBER,
            "certainty": Certainty.MEASURED,
            "comment": "",
            "on": TODAY,
            **more,
        }
        number = None if value is None else Decimal(value)
        return report(database, DRIVING, value=number, stamp=stamp(by), **given)  # type: ignore[arg-type]

    return told


def test_a_correction_keeps_both_values(database: Database, tell: Callable[..., Reading]) -> None:
    first = tell("4.6")
    second = tell("4.5", corrects=first.id)
    with database.read() as look:
        all_of_them = look.all(Reading, benefit=DRIVING)
    assert {first, second} <= set(all_of_them)
    assert [each.value for each in holding(all_of_them) if each.period == OCTOBER] == [Decimal("4.5")]
    assert second.corrects == first.id


def test_whoever_comes_second_is_told_what_stands_there_and_by_whom(tell: Callable[..., Reading]) -> None:
    there = tell("4.6", by=SECRETARIAT)
    with pytest.raises(AlreadyReported) as refused:
        tell("4.4")
    assert refused.value.there == there
    facts = refused.value.message.facts
    assert facts["who"] == "Ingrid Solbakken"
    assert facts["value"] == Message(
        "{value} {unit}", {"value": Decimal("4.6"), "unit": "timer per ansatt per uke"}
    )


def test_the_one_named_is_the_one_who_reported_not_who_changed_the_benefit(
    database: Database, tell: Callable[..., Reading], stamp: Callable[[str], Stamp]
) -> None:
    tell("4.6")
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    keep_benefit(database, benefit.model_copy(update={"source": "Ny"}), stamp=stamp(SECRETARIAT))
    with pytest.raises(AlreadyReported) as refused:
        tell("4.4", by=SECRETARIAT)
    assert refused.value.message.facts["who"] == "Lene Bjørkmyra"


def test_saving_again_corrects_what_came_in_between(tell: Callable[..., Reading]) -> None:
    there = tell("4.6", by=SECRETARIAT)
    assert tell("4.4", corrects=there.id).corrects == there.id


def test_a_third_reading_is_not_overwritten_by_one_who_saw_the_second(tell: Callable[..., Reading]) -> None:
    first = tell("4.6")
    tell("4.5", corrects=first.id)
    with pytest.raises(AlreadyReported):
        tell("4.4", corrects=first.id)


def test_a_value_far_outside_is_kept_once_somebody_is_sure(tell: Callable[..., Reading]) -> None:
    with pytest.raises(FarOutside) as doubt:
        tell("46")
    assert doubt.value.about == "value"
    assert tell("46", sure=True).value == Decimal(46)


def test_a_period_that_is_not_over_is_refused(tell: Callable[..., Reading]) -> None:
    with pytest.raises(NotReadable) as refused:
        tell("4.6", period=OCTOBER.next())
    assert refused.value.about == "period"


@pytest.mark.parametrize("value", ["1E+400", "1E-400", "NaN"])
def test_a_value_that_no_page_can_draw_is_refused_by_its_field(
    tell: Callable[..., Reading], value: str
) -> None:
    with pytest.raises(TooManyDigits) as refused:
        tell(value, sure=True)
    assert refused.value.about == "value"


def test_a_period_is_over_by_the_clock_and_not_by_what_is_said_of_the_day(
    tell: Callable[..., Reading],
) -> None:
    with pytest.raises(InTheFuture):
        tell("4.6", period=OCTOBER.next(), on=date(2026, 12, 24))


def test_not_measured_needs_a_reason(tell: Callable[..., Reading]) -> None:
    with pytest.raises(NotReadable) as refused:
        tell(None, certainty=Certainty.NOT_MEASURED, comment="  ")
    assert refused.value.about == "comment"
    assert tell(None, certainty=Certainty.NOT_MEASURED, comment="Systemet var nede").value is None


def test_what_was_owed_by_the_plan_before_is_reported_and_corrected_also_when_the_plan_has_other_periods(
    database: Database, tell: Callable[..., Reading], stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as look:
        benefit = look.get(Benefit, DRIVING)
    quarterly = benefit.model_copy(update={"rhythm": Rhythm.QUARTERLY})
    keep_benefit(database, quarterly, reason="Kvartal holder", stamp=stamp(SECRETARIAT))
    first = tell("4.6")
    assert tell("4.5", corrects=first.id).period == OCTOBER


def test_a_period_that_no_plan_has_asked_for_is_refused(tell: Callable[..., Reading]) -> None:
    with pytest.raises(NotReadable) as refused:
        tell("4.6", period=Period(date(2026, 7, 1), date(2026, 11, 1)))
    assert refused.value.about == "period"


@pytest.mark.parametrize("who", [READER, PROJECT_OWNER, ANOTHER_OWNER])
def test_nobody_reports_on_anothers_benefit(tell: Callable[..., Reading], who: str) -> None:
    with pytest.raises(Forbidden):
        tell("4.6", by=who)


@pytest.mark.parametrize(
    ("who", "words", "about"),
    [
        (READER, "Your role does not allow this", ""),
        (
            ANOTHER_OWNER,
            "Only the benefit's owner, the project's owner and the secretariat may report",
            "value",
        ),
    ],
)
def test_whoever_may_not_report_is_told_whether_it_is_the_role_or_the_benefit(
    tell: Callable[..., Reading], who: str, words: str, about: str
) -> None:
    with pytest.raises(Forbidden) as refused:
        tell("4.6", by=who)
    assert words in str(refused.value)
    assert refused.value.about == about
