"""A tiny page with a form that has a field of each kind, in front of one of the example people."""

from streamlit.testing.v1 import AppTest

from portfolio.store.database import Database

NAME = "prøve"


def _page(database, person, stored, revision, refusals) -> None:
    from datetime import UTC, datetime

    import streamlit as st

    from portfolio.objections import Objections
    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.forms import Form
    from portfolio.people import Person, Role

    with database.read() as reader:
        who = reader.get(Person, person)
    form = Form(
        Desk(database, who, "en", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)), "prøve", revision=revision
    )
    letters = ["a", "b", "c"]
    typed = {
        "text": form.text("text", "Text", stored.get("text", "")),
        "paragraph": form.paragraph("paragraph", "Paragraph", stored.get("paragraph", "")),
        "choice": form.choice("choice", "Choice", list(Role), stored.get("choice")),
        "steps": form.steps("steps", "Steps", letters, stored.get("steps"), name=str.upper),
        "several": form.several("several", "Several", letters, stored.get("several", ()), name=str.upper),
        "day": form.day("day", "Day", stored.get("day")),
    }
    form.give_up()

    def act() -> None:
        if refusals:
            raise Objections(refusals)

    if form.save("Save", key="save") and form.attempt(act):
        st.success("saved")
    st.session_state["typed"], st.session_state["seen"] = typed, form.seen


def sheet(
    database: Database,
    *,
    person: str = "person:ingrid-solbakken",
    stored: dict[str, object] | None = None,
    revision: int = 1,
    refusals: tuple[Exception, ...] = (),
) -> AppTest:
    """Return the page as the person first sees it, in a session of its own: a new one is a reload."""
    given = {
        "database": database,
        "person": person,
        "stored": stored or {},
        "revision": revision,
        "refusals": refusals,
    }
    return AppTest.from_function(_page, kwargs=given, default_timeout=20).run()


def fill_in(shown: AppTest) -> AppTest:
    """Type something in every field."""
    shown.text_input[0].set_value("Ny tekst")
    shown.text_area[0].set_value("Linje\nlinje")
    shown.selectbox[0].set_value("member")
    shown.radio[0].set_value("b")
    shown.multiselect[0].set_value(["c", "a"])
    shown.date_input[0].set_value("2027-01-31")
    return shown.run()
