"""What a browser tells of the language of whoever sits there."""

import streamlit as st

from portfolio.given import LANGUAGES, Language

LANGUAGE = "language"
"""The cookie that holds the language chosen."""

FIRST: Language = "nb"
SPOKEN: dict[str, Language] = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def language() -> Language:
    """Return the language of whoever the page is drawn for."""
    context = st.context
    return preferred(context.cookies.get(LANGUAGE, ""), context.headers.get("Accept-Language") or "")


def preferred(chosen: str, accepted: str) -> Language:
    """Return the language chosen, else the first that the `Accept-Language` asks for and we speak, else bokmål.

    >>> preferred("nn", "en-GB,en;q=0.9")
    'nn'
    >>> preferred("", "se, nn-NO;q=0.8, nb;q=0.9")
    'nb'
    >>> preferred("", "de")
    'nb'
    """
    return known(chosen) or _asked_for(accepted) or FIRST


def known(name: str) -> Language | None:
    """Return the language of this name, or None where we do not speak it."""
    return next((each for each in LANGUAGES if each == name), None)


def _asked_for(accepted: str) -> Language | None:
    wishes = sorted((_wish(each) for each in accepted.split(",")), key=lambda wish: -wish[1])
    return next((SPOKEN[name] for name, weight in wishes if weight > 0 and name in SPOKEN), None)


def _wish(written: str) -> tuple[str, float]:
    name, _, weight = written.strip().partition(";q=")
    try:
        return name.split("-")[0].lower(), float(weight or 1)
    except ValueError:
        return "", 0.0
