"""Who sits at the desk. Real sign-in replaces this one module and its page; nothing else knows how."""

from urllib.parse import unquote

import streamlit as st

from portfolio.given import LANGUAGES, Language
from portfolio.people import Person
from portfolio.store.database import Database

COOKIE = "person"


def signed_in(database: Database) -> Person | None:
    """Return the person the browser's cookie names, if they may come in."""
    named = unquote(st.context.cookies.get(COOKIE, ""))
    with database.read() as reader:
        person = reader.find(Person, named) if named else None
    return person if person and person.active else None


def language() -> Language:
    """Return the language chosen, else the first the browser asks for that we speak, else bokmål."""
    chosen = st.context.cookies.get("language", "")
    asked = (st.context.headers.get("Accept-Language") or "").lower()
    for wanted in (chosen, *(part.split(";")[0].split("-")[0].strip() for part in asked.split(","))):
        spoken = "nb" if wanted == "no" else wanted
        for each in LANGUAGES:
            if each == spoken:
                return each
    return "nb"
