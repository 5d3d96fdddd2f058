"""How something has changed, drawn field by field as people wrote it."""

from collections.abc import Sequence

import streamlit as st

from portfolio.messages import Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import drawn
from portfolio.reports.differing import Difference


def differing(
    desk: Desk, differences: Sequence[Difference], *, otherwise: str | Message, new: bool = False
) -> None:
    """Draw what became other as a list with a line for each field, of what is new only what it says; or that nothing did."""
    if not differences:
        st.markdown(drawn(desk, otherwise))
        return
    st.markdown("\n".join(f"- {drawn(desk, each.alone if new else each.said)}" for each in differences))
