"""Where it is all put together: settings, database, the pages, and the server around them."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from portfolio.pages import doorway
from portfolio.settings import settings
from portfolio.web.application import around

chosen = settings(os.environ, sys.argv[1:])


def now() -> datetime:
    """Return this moment: the only clock in the whole."""
    return datetime.now(UTC)


if __name__ == "__main__":
    doorway.enter(chosen, now=now)
else:
    app = st.App(
        Path(__file__),
        **around(warm=lambda: doorway.warm(chosen, at=now()), ready=lambda: doorway.alive(chosen)),
    )
