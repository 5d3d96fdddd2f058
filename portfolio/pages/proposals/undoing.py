"""The latest imports, and the way to undo one as a whole."""

from collections.abc import Sequence

import streamlit as st

from portfolio.actions.undoing import undo_import
from portfolio.given import LONGEST_LINE
from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import link
from portfolio.pages.desk.seen import yes
from portfolio.pages.desk.tables import Column, table
from portfolio.pages.desk.texts import drawn, plain, say
from portfolio.people import Verb
from portfolio.reports.imports import Import, latest_imports

WHICH, WHY, TURN = "undo.which", "undo.reason", "undo.turn"


def latest(desk: Desk) -> None:
    """Draw the latest imports, and the way to undo one of them for whoever may."""
    words = desk.words
    listed = desk.ask(latest_imports, viewer=desk.person)
    if not listed:
        return
    st.header(words("Latest imports"), anchor=False)
    table(
        desk,
        listed,
        [
            Column(words("Number"), line=lambda row: link(row.event.seq, "historikk", nr=str(row.event.seq))),
            Column(words("When"), text=lambda row: words.moment(row.event.at)),
            Column(words("Who"), text=lambda row: words.put(row.event.who)),
            Column(words("About"), text=lambda row: words.put(row.event.about)),
            Column(words("Undone"), text=lambda row: words("Yes") if row.undone else "–"),
        ],
        alt=words("The latest imports, newest first"),
    )
    standing = [each for each in listed if not each.undone]
    if standing and desk.may(Verb.UNDO_IMPORT):
        _undo(desk, standing)


def _undo(desk: Desk, standing: Sequence[Import]) -> None:
    words, turn = desk.words, st.session_state.setdefault(TURN, 0)
    by_number = {each.event.seq: each for each in standing}
    st.subheader(words("Undo an import"), anchor=False)
    st.markdown(
        words(
            "What the import brought goes, and what it changed is as before. It can be done as long as nobody has built on it. The ledger is never taken from: amounts are taken back by corrections, and a new proposal with amounts stays, stopped. The change log keeps both."
        )
    )
    number = st.selectbox(
        words("Which import"),
        list(by_number),
        format_func=lambda seq: _called(desk, by_number[seq]),
        key=f"{WHICH}.{turn}",
    )
    reason = st.text_input(words("Why it is undone (required)"), key=f"{WHY}.{turn}", max_chars=LONGEST_LINE)
    agreed = yes(words("Undo the import"), number, name="undo")
    if agreed is not None:
        _carry_out(desk, agreed, reason)


def _called(desk: Desk, each: Import) -> str:
    told = (f"{each.event.seq}", desk.words.moment(each.event.at), desk.words.put(each.event.about))
    return ", ".join(told)


def _carry_out(desk: Desk, number: int, reason: str) -> None:
    try:
        undo_import(desk.database, number, reason=reason, stamp=desk.stamp)
    except Objections as several:
        _refused(desk, several.listed)
    except Objection as one:
        _refused(desk, [one])
    else:
        st.session_state[TURN] += 1
        say(Message(N_("Import number {number} is undone."), {"number": str(number)}))


def _refused(desk: Desk, listed: Sequence[Objection]) -> None:
    """Say all that stands in the way, and that nothing is undone."""
    told = [f"- {drawn(desk, each.message)}" for each in listed]
    st.error("\n".join([plain(desk.words("Nothing is undone.")), "", *told]))
