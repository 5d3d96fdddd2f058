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

KINDS: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
"""The kinds of files, by how their names end."""


def download(
    desk: Desk, label: str, made: Callable[[], bytes], *named: Message | str, kind: str = "xlsx"
) -> None:
    """Draw the button for a file that is made when somebody asks for it. Its name is put together of `named`."""
    st.download_button(
        label,
        made,
        file_name=f"{'-'.join(slug(desk.words.put(part)) for part in named)}.{kind}",
        mime=KINDS[kind],
        on_click="ignore",
        icon=":material/download:",
    )


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
