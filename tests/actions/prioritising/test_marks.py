"""A member's marks on one proposal: on every criterion, by those who are to give them, while they may."""

import pytest

from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.objections import Objections
from portfolio.people import Forbidden, Stamp
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.marks import Mark, OutsideTheScale
from portfolio.prioritising.rounds import NotInRound, NotOpen, NotYours
from portfolio.store.database import Database
from tests.rounds import (
    ALL_FOURS,
    CLOSED,
    FRESH,
    HALFWAY,
    OPEN,
    OUTSIDE,
    SECRETARIAT,
    STOPPED,
    TOLK,
    Stamped,
    of,
)


def test_marks_come_after_impartiality(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotYours, match="Confirm first"):
        give(database, stamp(FRESH))


def test_nobody_marks_what_they_stand_aside_from(database: Database, stamp: Stamped) -> None:
    interests: dict[str, Interest | None] = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests | {TOLK: Interest.OTHER}, stamp=stamp(FRESH))
    with pytest.raises(NotYours, match="stand aside"):
        give(database, stamp(FRESH))


def test_a_proposal_that_is_stopped_gets_no_marks(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotYours, match="not ready"):
        assess(database, OPEN, STOPPED, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))


@pytest.mark.parametrize("proposal", ["prosjekt:finnes-ikke", OUTSIDE])
def test_nobody_marks_what_is_not_in_the_round(database: Database, stamp: Stamped, proposal: str) -> None:
    with pytest.raises(NotInRound):
        assess(database, OPEN, proposal, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))


def test_only_members_of_the_round_mark(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        give(database, stamp(SECRETARIAT))


def test_a_closed_round_takes_no_marks(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen):
        assess(database, CLOSED, "prosjekt:2026-001", marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))


def test_a_missing_mark_is_named_by_its_criterion(database: Database, stamp: Stamped) -> None:
    marks = {key: mark for key, mark in ALL_FOURS.items() if key not in ("behov", "okonomi")}
    with pytest.raises(Objections) as refused:
        assess(database, OPEN, TOLK, marks=marks, reasons={}, stamp=stamp(HALFWAY))
    assert [each.about for each in refused.value.listed] == ["behov", "okonomi"]


def test_a_mark_outside_the_scale_is_refused(database: Database, stamp: Stamped) -> None:
    with pytest.raises(OutsideTheScale):
        assess(database, OPEN, TOLK, marks=ALL_FOURS | {"behov": 6}, reasons={}, stamp=stamp(HALFWAY))


def test_the_newest_word_of_a_member_holds(database: Database, stamp: Stamped) -> None:
    give(database, stamp(HALFWAY))
    assess(database, OPEN, TOLK, marks=ALL_FOURS | {"behov": None}, reasons={}, stamp=stamp(HALFWAY))
    with database.read() as reader:
        (mark,) = reader.all(Mark, round=OPEN, proposal=TOLK, member=HALFWAY, criterion="behov")
    assert mark.mark is None


def give(database: Database, stamp: Stamp) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp)
