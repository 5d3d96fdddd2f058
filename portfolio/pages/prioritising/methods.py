"""The method, for everyone to read: criteria, anchors, requirements, weights and sources."""

import streamlit as st

from portfolio.catalogue.methods import methods
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import heading, plain
from portfolio.prioritising.methods import Criterion, Method


def show(desk: Desk) -> None:
    """Show the version of the method that the reader chooses, the shared one first."""
    words, known = desk.words, methods()
    heading(
        desk,
        words("Method"),
        N_("How proposals are judged. A published version never changes; a new one gets a new number."),
    )
    chosen = st.selectbox(
        words("Method and version"),
        list(known),
        format_func=lambda id: f"{words.authored(known[id].name)} {known[id].version}",
        key="metode",
        bind="query-params",
    )
    if chosen:
        _one(desk, known[chosen])


def _one(desk: Desk, method: Method) -> None:
    words = desk.words
    st.markdown(plain(words.authored(method.purpose)))
    st.caption(f"{words('Source')}: {plain(method.source)}")
    st.header(words("Criteria and weights"), anchor=False)
    table(
        desk,
        method.criteria,
        [
            Column(words("Criterion"), text=lambda row: words.authored(row.name)),
            Column(words("Question"), text=lambda row: words.authored(row.question)),
            Column(words("Weight"), number=lambda row: str(row.weight)),
        ],
        alt=words("Criteria with their weights"),
    )
    st.caption(words("The weights are the council's own setting, not official weights of KS."))
    for criterion in method.criteria:
        _criterion(desk, criterion)
    if method.gates:
        _gates(desk, method)


def _criterion(desk: Desk, criterion: Criterion) -> None:
    words = desk.words
    with st.expander(plain(words.authored(criterion.name))):
        table(
            desk,
            criterion.steps,
            [
                Column(words("Step"), text=lambda row: row.mark),
                Column(words("What it means"), text=lambda row: words.authored(row.anchor)),
            ],
            alt=plain(words.authored(criterion.name)),
        )
        st.caption(f"{words('Source')}: {plain(criterion.source)}")


def _gates(desk: Desk, method: Method) -> None:
    words = desk.words
    st.header(words("Requirements checked before the marks"), anchor=False)
    table(
        desk,
        method.gates,
        [
            Column(words("Requirement"), text=lambda row: words.authored(row.name)),
            Column(words("Question"), text=lambda row: words.authored(row.question)),
            Column(
                words("If the answer is no"),
                text=lambda row: words("Kept out of the order") if row.stops else words("Shown as a remark"),
            ),
            Column(words("Source"), text=lambda row: row.source),
        ],
        alt=words("Requirements and what a no means"),
    )
