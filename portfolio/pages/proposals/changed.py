"""How a proposal has changed from one version to another: by whom, when, and field by field from what to what."""

from collections.abc import Sequence

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn
from portfolio.reports.changes import Changed
from portfolio.reports.differing import Difference

SINCE = N_("Changed after the round opened, last by {who}, {when}. The round keeps the version it holds.")
"""What is said of a proposal that is another now than a round holds it."""


def since(desk: Desk, changed: Changed | None) -> None:
    """Draw, where there is something, how a proposal is another now than a round holds it."""
    if changed:
        st.info(drawn(desk, Message(SINCE, {"who": changed.by, "when": changed.at or ""})))
        with st.expander(desk.words("What is new")):
            compared(desk, changed.differences)


def compared(desk: Desk, listed: Sequence[Difference]) -> None:
    """Draw every field that differs, from what to what."""
    words = desk.words
    if not listed:
        st.markdown(words("Nothing in it differs."))
        return
    table(
        desk,
        listed,
        [
            Column(words("Field"), text=lambda row: words(row.label)),
            Column(words("From"), text=lambda row: words.put(row.was) or words("(empty)")),
            Column(words("To"), text=lambda row: words.put(row.now) or words("(empty)")),
        ],
        alt=words("What differs, from what to what"),
    )
