"""People and their roles, kept by the administrator."""

import streamlit as st

from portfolio.actions.people import NEW, enter_person, keep_person
from portfolio.lookups import choices
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import made
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading, said, say
from portfolio.people import Person, Role


def show(desk: Desk) -> None:
    """Show everybody, and the form for the one chosen or a new one."""
    said(desk)
    known = desk.ask(choices.everybody)
    chosen = next((each for each in known if each.id == st.query_params.get("id")), None)
    heading(desk, desk.words("People"), N_("Who may come in, and what their roles let them do."))
    if chosen or st.query_params.get("ny") is not None:
        _form(desk, chosen)
    else:
        _list(desk, known)


def _list(desk: Desk, known: tuple[Person, ...]) -> None:
    words, bodies = desk.words, desk.ask(choices.bodies)
    table(
        desk,
        page_of(desk, known, key="side"),
        [
            Column(words("Name"), line=lambda row: link(row.name, "personer", id=row.id)),
            Column(words("Roles"), text=lambda row: ", ".join(words.name(each) for each in row.roles)),
            Column(words("Organisation"), text=lambda row: bodies.get(row.organisation, "")),
            Column(words("May come in"), text=lambda row: words.yes_or_no(row.active)),
        ],
        alt=words("People with roles and organisation"),
    )
    st.markdown(f"[{words('Enter a person')}](/personer?ny)")


def _form(desk: Desk, person: Person | None) -> None:
    words, bodies = desk.words, desk.ask(choices.bodies)
    st.header(words("Change a person") if person else words("Enter a person"), anchor=False)
    form = Form(desk, f"person.{person.id if person else 'ny'}", revision=person.revision if person else 1)
    name = form.text("name", words("Name (required)"), person.name if person else "")
    body = form.choice(
        "organisation",
        words("Organisation (required)"),
        list(bodies),
        person.organisation if person else None,
        name=lambda each: bodies[each],
    )
    roles = form.several(
        "roles",
        words("Roles"),
        [each.value for each in Role],
        [each.value for each in person.roles] if person else (),
        name=lambda each: words.name(Role(each)),
    )
    active = form.choice(
        "active",
        words("May come in"),
        ["yes", "no"],
        "yes" if not person or person.active else "no",
        name=lambda each: words.yes_or_no(each == "yes"),
    )
    form.give_up()

    def act() -> None:
        fields = {
            "id": person.id if person else NEW,
            "name": name,
            "organisation": body,
            "roles": roles,
            "active": active != "no",
            "example": bool(person and person.example),
            "revision": form.seen,
        }
        keep = keep_person if person else enter_person
        keep(desk.database, made(Person, fields), stamp=desk.stamp)

    if form.save(words("Save")) and form.attempt(act):
        say(N_("The person is saved."))
    st.markdown(f"[{words('All people')}](/personer)")
