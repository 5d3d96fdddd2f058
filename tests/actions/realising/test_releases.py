"""What is owed is let go of with a reason by the project's owner or the secretariat, and may be asked for again."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import report
from portfolio.actions.realising.releases import owe_again, release
from portfolio.objections import Objections
from portfolio.people import Forbidden, Stamp
from portfolio.periods import InTheFuture, Period
from portfolio.realising.benefits import Benefit, Rhythm
from portfolio.realising.changes import NoReason
from portfolio.realising.readings import Certainty
from portfolio.realising.releases import NotOwed, Release, release_of
from portfolio.reports.realising.benefit import benefit_story
from portfolio.store.database import Database
from portfolio.store.reading import Missing

CASES, OWNER = "gevinst:2026-001-1", "person:maja-elvestadmo"
AGREEING = ("person:halvard-lyngmoen", "person:ingrid-solbakken")
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
TODAY = date(2026, 11, 23)


@pytest.fixture
def let_off(database: Database, stamp: Callable[[str], Stamp]) -> Callable[..., tuple[Release, ...]]:
    """Let the benefit off October."""

    def released(
        by: str = AGREEING[0], *, periods: tuple[Period, ...] = (OCTOBER,), reason: str = "Systemet var nede"
    ) -> tuple[Release, ...]:
        return release(database, CASES, periods=periods, reason=reason, on=TODAY, stamp=stamp(by))

    return released


def owed(database: Database) -> list[Period]:
    with database.read() as look:
        return [each.period for each in benefit_story(look, CASES, on=TODAY).due]


@pytest.mark.parametrize("who", AGREEING)
def test_what_is_let_go_of_is_owed_no_more_and_why_stands_in_the_trail(
    database: Database, let_off: Callable[..., tuple[Release, ...]], who: str
) -> None:
    assert owed(database) == [OCTOBER]
    let_off(who)
    assert owed(database) == []
    with database.read() as look:
        trace = look.traces(subject=CASES)[0]
    assert (trace.action, trace.person, trace.reason) == ("release", who, "Systemet var nede")


def test_it_is_asked_for_again_and_let_go_of_again_and_all_of_it_is_kept(
    database: Database, stamp: Callable[[str], Stamp], let_off: Callable[..., tuple[Release, ...]]
) -> None:
    (made,) = let_off()
    owe_again(database, made.id, stamp=stamp(AGREEING[1]))
    assert owed(database) == [OCTOBER]
    with pytest.raises(Missing):
        owe_again(database, made.id, stamp=stamp(AGREEING[1]))
    assert let_off() == (made,)
    with database.read() as look:
        assert [each.record for each in look.versions(Release, made.id)] == [made, None, made]


def test_the_benefits_owner_is_the_one_who_owes_and_lets_go_of_nothing(
    database: Database, stamp: Callable[[str], Stamp], let_off: Callable[..., tuple[Release, ...]]
) -> None:
    with pytest.raises(Forbidden) as refused:
        let_off(OWNER)
    assert refused.value.about == "periods"
    (made,) = let_off()
    with pytest.raises(Forbidden):
        owe_again(database, made.id, stamp=stamp(OWNER))


def test_what_is_not_owed_is_not_let_go_of_and_nothing_without_a_reason(
    database: Database, let_off: Callable[..., tuple[Release, ...]]
) -> None:
    with pytest.raises(NotOwed):
        let_off(periods=(OCTOBER, OCTOBER.next()))
    with pytest.raises(NoReason) as refused:
        let_off(reason=" \u200b")
    assert refused.value.about == "reason"
    with pytest.raises(Objections):
        let_off(periods=(), reason="")
    assert owed(database) == [OCTOBER]


def test_what_is_not_owed_yet_is_not_let_go_of_by_naming_a_later_day(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with pytest.raises(InTheFuture):
        release(
            database,
            CASES,
            periods=[OCTOBER.next()],
            reason="x",
            on=date(2026, 12, 24),
            stamp=stamp(AGREEING[0]),
        )


def test_what_is_let_go_of_may_be_reported_all_the_same_and_that_ends_it(
    database: Database, stamp: Callable[[str], Stamp], let_off: Callable[..., tuple[Release, ...]]
) -> None:
    let_off()
    told = report(
        database,
        CASES,
        period=OCTOBER,
        certainty=Certainty.MEASURED,
        value=Decimal(15),
        comment="",
        sure=True,
        on=TODAY,
        stamp=stamp(OWNER),
    )
    assert told.period == OCTOBER
    assert owed(database) == []
    with database.read() as look:
        assert look.count(Release, benefit=CASES) == 0
        gone = look.versions(Release, release_of(CASES, OCTOBER).id)[-1]
        trace = look.traces(subject=CASES)[0]
    assert (gone.record, gone.seq, trace.action) == (None, trace.seq, "report")
    with pytest.raises(NotOwed):
        let_off()
    with pytest.raises(Missing):
        owe_again(database, release_of(CASES, OCTOBER).id, stamp=stamp(AGREEING[0]))


def test_what_a_former_plan_asks_for_is_let_go_of_like_the_rest(
    database: Database, stamp: Callable[[str], Stamp], let_off: Callable[..., tuple[Release, ...]]
) -> None:
    with database.read() as look:
        yearly = look.get(Benefit, CASES).model_copy(update={"rhythm": Rhythm.YEARLY})
    keep_benefit(database, yearly, reason="Nok med et år", stamp=stamp(AGREEING[1]))
    assert owed(database) == [OCTOBER]
    let_off()
    assert owed(database) == []
