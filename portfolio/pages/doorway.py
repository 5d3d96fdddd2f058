"""From the browser to a desk: the database opened once, the person and the language known, then the pages."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache

import streamlit as st

from portfolio.actions.starting import NotEmpty, begin, load_demo, unused
from portfolio.given import LANGUAGES
from portfolio.pages import navigation
from portfolio.pages.desk.desk import Desk
from portfolio.pages.door import who
from portfolio.pages.door.browser import language
from portfolio.pages.door.signing_in import signed_in
from portfolio.settings import Settings
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from portfolio.words import words


def enter(settings: Settings, *, now: Callable[[], datetime]) -> None:
    """Draw the page asked for, for whoever sits there; nobody yet chooses who they are first."""
    database, spoken = opened(settings.database, settings.keys), language()
    person = signed_in(database)
    if person is None:
        _outside(database, now)
        return
    navigation.run(Desk(database, person, spoken, now))


def warm(settings: Settings, *, at: datetime) -> None:
    """Bring the database up to date, and fill a new one: with the example, or with reference data only."""
    prepare(settings.database, at=at, keys=settings.keys)
    database = opened(settings.database, settings.keys)
    begin(database, at=at)
    with database.read() as reader:
        new = unused(reader)
    if new and not settings.empty:
        with suppress(NotEmpty):  # another process that starts now came first
            load_demo(database, at=at)
    for each in LANGUAGES:
        words(each)


def alive(settings: Settings) -> object:
    """Ask the database for a sign of life."""
    with opened(settings.database, settings.keys).read() as reader:
        return reader.head()


@cache
def opened(url: str, keys: tuple[str, ...] = ()) -> Database:
    """Return the database at an address, opened once in the process; `keys` sign its trail."""
    return Database(url, keys=keys)


def _outside(database: Database, now: Callable[[], datetime]) -> None:
    st.set_page_config(page_title="Fellesporteføljen", page_icon=str(navigation.ICON), layout="centered")
    navigation.logo()
    page = st.Page(lambda: who.outside(database, language(), at=now()), title="Fellesporteføljen")
    st.navigation([page], position="hidden").run()
