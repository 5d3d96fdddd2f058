"""The trial's sign-in: a browser is whoever it chose to be, and says so by a cookie.

Real sign-in replaces this module and the two that stand on it: `who.py` beside it, which draws the people to choose
among, and `portfolio/web/person.py`, the address that sets the cookie. Each is tied in at one place: the door in
`portfolio/pages/doorway.py`, the menu in `portfolio/pages/navigation.py`, the address in `portfolio/web/application.py`.
"""

from urllib.parse import quote, unquote

import streamlit as st

from portfolio.people import Person
from portfolio.store.database import Database

COOKIE = "person"
"""The cookie that holds the id of the person chosen."""
ADDRESS = "/person/{id}"
"""Where a browser becomes one of the people."""


def way_in(person: Person) -> str:
    """Return the address where the browser becomes this person."""
    return ADDRESS.format(id=person.id)


def as_cookie(id: str) -> str:
    """Return an id as the cookie holds it, whatever signs are in it."""
    return quote(id)


def signed_in(database: Database) -> Person | None:
    """Return the person the browser's cookie names, if they may come in."""
    return person_of(database, st.context.cookies.get(COOKIE, ""))


def person_of(database: Database, cookie: str) -> Person | None:
    """Return the person that a cookie names, if they may come in."""
    named = unquote(cookie)
    with database.read() as reader:
        person = reader.find(Person, named) if named else None
    return person if person and person.active else None
