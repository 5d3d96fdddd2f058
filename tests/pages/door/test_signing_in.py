"""Who sits at the desk: only somebody who is entered, and who may come in."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from portfolio.actions.people import keep_person
from portfolio.pages.door.signing_in import person_of
from portfolio.people import Person, Stamp
from portfolio.store.database import Database
from tests.house.conftest import TREES, imported, text_of

LENE = "person:lene-bjørkmyra"


def test_the_cookie_names_the_person_as_the_browser_keeps_it(database: Database) -> None:
    found = person_of(database, quote(LENE))
    assert found
    assert found.id == LENE


@pytest.mark.parametrize("cookie", ["", "person:nobody", "%", "'; drop table people"])
def test_a_cookie_that_names_nobody_lets_nobody_in(database: Database, cookie: str) -> None:
    assert person_of(database, cookie) is None


def test_somebody_who_may_no_longer_come_in_is_nobody(
    database: Database, person: Callable[[str], Person], stamp: Callable[[str], Stamp]
) -> None:
    gone = person(LENE).model_copy(update={"active": False})
    keep_person(database, gone, stamp=stamp("person:are-tangneset"))
    assert person_of(database, quote(LENE)) is None


def test_only_the_modules_that_are_named_know_how_somebody_signs_in() -> None:
    """So that whoever puts real sign-in in its place can trust the list of what goes and what is untied."""
    ours = [path for path in TREES if SIGN_IN & imported(path)]
    goes = ["portfolio/pages/door/signing_in.py", "portfolio/pages/door/who.py", "portfolio/web/person.py"]
    tied = ["portfolio/pages/doorway.py", "portfolio/pages/navigation.py", "portfolio/web/application.py"]
    assert sorted({*ours, goes[0]}) == sorted([*goes, *tied])
    told, readme = text_of(goes[0]), text_of("README.md")
    assert [path for path in (*goes, *tied) if path not in readme] == []
    assert [path for path in (*goes[2:], *tied) if path not in told] == []
    assert [
        path for path in TREES if path not in goes and re.search(r"\"/?person/|\.cookies\b", text_of(path))
    ] == ["portfolio/pages/door/browser.py"]


SIGN_IN = {"portfolio.pages.door.signing_in", "portfolio.pages.door.who", "portfolio.web.person"}
