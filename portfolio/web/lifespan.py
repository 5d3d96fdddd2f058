"""From start to stop: everything heavy is loaded before the first reader comes, not while they wait."""

import gc
import importlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import anyio

log = logging.getLogger(__name__)

HEAVY = ("pandas", "pyarrow", "altair", "streamlit.elements.arrow", "streamlit.elements.vega_charts")


class CouldNotStart(RuntimeError):
    """The server stops here, since no page would work."""


def warm_start(warm: Callable[[], None]) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return the lifespan: load, warm, and put what is loaded out of the rubbish collector's way."""

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(_warmed, warm)
        gc.collect()
        gc.freeze()
        yield

    return lifespan


def _warmed(warm: Callable[[], None]) -> None:
    for each in HEAVY:
        importlib.import_module(each)
    try:
        warm()
    except Exception as why:
        said = (
            f"The server could not get ready, and stops. {type(why).__name__}: {_first_line(why)} "
            "Check that the database is up, that its address is right and that it is migrated; then start again."
        )
        log.critical(said)
        raise CouldNotStart(said) from why


def _first_line(why: Exception) -> str:
    line = next(iter(str(why).strip().splitlines()), "no reason given")
    return line if line.endswith(".") else f"{line}."
