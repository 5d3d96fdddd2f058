"""Who may see what of a round."""

from collections.abc import Callable, Mapping

import pytest

from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import keep_round
from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.assessment import queue
from portfolio.reports.prioritising.order import NotYet, order
from portfolio.reports.prioritising.ranking import ranking
from portfolio.reports.prioritising.seeing import hidden, seen
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.rounds import (
    ALL_FOURS,
    CRITERIA,
    DONE,
    FRESH,
    HALFWAY,
    OPEN,
    READER,
    SECRETARIAT,
    Stamped,
    of,
    step,
)

People = Callable[[str], Person]


@pytest.mark.parametrize("phase", [RoundPhase.PREPARING, RoundPhase.SCORING])
def test_while_marks_may_change_the_order_is_hidden_from_everybody(
    database: Database, phase: RoundPhase
) -> None:
    assert hidden(of(database).model_copy(update={"phase": phase})) is not None


@pytest.mark.parametrize("phase", [RoundPhase.MEETING, RoundPhase.CLOSED])
def test_when_the_assessment_is_over_nothing_is_hidden(database: Database, phase: RoundPhase) -> None:
    assert hidden(of(database).model_copy(update={"phase": phase})) is None


def test_a_member_whose_marks_are_all_in_sees_no_order(database: Database, stamp: Stamped) -> None:
    sees_nothing(database, stamp(DONE).person)


def test_a_member_who_stands_aside_from_everything_sees_no_order(database: Database, stamp: Stamped) -> None:
    everything: Mapping[str, Interest | None] = dict.fromkeys(of(database).proposals, Interest.OTHER)
    declare(database, OPEN, interests=everything, stamp=stamp(FRESH))
    sees_nothing(database, stamp(FRESH).person)


def test_a_member_who_says_dont_know_to_everything_sees_no_order(database: Database, stamp: Stamped) -> None:
    me = stamp(FRESH)
    declare(database, OPEN, interests=dict.fromkeys(of(database).proposals), stamp=me)
    with database.read() as reader:
        left = queue(reader, OPEN, member=me.person).progress.left
    for each in left:
        assess(database, OPEN, each, marks=dict.fromkeys(CRITERIA), reasons={}, stamp=me)
    sees_nothing(database, me.person)


def test_a_secretary_who_joins_looks_and_leaves_sees_no_order(database: Database, stamp: Stamped) -> None:
    both = stamp(SECRETARIAT).person.model_copy(update={"roles": (Role.SECRETARIAT, Role.MEMBER)})
    with database.write(stamp(SECRETARIAT)) as writer:
        both = writer.revise(both)
        writer.trace("keep_person", both.id)
    me = Stamp(person=both, at=stamp(SECRETARIAT).at)
    joined = of(database).model_copy(update={"members": (*of(database).members, both.id)})
    keep_round(database, joined, stamp=me)
    declare(database, OPEN, interests=dict.fromkeys(joined.proposals, Interest.OTHER), stamp=me)
    sees_nothing(database, both)
    gone = of(database).model_copy(update={"members": of(database).members[:-1]})
    keep_round(database, gone, stamp=me)
    sees_nothing(database, both)


def test_an_order_that_was_seen_is_hidden_again_while_the_marks_may_change_again(
    meeting: Database, stamp: Stamped
) -> None:
    with meeting.read() as reader:
        assert ranking(reader, OPEN, viewer=stamp(DONE).person).ranked
    step(meeting, stamp, RoundPhase.SCORING)
    assess(meeting, OPEN, "prosjekt:2026-016", marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    sees_nothing(meeting, stamp(DONE).person)


@pytest.mark.parametrize("who", [DONE, HALFWAY, FRESH, READER])
def test_a_round_that_is_prepared_is_not_there_for_others(
    database: Database, person: People, stamp: Stamped, who: str
) -> None:
    step(database, stamp, RoundPhase.PREPARING)
    with database.read() as reader, pytest.raises(Missing, match="is not there"):
        seen(reader, OPEN, viewer=person(who))


def test_a_round_that_is_prepared_is_seen_by_those_who_prepare_it(
    database: Database, person: People, stamp: Stamped
) -> None:
    step(database, stamp, RoundPhase.PREPARING)
    with database.read() as reader:
        assert seen(reader, OPEN, viewer=person(SECRETARIAT)).phase is RoundPhase.PREPARING


def sees_nothing(database: Database, viewer: Person) -> None:
    with database.read() as reader:
        report = ranking(reader, OPEN, viewer=viewer)
        assert report.hidden is not None
        assert report.ranked == report.outside == report.terms == ()
        with pytest.raises(NotYet):
            order(reader, report.round, viewer=viewer)
