"""One use of the command: who does it and when, and what it came to."""

import argparse
from datetime import UTC, date, datetime

from portfolio.commands.call import Call, refusal
from portfolio.messages import Message
from portfolio.objections import Objection
from portfolio.people import OPERATOR, Verb
from portfolio.store.database import Database


def test_the_day_is_the_day_in_norway_and_the_trail_names_the_machine(database: Database) -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    call = Call(argparse.Namespace(language="nn"), database, late)
    assert call.today == date(2026, 7, 1)
    assert (call.stamp.person, call.stamp.at) == (OPERATOR, late)
    assert call.words("Yes") == "Ja"


def test_whoever_has_the_machine_gives_no_marks() -> None:
    assert OPERATOR.may(Verb.IMPORT_PROPOSALS)
    assert not OPERATOR.may(Verb.ASSESS)


def test_a_refusal_says_first_what_it_came_to_and_then_each_fault_and_where() -> None:
    first, here, whole = Message("Nothing."), Objection("No.", about="Forslag!B6"), Objection("Never.")
    told = refusal([here, whole], first)
    assert told.refused
    assert told.answer == {"refused": (here, whole)}
    assert [each.in_english() for each in told.lines if isinstance(each, Message)] == [
        "Nothing.",
        "Forslag!B6: No.",
        "Never.",
    ]
