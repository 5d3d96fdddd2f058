"""Turning from one screen of a page to the next: the address says where the reader is."""

from collections.abc import Callable, Sequence

import streamlit as st

from portfolio.messages import Message


def asked(name: str) -> str | None:
    """Return what the address asks for by this name."""
    found = st.query_params.get(name)
    return None if found is None else str(found)


def turn(message: str | Message | None = None, **address: str | None) -> None:
    """Go on to another screen of the page, with a word on what was done. None leaves out of the address."""
    st.session_state["said"] = message
    _write(address)
    st.rerun()


def chosen(
    label: str,
    options: Sequence[str],
    *,
    start: str,
    param: str,
    name: Callable[[str], str],
    drop: Sequence[str] = (),
) -> str:
    """Draw a list whose choice stands in the address, and return the one chosen.

    Args:
        start: what is chosen where the address names none of the options.
        drop: what leaves the address when another is chosen.
    """
    wanted = asked(param)
    now = wanted if wanted is not None and wanted in options else start
    key = f"turn.{param}.{now}"
    st.selectbox(
        label,
        options,
        index=options.index(now),
        format_func=name,
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
