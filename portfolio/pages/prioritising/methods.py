"""The method, for everyone to read: criteria, anchors, requirements, weights and sources."""

from collections.abc import Mapping

import streamlit as st

from portfolio.catalogue.methods import methods
from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import heading, plain
from portfolio.prioritising.methods import Criterion, Method, Tie, TieBreak

SETTLES: Mapping[TieBreak, str] = {
    TieBreak.CRITERION: N_(
        "The one with the better mean mark on {criterion} comes first. Without marks there, the mean of its other criteria stands in."
    ),
    TieBreak.COVERAGE: N_(
        "The one with the larger share of answers comes first. Here «don't know» counts as an answer."
    ),
    TieBreak.OPINIONS: N_(
        "The one with the larger share of opinions comes first: the marks given, of all that the members who were to mark could give. «Don't know» is no opinion."
    ),
}
"""How each rule that settles equal points is said."""


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
    _ties(desk, method)
    if method.gates:
        _gates(desk, method)


def _ties(desk: Desk, method: Method) -> None:
    """Say what settles equal points, rule by rule in the order they are asked."""
    words = desk.words
    st.header(words("Where points are equal"), anchor=False)
    rules = [f"{place}. {_tie(desk, method, tie)}" for place, tie in enumerate(method.ties, 1)]
    st.markdown("\n".join(rules))
    st.markdown(
        words("What is still equal, shares the place.")
        if rules
        else words("Proposals with the same points share the place.")
    )


def _tie(desk: Desk, method: Method, tie: Tie) -> str:
    if tie.criterion is None:
        return desk.words(SETTLES[tie.by])
    name = desk.words.authored(method.criterion(tie.criterion).name)
    return desk.words(SETTLES[tie.by], criterion=plain(name))


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
