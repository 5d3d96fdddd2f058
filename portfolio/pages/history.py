"""The change log: who did what, and when."""

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import SIZE, Column, table
from portfolio.pages.desk.texts import heading
from portfolio.reports.history import Event, history


def show(desk: Desk) -> None:
    """Show what has been done, newest first, and the way to older."""
    words = desk.words
    heading(
        desk,
        words("Change log"),
        N_("Everything that is changed leaves a trace. Nobody can change or remove a trace."),
    )
    before = st.query_params.get("for", "")
    events = desk.ask(
        history,
        viewer=desk.person,
        most=SIZE,
        before=int(before) if before.isdecimal() else None,
    )
    columns: list[Column[Event]] = [
        Column(words("Number"), text=lambda row: row.seq),
        Column(words("When"), text=lambda row: words.moment(row.at)),
        Column(words("Who"), text=lambda row: row.who),
        Column(words("What"), text=lambda row: words(row.what)),
        Column(words("About"), text=lambda row: row.subject),
    ]
    if any(event.reason for event in events):
        columns.append(Column(words("Why"), text=lambda row: row.reason))
    table(desk, events, columns, alt=words("Changes, newest first"))
    if events and events[-1].seq > 1:
        st.markdown(f"[{words('Older changes')}](/historikk?for={events[-1].seq})")
