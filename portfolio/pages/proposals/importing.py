"""Import: take the template, send it back filled in, look through what it would do, and say yes."""

import hashlib
from dataclasses import dataclass
from typing import cast

import streamlit as st

from portfolio.catalogue.strategy import goals
from portfolio.lookups.choices import every_party
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import download
from portfolio.pages.desk.texts import heading, plain
from portfolio.pages.desk.turning import screen
from portfolio.pages.proposals.faults import faults, remarks
from portfolio.pages.proposals.preview import preview
from portfolio.pages.proposals.undoing import latest
from portfolio.proposals.intake import Upload
from portfolio.sheets.filling.proposals import read_proposals
from portfolio.sheets.filling.safe import MOST_MEGABYTES
from portfolio.sheets.filling.template import template

KEPT, TURN = "import.kept", "import.turn"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was uploaded: what it says and what is wrong with it, or why it is not read at all."""

    name: str
    digest: str
    upload: Upload | None
    faults: tuple[Objection, ...]
    remarks: tuple[Objection, ...] = ()


def show(desk: Desk) -> None:
    """Show the three steps. Nothing is saved before the last."""
    with screen(desk):
        _screen(desk)


def _screen(desk: Desk) -> None:
    words = desk.words
    heading(
        desk,
        words("Import from Excel"),
        N_("Fill in the template and upload it. You see everything it would change before it is saved."),
    )
    st.header(words("1. Get the template"), anchor=False)
    _template(desk)
    st.header(words("2. Upload it, filled in"), anchor=False)
    kept = _uploaded(desk)
    if kept is None:
        latest(desk)
        return
    st.header(words("3. Look through it"), anchor=False)
    st.markdown(words("File: {name}", name=plain(kept.name)))
    if kept.upload is None or kept.faults:
        faults(desk, kept.faults, unread=kept.upload is None)
    else:
        remarks(desk, kept.remarks)
        preview(desk, kept.upload, done=_forget)


def _template(desk: Desk) -> None:
    words = desk.words

    def made() -> bytes:
        return template(words=words, parties=desk.ask(every_party), goals=goals())

    download(desk, words("Download the template (Excel)"), made, words("Template for proposals"))


def _uploaded(desk: Desk) -> Kept | None:
    """Draw the place to upload, and return the file: it is kept while the person looks at other pages."""
    words = desk.words
    key = f"import.file.{st.session_state.setdefault(TURN, 0)}"
    file = st.file_uploader(
        words("A workbook (.xlsx) of at most {most} MB", most=MOST_MEGABYTES),
        type=["xlsx"],
        max_upload_size=MOST_MEGABYTES,
        key=key,
        on_change=lambda: st.session_state.pop(KEPT, None),
    )
    if file is not None:
        _keep(desk, file.name, file.getvalue())
    return cast(Kept | None, st.session_state.get(KEPT))


def _keep(desk: Desk, name: str, content: bytes) -> None:
    """Read the file once, however often the page is drawn."""
    digest, before = hashlib.sha256(content).hexdigest(), st.session_state.get(KEPT)
    if before is not None and before.digest == digest:
        return
    with st.spinner(desk.words("Reading the workbook …")):
        try:
            found = read_proposals(
                name, content, parties=desk.ask(every_party), goals=goals(), today_year=desk.today.year
            )
        except Objection as objection:
            st.session_state[KEPT] = Kept(name, digest, None, (objection,))
        else:
            st.session_state[KEPT] = Kept(name, digest, *found)


def _forget() -> None:
    st.session_state.pop(KEPT, None)
    st.session_state[TURN] += 1
