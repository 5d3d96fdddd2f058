"""Every action asks who does it: each role may do what is written of it, and whatever is not written is denied."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

import pytest

from portfolio import actions
from portfolio.objections import Objection
from portfolio.people import MAY, Forbidden, Person, Role, Stamp, Verb
from portfolio.store.database import Database
from tests.access.acts import ACTS, NOBODY, OPEN_TO_ALL, Act
from tests.conftest import NOW
from tests.databases import put


def test_every_action_is_written_here():
    written = {each.name for each in ACTS} | OPEN_TO_ALL.keys()
    assert set(_public()) == written


def test_every_action_that_asks_no_one_takes_no_stamp():
    found = _public()
    assert {
        name for name, action in found.items() if "stamp" not in inspect.signature(action).parameters
    } == set(OPEN_TO_ALL)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", ACTS, ids=str)
def test_a_role_may_do_what_is_written_of_it_and_no_more(database: Database, act: Act, role: Role):
    person = Person(
        id=f"person:prøve-{role.replace('_', '-')}", name="Prøve", roles=(role,), organisation="ks"
    )
    assert _let_in(database, act, person) == bool(MAY[role] & act.verbs)


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_nobody_is_let_in_without_a_role(database: Database, act: Act):
    assert not _let_in(database, act, Person(id="person:x", name="x", roles=(), organisation="ks"))


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_nobody_is_let_in_who_is_no_longer_active(database: Database, act: Act):
    gone = Person(id="person:x", name="x", roles=tuple(Role), organisation="ks", active=False)
    assert not _let_in(database, act, gone)


@pytest.mark.parametrize("now", [{"active": False}, {"roles": ()}, {"roles": (Role.READER,)}], ids=str)
@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_old_stamp_opens_nothing_to_somebody_who_may_no_longer(
    database: Database, act: Act, now: dict[str, object]
):
    """What they may is asked of the person as they are now, inside the transaction."""
    before = Person(id="person:x", name="x", roles=tuple(Role), organisation="ks")
    assert _let_in(database, act, before.model_copy(update=now), stamp=before) is False


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_nobody_is_let_in_whom_the_register_does_not_have(database: Database, act: Act):
    stranger = Person(id="person:y", name="y", roles=tuple(Role), organisation="ks")
    someone = Person(id="person:x", name="x", roles=(), organisation="ks")
    assert _let_in(database, act, someone, stamp=stranger) is False


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_word(role: Role):
    assert Verb.READ in MAY[role]


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_is_held_by_somebody(verb: Verb):
    assert any(verb in verbs for verbs in MAY.values())


def test_every_verb_opens_an_action_or_a_report():
    opened = {verb for act in ACTS for verb in act.verbs}
    assert set(Verb) - opened == {Verb.READ, Verb.READ_TRAIL, Verb.REMIND_OWNERS}


def _let_in(database: Database, act: Act, person: Person, *, stamp: Person | None = None) -> bool:
    """Say whether the person came past the door, with a stamp as they are or another; a refusal for another reason comes after it."""
    put(database, person, stamp=Stamp(person=NOBODY, at=NOW))
    try:
        act.attempt(database, Stamp(person=stamp or person, at=NOW))
    except Forbidden:
        return False
    except Objection:
        return True
    return True


def _public() -> dict[str, Callable[..., object]]:
    return {f"{module}.{name}": action for module, name, action in _functions()}


def _functions() -> Iterator[tuple[str, str, Callable[..., object]]]:
    for each in pkgutil.walk_packages(actions.__path__, f"{actions.__name__}."):
        module = importlib.import_module(each.name)
        for name, found in inspect.getmembers(module, inspect.isfunction):
            if found.__module__ == module.__name__ and not name.startswith("_"):
                yield each.name.removeprefix(f"{actions.__name__}."), name, found
