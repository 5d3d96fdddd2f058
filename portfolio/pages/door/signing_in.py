"""Who sits at the desk. Real sign-in replaces this one module and its page; nothing else knows how."""

from urllib.parse import unquote

import streamlit as st

from portfolio.pages.door.browser import PERSON
from portfolio.people import Person
from portfolio.store.database import Database


def signed_in(database: Database) -> Person | None:
    """Return the person the browser's cookie names, if they may come in."""
    return person_of(database, st.context.cookies.get(PERSON, ""))


def person_of(database: Database, cookie: str) -> Person | None:
    """Return the person that a cookie names, if they may come in."""
    named = unquote(cookie)
    with database.read() as reader:
        person = reader.find(Person, named) if named else None
    return person if person and person.active else None
