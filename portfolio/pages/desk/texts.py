"""Text on the page: what people wrote stays text, whatever signs are in it."""

import re

import streamlit as st

from portfolio.messages import Message
from portfolio.pages.desk.desk import Desk

_BREAKS = re.compile(r"[ \t\r\n\f\v]+")
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&\"'^=])")


def plain(text: object) -> str:
    """Return user text so that Markdown draws it letter for letter, on one line.

    >>> plain("![x](//evil) *b* :red[a] $x$")
    '\\\\!\\\\[x\\\\]\\\\(//evil\\\\) \\\\*b\\\\* \\\\:red\\\\[a\\\\] \\\\$x\\\\$'
    """
    return _SIGNS.sub(r"\\\1", _BREAKS.sub(" ", str(text)).strip(" "))


def drawn(desk: Desk, message: str | Message) -> str:
    """Return a message in the reader's language as Markdown, with every fact in it as plain text."""
    if isinstance(message, str):
        return desk.words(message)
    facts = {key: plain(desk.words.put(fact)) for key, fact in message.facts.items()}
    count = {"count": message.facts["count"]} if message.plural else {}
    return desk.words(Message(message.text, facts | count, message.plural))


def paragraphs(text: str) -> None:
    """Draw running text that people wrote, line breaks kept and every sign as it is."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.strip():
            st.markdown("  \n".join(plain(line) for line in block.splitlines()))


def heading(desk: Desk, title: str, lead: str | Message = "", *, example: bool = False) -> None:
    """Draw the page's only first heading, what the page is for in a sentence, and whether it is invented."""
    st.title(plain(title), anchor=False)
    example_label(desk, example)
    if lead:
        st.markdown(drawn(desk, lead))


def facts(pairs: list[tuple[str, str]]) -> None:
    """Draw labelled facts one under the other; empty ones are left out. Values are plain text."""
    lines = [f"**{plain(label)}:** {plain(value)}" for label, value in pairs if value]
    if lines:
        st.markdown("  \n".join(lines))


def example_label(desk: Desk, shown: bool) -> None:
    """Say, where invented data is shown, that it is invented."""
    if shown:
        st.badge(desk.words("Example data (invented)"), color="orange")


def said(desk: Desk) -> None:
    """Draw, once, what the last action came to."""
    message = st.session_state.pop("said", None)
    if message:
        st.success(drawn(desk, message))


def say(message: str | Message) -> None:
    """Leave a word for the next drawing of the page, and draw it anew."""
    st.session_state["said"] = message
    st.rerun()
