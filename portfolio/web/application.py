"""The whole put together: Streamlit's application with the shell around it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TypedDict

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from portfolio.messages import Message
from portfolio.web import builtin, language, mishaps, person
from portfolio.web.health import readiness
from portfolio.web.lifespan import warm_start
from portfolio.web.shell import Shell


class Around(TypedDict):
    """The arguments of `st.App` that put the shell around the pages."""

    lifespan: Callable[[object], AbstractAsyncContextManager[None]]
    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    on_script_error: Callable[[Exception], bool]


def around(
    *,
    warm: Callable[[], None],
    ready: Callable[[], object],
    on_error: Callable[[Message], None] = mishaps.on_the_page,
) -> Around:
    """Return what `st.App` needs around the pages: addresses of our own, the shell, a warm start.

    Args:
        warm: what to load before the first reader comes; raises when the server cannot work.
        ready: asks the database for a sign of life (`select 1`); raises when there is none.
        on_error: shows the sentence, with its reference number, when a page fails unforeseen.
    """
    mishaps.silence_streamlits_own()
    return {
        "lifespan": warm_start(warm),
        "routes": [readiness(ready), builtin.serving(), language.choosing(), person.choosing()],
        "middleware": [Middleware(Shell)],
        "on_script_error": mishaps.reporting(on_error),
    }


def application(script: Path, *, warm: Callable[[], None], ready: Callable[[], object]) -> st.App:
    """Return the application that serves `script`; `static/` and `.streamlit/` stand beside it."""
    return st.App(script, **around(warm=warm, ready=ready))
