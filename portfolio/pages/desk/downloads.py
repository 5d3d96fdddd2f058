"""Files to take along: one button for them all, and one rule for what they are called."""

from collections.abc import Callable, Mapping

import streamlit as st

from portfolio.catalogue.exports.workbooks import exports
from portfolio.given import slug
from portfolio.messages import Message
from portfolio.pages.desk.desk import Desk
from portfolio.prioritising.rounds import Round
from portfolio.reports.workbooks import WORKBOOKS, Asked
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import Words

KINDS: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
"""The kinds of files, by how their names end."""


def download(
    desk: Desk, label: str, made: Callable[[], bytes], *named: Message | str, kind: str = "xlsx"
) -> None:
    """Draw the button for a file that is made when somebody asks for it; `named` is what it is called."""
    st.download_button(
        label,
        made,
        file_name=file_name(desk.words, *named, kind=kind),
        mime=KINDS[kind],
        on_click="ignore",
        icon=":material/download:",
    )


def file_name(words: Words, *named: Message | str, kind: str) -> str:
    """Return what a file is called: its parts in the reader's language, fit for every file system.

    >>> from portfolio.words import words
    >>> file_name(words("nb"), "Våren 2026 / bølge 2", "2026-11-23", kind="xlsx")
    'våren-2026-bølge-2-2026-11-23.xlsx'
    """
    return f"{'-'.join(slug(words.put(part)) for part in named)}.{kind}"


def take_along(
    desk: Desk, label: str, key: str, *, year: int | None = None, round_: Round | None = None
) -> None:
    """Draw the button for one of the workbooks that we hand over, of all years and rounds or of one."""
    book = WORKBOOKS[key]

    def asked() -> Asked:
        return Asked(viewer=desk.person, at=desk.now(), on=desk.today, year=year, round=round_)

    def made() -> bytes:
        with desk.database.read() as reader:
            report = book.report(reader, asked())
        return workbook(exports()[key], report, words=desk.words)

    download(desk, label, made, *book.file(asked()))
