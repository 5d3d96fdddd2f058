"""The gates of one proposal: what is answered, at which revision, and by whom where the trail knows."""

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.people import Person
from portfolio.prioritising.gates import Answer
from portfolio.reports.prioritising.gates import ProposalGates, proposal_gates
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.rounds import CLOSED, COLLEAGUE, OPEN, READER, TOLK, Stamped, stand_aside


def test_the_answers_are_seen_at_the_revision_of_the_whole(database: Database, stamp: Stamped) -> None:
    before = gates(database)
    assert (before.revision, len(before.answers), before.open) == (9, 9, True)
    answer_no(database, stamp, seen=before.revision)
    assert gates(database).revision == before.revision + 1


def test_nobody_is_named_where_many_answers_came_at_once(database: Database) -> None:
    assert gates(database).said == {}


def test_whoever_answered_is_named_at_the_gate_they_answered(database: Database, stamp: Stamped) -> None:
    answer_no(database, stamp, seen=gates(database).revision)
    assert gates(database).said == {"problem": ("Torvald Myrhaug", NOW)}


def test_why_an_answer_was_turned_under_marks_is_told_with_who_and_when(
    database: Database, stamp: Stamped
) -> None:
    assert gates(database).turned == ()
    answer_no(database, stamp, seen=gates(database).revision)
    (turned,) = gates(database).turned
    assert (turned.who, turned.at, turned.reason) == ("Torvald Myrhaug", NOW, "Ny lesning.")


def test_when_the_assessment_is_over_the_answers_are_only_read(database: Database) -> None:
    with database.read() as reader:
        found = proposal_gates(reader, CLOSED, "prosjekt:2026-001", viewer=reader.get(Person, READER))
    assert not found.open
    assert found.answers


def test_of_a_proposal_stood_aside_from_nothing_but_the_proposal_is_told(
    database: Database, stamp: Stamped
) -> None:
    stand_aside(database, stamp, READER, TOLK)
    answer_no(database, stamp, seen=9)
    found = gates(database)
    assert found.aside
    assert found.proposal.id == TOLK
    assert (found.answers, found.said, found.turned, found.earlier) == ({}, {}, (), frozenset())


def gates(database: Database) -> ProposalGates:
    with database.read() as reader:
        return proposal_gates(reader, OPEN, TOLK, viewer=reader.get(Person, READER))


def answer_no(database: Database, stamp: Stamped, *, seen: int) -> None:
    answers = {"problem": (Answer.NO, "Uklart.")}
    answer_gates(database, OPEN, TOLK, answers=answers, seen=seen, why="Ny lesning.", stamp=stamp(COLLEAGUE))
