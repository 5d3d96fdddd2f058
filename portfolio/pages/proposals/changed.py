"""How a proposal has changed from one version to another: by whom, when, and field by field from what to what."""

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.differing import differing
from portfolio.pages.desk.texts import drawn
from portfolio.reports.changes import Changed

SINCE = N_("Changed after the round opened, last by {who}, {when}. The round keeps the version it holds.")
"""What is said of a proposal that is another now than a round holds it."""


def since(desk: Desk, changed: Changed | None) -> None:
    """Draw, where there is something, how a proposal is another now than a round holds it."""
    if changed:
        st.info(drawn(desk, Message(SINCE, {"who": changed.by, "when": changed.at or ""})))
        with st.expander(desk.words("What is new")):
            differing(desk, changed.differences, otherwise=N_("Nothing in it differs."))
