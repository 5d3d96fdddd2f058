"""A member's word on every proposal in a round: all at once, and with what follows for the marks."""

import pytest

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import keep_round
from portfolio.prioritising.basis import Basis, Held
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark, NotAnswered
from portfolio.prioritising.rounds import NotInRound, NotOpen, NotYours
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.rounds import (
    ALL_FOURS,
    CLOSED,
    FRESH,
    HALFWAY,
    OPEN,
    OUTSIDE,
    SECRETARIAT,
    TOLK,
    Stamped,
    of,
    rewritten,
)


def test_impartiality_is_confirmed_for_the_whole_list_or_not_at_all(
    database: Database, stamp: Stamped
) -> None:
    with pytest.raises(NotAnswered, match="12 are left"):
        declare(database, OPEN, interests={}, stamp=stamp(FRESH))
    interests = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests, stamp=stamp(FRESH))
    with database.read() as reader:
        assert reader.count(Impartiality, round=OPEN, member=FRESH) == 12


def test_standing_aside_takes_away_the_marks_already_given(database: Database, stamp: Stamped) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    interests: dict[str, Interest | None] = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests | {TOLK: Interest.FUNDER}, stamp=stamp(HALFWAY))
    with database.read() as reader:
        assert reader.count(Mark, round=OPEN, member=HALFWAY, proposal=TOLK) == 0


def test_a_word_on_a_version_that_another_has_taken_the_place_of_is_refused_and_says_what_is_new(
    database: Database, stamp: Stamped
) -> None:
    read, interests = held(database), dict.fromkeys(of(database).proposals)
    rewritten(database, stamp, TOLK, owner_party="kommune:0301")
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale, match="Ingrid Solbakken took in what is new of 2026-016 Et annet"):
        declare(database, OPEN, interests=interests, seen=read, stamp=stamp(FRESH))
    with database.read() as reader:
        assert reader.all(Impartiality, round=OPEN, member=FRESH) == ()
    declare(database, OPEN, interests=interests, seen=held(database), stamp=stamp(FRESH))


def test_so_is_one_from_before_another_proposal_came_in(database: Database, stamp: Stamped) -> None:
    read, now = held(database), of(database)
    wider = now.model_copy(update={"proposals": (*now.proposals, OUTSIDE)})
    keep_round(database, wider, stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale, match="2026-001"):
        declare(database, OPEN, interests=dict.fromkeys(wider.proposals), seen=read, stamp=stamp(FRESH))


def held(database: Database) -> int:
    with database.read() as reader:
        return Held(bases=reader.all(Basis, round=OPEN)).revision


@pytest.mark.parametrize("proposal", ["prosjekt:finnes-ikke", OUTSIDE])
def test_nobody_has_a_word_on_what_is_not_in_the_round(
    database: Database, stamp: Stamped, proposal: str
) -> None:
    interests: dict[str, Interest | None] = dict.fromkeys((*of(database).proposals, proposal))
    with pytest.raises(NotInRound):
        declare(database, OPEN, interests=interests, stamp=stamp(FRESH))
    with database.read() as reader:
        assert reader.all(Impartiality, round=OPEN, member=FRESH) == ()


def test_when_the_assessment_is_over_nobody_stands_aside_any_more(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen):
        declare(database, CLOSED, interests={}, stamp=stamp(FRESH))


def test_nobody_has_a_word_in_a_round_they_are_not_in(database: Database, stamp: Stamped) -> None:
    round_ = of(database)
    others = tuple(each for each in round_.members if each != FRESH)
    keep_round(database, round_.model_copy(update={"members": others}), stamp=stamp(SECRETARIAT))
    with pytest.raises(NotYours, match="not among the members"):
        declare(database, OPEN, interests=dict.fromkeys(round_.proposals), stamp=stamp(FRESH))
