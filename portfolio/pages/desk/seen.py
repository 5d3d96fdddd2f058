"""A yes to what was shown: a button that sends what was drawn with it, whatever stands there when it is pressed."""

from typing import TypeVar, cast

import streamlit as st

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk

T = TypeVar("T")
AGREED = "seen.agreed."
LEFT = N_("What you said yes to is another now. Nothing is done. Look at what stands here.")


def yes(label: str, drawn: T, *, name: str, primary: bool = False) -> T | None:
    """Draw a button that says yes to what is drawn, and return what was drawn where it was pressed.

    It may differ from what is drawn now, since somebody may have changed it meanwhile: hand it to the action, which refuses.

    Args:
        drawn: what tells apart all that may be agreed to, such as a revision; never None.
        name: tells the button from the others of the page.

    Returns:
        None where it was not pressed.
    """
    st.button(
        label,
        key=f"yes.{name}.{drawn}",
        on_click=_agree,
        args=(name, drawn),
        type="primary" if primary else "secondary",
    )
    return cast(T | None, st.session_state.pop(f"{AGREED}{name}", None))


def left() -> bool:
    """Say whether somebody pressed a button that this drawing of the page has not; the press is let go of."""
    names = [key for key in st.session_state if str(key).startswith(AGREED)]
    for name in names:
        del st.session_state[name]
    return bool(names)


def told(desk: Desk) -> None:
    """Draw that a yes came to nothing, since what it was said to is there no longer."""
    st.warning(desk.words(LEFT))


def _agree(name: str, drawn: object) -> None:
    st.session_state[f"{AGREED}{name}"] = drawn
