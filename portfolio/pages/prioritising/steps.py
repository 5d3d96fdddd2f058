"""What has been done with a round, as its page and the ranking show it."""

from collections.abc import Sequence

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn
from portfolio.reports.prioritising.steps import StepRow


def steps(desk: Desk, rows: Sequence[StepRow]) -> None:
    """Draw what has been done with the round, by whom and why."""
    words = desk.words
    if not rows:
        return
    st.header(words("What has been done with the round"), anchor=False)
    table(
        desk,
        page_of(desk, rows, key="skritt"),
        [
            Column(words("When"), text=lambda row: words.moment(row.at)),
            Column(words("Who"), text=lambda row: row.who),
            Column(words("What"), text=lambda row: words(row.what)),
            Column(words("Proposal"), text=lambda row: f"{row.reference} {row.title}".strip() or "–"),
            Column(words("Why"), text=lambda row: row.reason or "–"),
        ],
        alt=words("What has been done with the round, and why"),
    )


def reasons(desk: Desk, rows: Sequence[StepRow]) -> None:
    """Draw, beside what is recorded on a proposal, why it was changed."""
    for row in rows:
        said = Message(
            N_("{what} {when} by {who}: {reason}"),
            {"what": row.what, "when": row.at, "who": row.who, "reason": row.reason},
        )
        st.caption(drawn(desk, said))


def warned(desk: Desk, again: Message | None) -> None:
    """Say, where it is so, that the order was seen before marks were changed."""
    if again:
        st.warning(drawn(desk, again))
