"""Whether the server can do its work now: asked by the one who decides where to send people."""

import logging
from collections.abc import Callable

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds before a silent database counts as gone."""


def readiness(ready: Callable[[], object], *, patience: float = PATIENCE) -> Route:
    """Return the address `/ready`: 200 when `ready`, which reads the end of the trail, returns in time, otherwise 503."""

    async def answer(_: Request) -> Response:
        try:
            with anyio.fail_after(patience):
                await anyio.to_thread.run_sync(ready, abandon_on_cancel=True)
        except Exception as why:
            log.warning("Not ready: %s", type(why).__name__)
            return _plain("not ready", 503)
        return _plain("ready", 200)

    return Route("/ready", answer)


def _plain(text: str, status: int) -> Response:
    return PlainTextResponse(text, status_code=status, headers={"cache-control": "no-store"})
