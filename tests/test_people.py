"""What a role may do, and that nobody else may."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

import portfolio
from portfolio.people import MAY, Forbidden, Person, Role, Stamp, Verb, allow

HOME = Path(portfolio.__file__).parent


def somebody(*roles, active=True):
    return Person(id="person:a", name="Åse", roles=roles, organisation="ks", active=active)


def stamped(person):
    return Stamp(person=person, at=datetime(2026, 11, 23, tzinfo=UTC))


def test_every_verb_is_held_by_some_role_and_every_role_may_read():
    assert MAY.keys() == set(Role)
    assert frozenset().union(*MAY.values()) == frozenset(Verb)
    assert all(Verb.READ in may for may in MAY.values())


@pytest.mark.parametrize("verb", Verb)
def test_somebody_without_a_role_may_nothing(verb):
    assert not somebody().may(verb)
    assert not somebody(*Role, active=False).may(verb)


def test_two_roles_together_may_what_either_may():
    both = somebody(Role.MEMBER, Role.FINANCE)
    assert {verb for verb in Verb if both.may(verb)} == MAY[Role.MEMBER] | MAY[Role.FINANCE]


def test_nobody_gives_marks_who_also_checks_or_pays():
    assert [role for role, may in MAY.items() if Verb.ASSESS in may] == [Role.MEMBER]
    assert [role for role, may in MAY.items() if Verb.EDIT_FUNDING in may] == [Role.FINANCE]
    assert [role for role, may in MAY.items() if Verb.ANSWER_GATES in may] == [Role.SECRETARIAT]


def test_one_of_several_verbs_is_enough_and_none_is_refused():
    allow(stamped(somebody(Role.MEMBER)), Verb.RECORD_DECISION, Verb.RECOMMEND)
    with pytest.raises(Forbidden):
        allow(stamped(somebody(Role.MEMBER)), Verb.RECORD_DECISION, Verb.EDIT_FUNDING)
    with pytest.raises(Forbidden):
        allow(stamped(somebody(*Role, active=False)), Verb.READ)


def test_what_a_role_may_is_written_here_and_asked_by_its_verb_everywhere_else():
    told_by_role = [
        f"{path.relative_to(HOME)}:{node.lineno}"
        for path in HOME.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Compare)
        and any(ast.unparse(each).startswith("Role.") for each in (node.left, *node.comparators))
    ]
    assert told_by_role == []


def test_the_secretariat_alone_writes_for_the_council_and_reminds_those_who_are_late():
    for verb in (Verb.WRITE_FOR_COUNCIL, Verb.REMIND_OWNERS):
        assert [role for role, may in MAY.items() if verb in may] == [Role.SECRETARIAT]
