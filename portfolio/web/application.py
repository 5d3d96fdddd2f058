"""The whole put together: what stands around the pages in Streamlit's application."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TypedDict

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
        ready: reads the end of the trail, a sign of life from the database; raises when there is none.
        on_error: shows the sentence, with its reference number, when a page fails unforeseen.
    """
    mishaps.silence_streamlits_own()
    return {
        "lifespan": warm_start(warm),
        "routes": [readiness(ready), builtin.serving(), language.choosing(), person.choosing()],
        "middleware": [Middleware(Shell)],
        "on_script_error": mishaps.reporting(on_error),
    }
