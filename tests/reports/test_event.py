"""One thing that has been done, opened."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.people import keep_person
from portfolio.actions.prioritising.decisions import record_decision
from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.lookups.untold import ASIDE, LATER
from portfolio.people import MAY, Forbidden, Person, Role, Stamp, Verb
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.gates import Answer
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.event import FROZEN, Became, EventStory, event_story
from portfolio.reports.history import history
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.words import words
from tests.rounds import (
    ALL_FOURS,
    COLLEAGUE,
    FRESH,
    HALFWAY,
    OPEN,
    SECOND,
    SECRETARIAT,
    TOLK,
    met,
    of,
    stand_aside,
    step,
)

ADMINISTRATOR = "person:are-tangneset"
Stamped = Callable[[str], Stamp]
Known = Callable[[str], Person]


def newest(database: Database, viewer: Person, *, page: int = 1) -> EventStory:
    with database.read() as reader:
        return event_story(reader, reader.head().seq, viewer=viewer, page=page)


def said(story: EventStory) -> list[str]:
    speak = words("nb")
    return [f"{speak.put(row.name)}: {speak(each.said)}" for row in story.rows for each in row.differences]


def test_it_tells_what_a_person_became_by_name(database: Database, person: Known, stamp: Stamped) -> None:
    changed = person(FRESH).model_copy(update={"roles": (Role.READER,)})
    keep_person(database, changed, stamp=stamp(ADMINISTRATOR))
    story = newest(database, person(SECRETARIAT))
    assert (story.event.about, story.event.who) == (changed.name, person(ADMINISTRATOR).name)
    assert said(story) == [f"{changed.name}: Roller: lagt til Leser, tatt ut Rådsmedlem"]
    assert [each.became for each in story.rows] == [Became.CHANGED]


def test_what_somebody_marked_is_never_told_and_counted_when_no_mark_can_change(
    database: Database, person: Known, stamp: Stamped
) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={"behov": "hemmelig"}, stamp=stamp(HALFWAY))
    stand_aside(database, stamp, COLLEAGUE, TOLK)
    with database.read() as reader:
        (marked, *_) = reader.traces(actions=("assess",))
    for phase, counts in ((None, [None, None]), (RoundPhase.MEETING, [len(ALL_FOURS), None])):
        if phase:
            step(database, stamp, phase)
        with database.read() as reader:
            stories = [
                event_story(reader, marked.seq, viewer=person(who)) for who in (SECRETARIAT, COLLEAGUE)
            ]
        assert [each.untold.facts.get("count") for each in stories if each.untold] == counts
        assert [(each.rows, each.count) for each in stories] == [((), 0)] * 2
        assert "hemmelig" not in repr(stories)


def test_marks_taken_away_are_not_told_either(database: Database, person: Known, stamp: Stamped) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    interests: dict[str, Interest | None] = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests | {TOLK: Interest.OTHER}, stamp=stamp(HALFWAY))
    story = newest(database, person(SECRETARIAT))
    assert story.untold
    assert "Mark" not in {each.noun.text for each in story.rows}


@pytest.fixture
def recorded(database: Database, stamp: Stamped) -> Database:
    """The open round with a proposal checked anew, recommended and decided on, from which one secretary stands aside."""
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    other = stamp(COLLEAGUE)
    no = {"problem": (Answer.NO, "hemmelig svar")}
    answer_gates(database, OPEN, TOLK, answers=no, seen=9, why="hemmelig snuing", stamp=other)
    met(database, stamp)
    word = Recommendation(
        id="x", round=OPEN, proposal=TOLK, outcome=Outcome.NOT_RECOMMENDED, reason="hemmelig råd"
    )
    recommend(database, word, stamp=other)
    decided = Decision(
        id="x",
        round=OPEN,
        proposal=TOLK,
        resolution=Resolution.REJECTED,
        case="hemmelig sak",
        on=date(2026, 11, 1),
    )
    decided = record_decision(database, decided, stamp=other)
    again = decided.model_copy(update={"case": "hemmelig sak 2"})
    record_decision(database, again, why="hemmelig omgjøring", stamp=other)
    return database


def test_whoever_stands_aside_reads_which_proposal_it_is_and_no_more_of_what_the_round_says(
    recorded: Database, person: Known
) -> None:
    with recorded.read() as reader:
        traces = reader.traces(subject=TOLK, actions=("answer_gates", "recommend", "record_decision"))
        told = {
            who: [event_story(reader, each.seq, viewer=person(who)) for each in traces]
            for who in (SECRETARIAT, COLLEAGUE)
        }
        events = {who: repr(history(reader, viewer=person(who))) for who in told}
    assert len(traces) == 4
    for each in told[SECRETARIAT]:
        assert "Tolk i tide" in repr(each)
        assert [(row.untold, row.differences) for row in each.rows] == [(ASIDE, ())] * len(each.rows) != []
        assert "hemmelig" not in repr(each)
    assert all("hemmelig" in repr(each) for each in told[COLLEAGUE])
    assert "hemmelig" not in events[SECRETARIAT]
    assert "hemmelig omgjøring" in events[COLLEAGUE]


def test_whoever_stands_aside_reads_all_of_what_they_do_not_stand_aside_from(
    database: Database, person: Known, stamp: Stamped
) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    no = {"problem": (Answer.NO, "åpent svar")}
    answer_gates(database, OPEN, SECOND, answers=no, seen=9, why="åpen snuing", stamp=stamp(COLLEAGUE))
    told = repr(newest(database, person(SECRETARIAT)))
    assert "åpent svar" in told
    assert "åpen snuing" in told


def test_what_was_recommended_and_decided_is_told_to_nobody_while_marks_can_change_again(
    recorded: Database, person: Known, stamp: Stamped
) -> None:
    step(recorded, stamp, RoundPhase.CLOSED, reason="hemmelig avslutning")
    step(recorded, stamp, RoundPhase.MEETING)
    step(recorded, stamp, RoundPhase.SCORING)
    viewer = person(COLLEAGUE)
    with recorded.read() as reader:
        traces = reader.traces(subject=TOLK, actions=("recommend", "record_decision"))
        told = [event_story(reader, each.seq, viewer=viewer) for each in traces]
        (concluded,) = reader.traces(subject=OPEN, actions=("conclude_round",))
        told.append(event_story(reader, concluded.seq, viewer=viewer))
        events = repr(history(reader, viewer=viewer))
    assert [row.untold for each in told[:-1] for row in each.rows] == [LATER] * 3
    assert "hemmelig" not in repr(told)
    assert "hemmelig avslutning" not in events
    assert "hemmelig omgjøring" not in events
    assert "hemmelig snuing" in events
    step(recorded, stamp, RoundPhase.MEETING)
    with recorded.read() as reader:
        assert "hemmelig råd" in repr([event_story(reader, each.seq, viewer=viewer) for each in traces])


def test_the_fingerprint_of_what_was_frozen_is_told_to_nobody(
    database: Database, person: Known, stamp: Stamped
) -> None:
    met(database, stamp)
    step(database, stamp, RoundPhase.CLOSED)
    with database.read() as reader:
        (frozen,) = reader.all(Pack, round=OPEN)
    story = newest(database, person(SECRETARIAT))
    assert frozen.digest not in repr(story)
    assert [(row.untold, row.differences) for row in story.rows if row.untold] == [(FROZEN, ())]


def test_their_own_word_on_impartiality_is_told(database: Database, person: Known, stamp: Stamped) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    (row,) = newest(database, person(SECRETARIAT)).rows
    assert row.untold is None
    assert row.differences


def test_a_round_that_is_being_prepared_is_told_to_those_who_prepare_it_alone(
    database: Database, person: Known, stamp: Stamped
) -> None:
    begin_round(
        database,
        title="Hemmelig høst",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    )
    assert "Hemmelig høst" in repr(newest(database, person(SECRETARIAT)))
    assert "Hemmelig høst" not in repr(newest(database, person(ADMINISTRATOR)))


def test_many_records_are_turned_page_by_page(database: Database, person: Known) -> None:
    viewer = person(SECRETARIAT)
    with database.read() as reader:
        first, last = (event_story(reader, 1, viewer=viewer, page=page) for page in (1, 10**6))
    assert first.count > len(first.rows)
    assert (first.page, last.page) == (1, first.pages)
    assert all(each.became is Became.NEW for each in (*first.rows, *last.rows))


@pytest.mark.parametrize("role", Role)
def test_only_those_who_may_read_the_trail_are_told(database: Database, person: Known, role: Role) -> None:
    viewer = person(SECRETARIAT).model_copy(update={"roles": (role,)})
    if Verb.READ_TRAIL in MAY[role]:
        assert newest(database, viewer).event.seq
    else:
        with pytest.raises(Forbidden):
            newest(database, viewer)


@pytest.mark.parametrize("number", [0, 10**6])
def test_a_number_of_no_trace_is_said_to_be_of_none(database: Database, person: Known, number: int) -> None:
    with database.read() as reader, pytest.raises(Missing):
        event_story(reader, number, viewer=person(SECRETARIAT))
