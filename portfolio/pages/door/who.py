"""Who are you: the example people to choose among, since this is for trying out without sign-in."""

from datetime import datetime

import streamlit as st

from portfolio.actions.people import NEW, first_person
from portfolio.actions.starting import nobody
from portfolio.given import LONGEST_LINE, Language, blank
from portfolio.lookups import choices
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import plain
from portfolio.pages.door.signing_in import way_in
from portfolio.parties import Party
from portfolio.people import Person, Role
from portfolio.store.database import Database
from portfolio.words import Words, words


def show(desk: Desk) -> None:
    """Let somebody who is in change to another person."""
    choose(desk.database, desk.words)


def outside(database: Database, language: Language, *, at: datetime) -> None:
    """Let whoever stands outside choose who they are; the first of all enters themselves."""
    with database.read() as reader:
        empty = nobody(reader)
    if empty:
        begin(database, language, at=at)
    else:
        choose(database, words(language))


def choose(database: Database, speak: Words) -> None:
    """Draw everybody who may come in, by role."""
    st.title(speak("Who are you?"), anchor=False)
    st.warning(
        speak(
            "This is a trial without sign-in: anyone here can be anyone. Do not enter anything confidential."
        )
    )
    with database.read() as reader:
        people = [each for each in reader.all(Person) if each.active]
        parties = {each.id: each.name for each in reader.all(Party)}
    for role in Role:
        own = [each for each in people if role in each.roles]
        if own:
            st.subheader(speak.name(role), anchor=False)
            lines = [
                f"- [{plain(each.name)}]({way_in(each)}), {plain(parties.get(each.organisation, ''))}"
                for each in own
            ]
            st.markdown("\n".join(lines))


def begin(database: Database, language: Language, *, at: datetime) -> None:
    """Let the first person of an empty database enter themselves."""
    speak = words(language)
    st.title(speak("Welcome to Fellesporteføljen"), anchor=False)
    st.write(speak("Nobody is entered yet. Enter yourself; you may then enter the others."))
    with database.read() as reader:
        bodies = choices.bodies(reader)
    name = st.text_input(speak("Your name"), max_chars=LONGEST_LINE)
    body = st.selectbox(
        speak("Your organisation"),
        list(bodies),
        index=None,
        format_func=bodies.__getitem__,
        placeholder=speak("Choose"),
    )
    if st.button(speak("Begin"), type="primary"):
        if blank(name) or body is None:
            st.error(speak("Write your name and choose your organisation."))
            return
        person = Person(
            id=NEW,
            name=name.strip(),
            roles=(Role.ADMINISTRATOR, Role.SECRETARIAT),
            organisation=body,
        )
        try:
            first = first_person(database, person, at=at)
        except Objection as objection:
            st.error(speak(objection.message))
        else:
            st.markdown(f"[{speak('Go on as {name}', name=plain(first.name))}]({way_in(first)})")
