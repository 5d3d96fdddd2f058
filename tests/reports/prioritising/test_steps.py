"""What has been done with a round: its steps, and what was changed in it with a reason."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.decisions import record_decision
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import keep_round
from portfolio.messages import Message
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, Resolution, decision_id
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.ranking import ranking
from portfolio.reports.prioritising.steps import ANEW, CAME, LEFT, reopened, round_steps
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.rounds import (
    ALL_FOURS,
    COLLEAGUE,
    FIRST,
    HALFWAY,
    OPEN,
    READER,
    SECRETARIAT,
    STOPPED,
    TOLK,
    Stamped,
    of,
    rewritten,
    stand_aside,
    step,
)

People = Callable[[str], Person]
MEETING, SCORING = RoundPhase.MEETING, RoundPhase.SCORING


def test_each_step_says_when_by_whom_to_which_phase_and_why(
    database: Database, person: People, stamp: Stamped
) -> None:
    step(database, stamp, MEETING, reason="Fristen er ute.")
    step(database, stamp, SCORING, reason="En kostnad var feil.")
    with database.read() as reader:
        rows = round_steps(reader, OPEN, viewer=person(READER))
    assert [(row.who, row.what.facts["phase"], row.reason) for row in rows] == [
        ("Ingrid Solbakken", MEETING, "Fristen er ute."),
        ("Ingrid Solbakken", SCORING, "En kostnad var feil."),
    ]
    assert rows[0].what.text != rows[1].what.text


def test_a_decision_that_was_changed_stands_among_them_with_its_reason(
    meeting: Database, person: People, stamp: Stamped
) -> None:
    decision = Decision(
        id=decision_id(OPEN, FIRST),
        round=OPEN,
        proposal=FIRST,
        resolution=Resolution.POSTPONED,
        case="KS 26/0200",
        on=date(2026, 11, 20),
    )
    first = record_decision(meeting, decision, stamp=stamp(SECRETARIAT))
    other = first.model_copy(update={"resolution": Resolution.APPROVED})
    record_decision(meeting, other, why="Pengene kom.", stamp=stamp(SECRETARIAT))
    with meeting.read() as reader:
        rows = ranking(reader, OPEN, viewer=person(READER)).steps
    assert [(row.title, row.reason) for row in rows][-1] == ("Bostøttedialogen", "Pengene kom.")
    assert len(rows) == 2


def test_a_round_that_is_opened_again_says_so_and_how_many_marks_are_others_since(
    database: Database, person: People, stamp: Stamped
) -> None:
    assert again(database, person) is None
    with database.read() as reader:
        marks = reader.all(Mark, round=OPEN, proposal=TOLK, member=HALFWAY)
    own = {each.criterion: each.mark for each in marks}
    step(database, stamp, MEETING)
    assert again(database, person) is None
    step(database, stamp, SCORING, reason="En kostnad var feil.")
    going_on = again(database, person)
    assert going_on is not None
    assert "count" not in going_on.facts
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    assess(database, OPEN, TOLK, marks=ALL_FOURS | {"behov": 5}, reasons={}, stamp=stamp(HALFWAY))
    step(database, stamp, MEETING)
    over = again(database, person)
    assert over is not None
    assert (over.facts["day"], over.facts["reason"]) == (date(2026, 11, 23), "En kostnad var feil.")
    assert over.facts["count"] == sum(
        own.get(key) != mark for key, mark in (ALL_FOURS | {"behov": 5}).items()
    )


def test_marks_on_what_the_reader_stands_aside_from_are_not_counted_among_those_that_are_others(
    database: Database, person: People, stamp: Stamped
) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    step(database, stamp, MEETING)
    step(database, stamp, SCORING, reason="En kostnad var feil.")
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    assess(database, OPEN, TOLK, marks=ALL_FOURS | {"behov": 5}, reasons={}, stamp=stamp(HALFWAY))
    step(database, stamp, MEETING)
    with database.read() as reader:
        counts = [
            told.facts["count"]
            for who in (READER, SECRETARIAT)
            if (told := reopened(reader, OPEN, viewer=person(who)))
        ]
    assert counts[0] != counts[1] == 0


def test_why_something_was_recommended_or_concluded_is_told_to_nobody_while_marks_can_change_again(
    meeting: Database, person: People, stamp: Stamped
) -> None:
    decision = Decision(
        id="x", round=OPEN, proposal=FIRST, resolution=Resolution.POSTPONED, case="1", on=date(2026, 11, 20)
    )
    first = record_decision(meeting, decision, stamp=stamp(SECRETARIAT))
    other = first.model_copy(update={"resolution": Resolution.APPROVED})
    record_decision(meeting, other, why="Pengene kom.", stamp=stamp(SECRETARIAT))
    step(meeting, stamp, RoundPhase.CLOSED, reason="Hasteplass.")
    step(meeting, stamp, MEETING, reason="En feil.")
    step(meeting, stamp, SCORING, reason="Ny kostnad.")
    told = reasons(meeting, person)
    assert {"En feil.", "Ny kostnad."} <= told
    assert not {"Pengene kom.", "Hasteplass."} & told
    step(meeting, stamp, MEETING)
    assert {"Pengene kom.", "Hasteplass."} <= reasons(meeting, person)


def reasons(database: Database, person: People) -> set[str]:
    with database.read() as reader:
        return {row.reason for row in round_steps(reader, OPEN, viewer=person(READER))}


def test_what_stood_when_the_assessment_was_ended_is_kept(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        before = reader.all(Mark, round=OPEN)
    step(database, stamp, MEETING)
    with database.read() as reader:
        ended = reader.head().seq
    step(database, stamp, SCORING)
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))
    with database.read() as reader:
        assert reader.all_as_of(Mark, ended, round=OPEN) == before != reader.all(Mark, round=OPEN)


def test_what_is_done_with_a_round_that_is_prepared_is_for_those_who_prepare_it(
    database: Database, person: People, stamp: Stamped
) -> None:
    step(database, stamp, RoundPhase.PREPARING)
    with database.read() as reader:
        assert round_steps(reader, OPEN, viewer=person(SECRETARIAT))
        for ask in (round_steps, reopened):
            with pytest.raises(Missing):
                ask(reader, OPEN, viewer=person(READER))


def again(database: Database, person: People) -> Message | None:
    with database.read() as reader:
        return reopened(reader, OPEN, viewer=person(READER))


def test_what_came_in_went_out_and_was_taken_in_anew_is_told_but_not_to_whoever_stands_aside(
    database: Database, person: People, stamp: Stamped
) -> None:
    own, whole = stamp(SECRETARIAT), of(database)
    rewritten(database, stamp, FIRST, title="Ny tittel")
    take_in(database, OPEN, FIRST, seen=1, stamp=own)
    fewer = tuple(each for each in whole.proposals if each != STOPPED)
    out = keep_round(database, whole.model_copy(update={"proposals": fewer}), stamp=own)
    keep_round(database, out.model_copy(update={"proposals": whole.proposals}), stamp=own)
    with database.read() as reader:
        rows = round_steps(reader, OPEN, viewer=person(READER))
    assert [(row.what.text, row.reference, row.who) for row in rows if row.reference] == [
        (ANEW, "2026-015", "Ingrid Solbakken"),
        (LEFT, "2026-022", "Ingrid Solbakken"),
        (CAME, "2026-022", "Ingrid Solbakken"),
    ]
    assert rows[0].title == "Ny tittel"
    stand_aside(database, stamp, COLLEAGUE, FIRST)
    with database.read() as reader:
        told = round_steps(reader, OPEN, viewer=person(COLLEAGUE))
    assert [row.reference for row in told if row.reference] == ["2026-022", "2026-022"]
