"""One thing that has been done, opened."""

from collections.abc import Callable

import pytest

from portfolio.actions.people import keep_person
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.people import MAY, Forbidden, Person, Role, Stamp, Verb
from portfolio.prioritising.impartiality import Interest
from portfolio.reports.event import Became, EventStory, event_story
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.words import words
from tests.rounds import ALL_FOURS, FRESH, HALFWAY, OPEN, SECRETARIAT, TOLK, of

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


def test_what_somebody_marked_is_counted_and_never_told(
    database: Database, person: Known, stamp: Stamped
) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={"behov": "hemmelig"}, stamp=stamp(HALFWAY))
    story = newest(database, person(SECRETARIAT))
    assert (story.untold, story.rows, story.count) == (len(ALL_FOURS), (), 0)
    assert "hemmelig" not in repr(story)


def test_marks_taken_away_are_not_told_either(database: Database, person: Known, stamp: Stamped) -> None:
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    interests: dict[str, Interest | None] = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests | {TOLK: Interest.OTHER}, stamp=stamp(HALFWAY))
    story = newest(database, person(SECRETARIAT))
    assert story.untold == len(ALL_FOURS)
    assert "Mark" not in {each.noun.text for each in story.rows}


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
