"""What is wrong with a workbook: every fault with its sheet and cell, to be read here or taken along."""

import csv
import io
from collections.abc import Sequence
from functools import partial

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import download
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn
from portfolio.sheets.filling.unread import Noted
from portfolio.sheets.writing.cells import DANGEROUS


def faults(desk: Desk, listed: Sequence[Objection], *, unread: bool = False) -> None:
    """Draw every fault with its sheet and cell, and a way to take the list along."""
    words = desk.words
    if unread:
        for each in listed:
            st.error(drawn(desk, each.message))
        st.info(words("Nothing is saved."))
        return
    st.error(
        words(
            Message(
                N_("{count} fault must be mended first. Nothing is saved."),
                {"count": len(listed)},
                plural=N_("{count} faults must be mended first. Nothing is saved."),
            )
        )
    )
    st.markdown(words("Mend them in the workbook, save it, and upload it again."))
    table(
        desk,
        page_of(desk, listed, key="side"),
        [
            Column(words("Sheet"), text=_sheet),
            Column(words("Cell"), text=_cell),
            Column(words("What is wrong, and what to do"), text=lambda row: words(row.message)),
        ],
        alt=words("Faults by sheet and cell"),
    )
    made = partial(as_csv, desk, listed)
    download(desk, words("Download the list of faults"), made, Message(N_("Faults")), kind="csv")


def remarks(desk: Desk, listed: Sequence[Objection]) -> None:
    """Draw what stands in the file and is not read, and what may be meant otherwise, before anybody says yes."""
    words = desk.words
    if not listed:
        return
    serious = [each for each in listed if not isinstance(each, Noted)]
    for each in listed:
        if each not in serious:
            st.caption(drawn(desk, said(each)))
    if not serious:
        return
    st.warning(words("Look at this before you say yes: it is not read, or may be meant otherwise."))
    table(
        desk,
        page_of(desk, serious, key="merknadsside"),
        [
            Column(words("Sheet"), text=_sheet),
            Column(words("Cell"), text=_cell),
            Column(words("What to look at"), text=lambda row: words(row.message)),
        ],
        alt=words("What is not read or may be meant otherwise, by sheet and cell"),
    )


def said(objection: Objection) -> Message:
    """Return what an objection says, after where it is."""
    if not objection.about:
        return objection.message
    return Message(N_("{where}: {what}"), {"where": objection.about, "what": objection.message})


def as_csv(desk: Desk, listed: Sequence[Objection]) -> bytes:
    """Return the faults as a list that Excel opens as it is, with no cell that Excel could run."""
    words, written = desk.words, io.StringIO()
    rows = csv.writer(written, delimiter=";")
    rows.writerow([words("Sheet"), words("Cell"), words("What is wrong, and what to do")])
    for each in listed:
        cells = [_sheet(each), _cell(each), words(each.message)]
        rows.writerow([f"'{cell}" if cell.startswith(DANGEROUS) else cell for cell in cells])
    return written.getvalue().encode("utf-8-sig")


def _sheet(objection: Objection) -> str:
    sheet, _, _ = objection.about.rpartition("!")
    return sheet or "–"


def _cell(objection: Objection) -> str:
    return objection.about.rpartition("!")[2] or "–"
