"""The trail as people may read it."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import portfolio
from portfolio.lookups.steps import STEPS
from portfolio.people import MAY, Forbidden, Person, Role, Stamp, Verb
from portfolio.reports.history import ACTIONS, history
from portfolio.store.database import Database
from tests.conftest import NOW

BY_A_MIGRATION = {"keep_versions", "date_rounds"}
NO_LONGER_DONE = {"advance"}
HOME = Path(portfolio.__file__).parent
SECRETARIAT = "person:ingrid-solbakken"


def test_only_those_who_may_read_the_trail_are_told(
    database: Database, person: Callable[[str], Person]
) -> None:
    for role in Role:
        viewer = person(SECRETARIAT).model_copy(update={"roles": (role,)})
        with database.read() as reader:
            if Verb.READ_TRAIL in MAY[role]:
                assert history(reader, viewer=viewer)
            else:
                with pytest.raises(Forbidden):
                    history(reader, viewer=viewer)


def test_the_newest_comes_first_and_the_older_where_it_ended(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as reader:
        events = history(reader, viewer=person(SECRETARIAT))
        (newest,) = history(reader, viewer=person(SECRETARIAT), most=1)
        older = history(reader, viewer=person(SECRETARIAT), before=newest.seq)
    assert (newest, older) == (events[0], events[1:])


def test_who_is_told_by_name_and_the_program_by_what_it_is(
    database: Database, person: Callable[[str], Person]
) -> None:
    with database.read() as reader:
        events = history(reader, viewer=person(SECRETARIAT))
    assert [(each.who, each.what) for each in events] == [
        *[("program", "Let a benefit off a measurement")] * 2,
        *[("program", "Put the invented example in place")] * 2,
        ("program", "Put reference data in place"),
    ]


def test_older_traces_name_the_person_by_the_id_that_was(
    database: Database, person: Callable[[str], Person]
) -> None:
    someone = person(SECRETARIAT)
    left = someone.model_copy(update={"id": "person:før"})
    with database.write(Stamp(person=left, at=NOW)) as writer:
        writer.revise(someone.model_copy(update={"former": left.id}))
        writer.trace("keep_person", someone.id)
    with database.read() as reader:
        assert history(reader, viewer=someone)[0].who == someone.name


def test_everything_that_leaves_a_trace_has_a_name_and_nothing_else_has() -> None:
    calls = [
        node
        for path in (HOME / "actions").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "trace"
    ]
    left = {each.args[0].value for each in calls if isinstance(each.args[0], ast.Constant)}
    assert left <= ACTIONS.keys()
    by_one_call = set(STEPS.values())
    assert by_one_call <= ACTIONS.keys()
    assert len(calls) - 1 >= len(ACTIONS.keys() - BY_A_MIGRATION - NO_LONGER_DONE - by_one_call)
