"""Turning from one screen of a page to the next: the address says where the reader is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import sleep
from typing import Any
from zlib import crc32

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk import seen
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.options import told_apart
from portfolio.pages.desk.texts import drawn, said

ELSEWHERE = N_("What you asked for is not in this list now. Shown instead: {shown}.")
TURNED = "turned"
MOMENT = 0.15
"""How long the page stands empty, in seconds: enough for the browser to draw it so."""


def asked(name: str) -> str | None:
    """Return what the address asks for by this name."""
    found = st.query_params.get(name)
    return None if found is None else str(found)


@contextmanager
def screen(desk: Desk) -> Iterator[None]:
    """Draw a screen of a page, with the word on what was done, or that a yes came to nothing.

    After a turn the old screen is taken away a moment before the new one is drawn. Else the browser would
    stay as far down as the button that was pressed.
    """
    place: Any = st
    if st.session_state.pop(TURNED, False):
        place = st.empty()
        sleep(MOMENT)
    with place.container():
        said(desk)
        word = st.container()
        try:
            yield
        finally:
            left = seen.left()
        if left:
            with word:
                seen.told(desk)


def turn(message: str | Message | None = None, **address: str | None) -> None:
    """Go on to another screen of the page, with a word on what was done. None leaves out of the address."""
    st.session_state["said"], st.session_state[TURNED] = message, True
    _write(address)
    st.rerun()


def chosen(
    desk: Desk,
    label: str,
    options: Sequence[str],
    *,
    start: str,
    param: str,
    name: Callable[[str], str],
    drop: Sequence[str] = (),
) -> str:
    """Draw a list whose choice stands in the address, and return the one chosen.

    Where the address asks for something else, such as what has left the list, it says so, and what is shown instead.

    Args:
        start: what is chosen where the address names none of the options.
        drop: what leaves the address when another is chosen.
    """
    wanted = asked(param)
    now = wanted if wanted is not None and wanted in options else start
    called = told_apart({each: name(each) for each in options})
    key = f"turn.{param}.{now}.{crc32(repr(called).encode())}"
    if wanted not in (None, now):
        st.warning(drawn(desk, Message(ELSEWHERE, {"shown": called[now]})))
    st.selectbox(
        label,
        options,
        index=options.index(now),
        format_func=called.__getitem__,
        key=key,
        on_change=_follow,
        args=(key, param, tuple(drop)),
    )
    return now


def _follow(key: str, param: str, drop: tuple[str, ...]) -> None:
    _write({param: st.session_state[key], **dict.fromkeys(drop)})


def _write(address: dict[str, str | None]) -> None:
    for name, value in address.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value
