"""How a proposal has changed, as it is read on its page: the newest first, in words."""

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.differing import differing
from portfolio.pages.desk.tables import turner
from portfolio.pages.desk.texts import drawn, plain
from portfolio.reports.proposals.changes import Change, ChangesPage, changes

PAGE = "endringsside"
"""What the address calls the page of the changes."""


def draw(desk: Desk, id: str) -> None:
    """Draw every change of a proposal, a page at a time."""
    words = desk.words
    st.subheader(words("Changes"), anchor=False)

    def ask(page: int) -> ChangesPage:
        return desk.ask(changes, id, page=page)

    first = ask(1)
    page = turner(desk, first.pages, count=first.count, key=PAGE)
    for each in (first if page == 1 else ask(page)).rows:
        _change(desk, each)


def _change(desk: Desk, change: Change) -> None:
    words = desk.words
    facts = {"what": Message(change.what), "who": change.who, "when": change.at}
    st.markdown(f"**{drawn(desk, Message(N_('{what}, {who}, {when}'), facts))}**")
    if change.reason:
        st.markdown(words("Why: {reason}", reason=plain(change.reason)))
    if change.began:
        return
    differing(desk, change.differences, otherwise=N_("Nothing in the proposal became other by this."))
