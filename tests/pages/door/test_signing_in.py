"""Who sits at the desk: only somebody who is entered, and who may come in."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from portfolio.actions.people import keep_person
from portfolio.pages.door.signing_in import person_of
from portfolio.people import Person, Stamp
from portfolio.store.database import Database

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
