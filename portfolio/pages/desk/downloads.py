"""Files to take along: one button for them all, and one rule for what they are called."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from portfolio.catalogue.exports.workbooks import exports
from portfolio.given import slug
from portfolio.messages import Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.reports.workbooks import WORKBOOKS, Asked
from portfolio.sheets.writing.refusals import refusal
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import as_now
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
        partial(made_or_refused, desk, made, kind=kind),
        file_name=file_name(desk.words, *named, kind=kind),
        mime=KINDS[kind],
        on_click="ignore",
        icon=":material/download:",
    )


def made_or_refused(desk: Desk, made: Callable[[], bytes], *, kind: str) -> bytes:
    """Return a file, or one of the same kind that says why it is not handed over.

    It is made after the page was drawn, when what was open then may be closed; nothing can be drawn on the page any more.
    """
    try:
        with desk.database.read() as reader:
            as_now(reader, desk.stamp)
        return made()
    except Objection as refused:
        said = desk.words(refused.message)
        return refusal(said) if kind == "xlsx" else said.encode("utf-8-sig")


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
    asked = _asked(desk, desk.person, year=year, round_=round_)
    made = partial(book, desk, key, year=year, round_=round_)
    download(desk, label, made, *WORKBOOKS[key].file(asked))


def book(desk: Desk, key: str, *, year: int | None = None, round_: Round | None = None) -> bytes:
    """Return one of the workbooks as the person may have it now.

    Raises:
        Objection: it is not handed over, or the person may no longer come in.
    """
    with desk.database.read() as reader:
        viewer = as_now(reader, desk.stamp).person
        report = WORKBOOKS[key].report(reader, _asked(desk, viewer, year=year, round_=round_))
    return workbook(exports()[key], report, words=desk.words)


def _asked(desk: Desk, viewer: Person, *, year: int | None, round_: Round | None) -> Asked:
    return Asked(viewer=viewer, at=desk.now(), on=desk.today, year=year, round=round_)
