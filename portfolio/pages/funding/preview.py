"""What a sharing key would come to: the new shares beside the old, party by party, with their sums."""

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn, facts
from portfolio.pages.funding.figures import unit, written
from portfolio.parties import label
from portfolio.reports.funding.preview import NewShare, Preview


def show(desk: Desk, shown: Preview) -> None:
    """Draw what is paid, which stays, and what is not paid as it is shared now and would be."""
    words = desk.words
    st.header(words("The new shares"), anchor=False)
    if not shown.rows:
        st.info(words("The municipalities give nothing together yet, so no share changes."))
        return
    st.info(drawn(desk, _reach(shown)))
    facts(
        [
            (words("Paid, stays"), words.kroner(shown.paid)),
            (words("Not paid, as it is shared now"), words.kroner(shown.now)),
            (words("Not paid, by the new key"), words.kroner(shown.then)),
        ]
    )
    _rows(desk, shown)


def _reach(shown: Preview) -> Message:
    """Return which plans the key would share, in words."""
    if not shown.years:
        return Message(
            N_("This key moves no plans: no year with money that is not paid ends while the key applies.")
        )
    return Message(
        N_("This key shares what is not paid of {years}. Other years are shared as now."),
        {"years": ", ".join(map(str, shown.years))},
    )


def _rows(desk: Desk, shown: Preview) -> None:
    words = desk.words
    search = st.text_input(words("Find a municipality by name, number or county"), key="delsok")
    found = shown.found(search or "")
    if not found:
        st.info(words("No municipality that shares fits. Try fewer words, or the number."))
        return
    columns: list[Column[NewShare]] = [
        Column(words("Municipality"), text=lambda row: label(row.party)),
        Column(words("Paid, stays"), number=lambda row: written(desk, row.paid)),
        Column(words("Not paid, now"), number=lambda row: written(desk, row.now)),
        Column(words("Not paid, new"), number=lambda row: written(desk, row.then)),
        Column(words("Change"), number=lambda row: written(desk, row.change)),
    ]
    table(desk, page_of(desk, found, key="delside"), columns, alt=words("What each municipality would carry"))
    unit(desk)
