"""The whole put together: what stands around the pages."""

import asyncio
import gc

from starlette.applications import Starlette
from starlette.responses import HTMLResponse

from portfolio.web.application import around


async def _page(_):
    return HTMLResponse('<html lang="en"><div id="root">')


def test_the_shell_its_addresses_and_the_warm_start_stand_around_the_pages(ask):
    warmed = []
    given = around(warm=lambda: warmed.append(True), ready=lambda: 1)
    app = Starlette(routes=given["routes"], middleware=given["middleware"])
    app.add_route("/", _page)
    assert '<html lang="nn"' in ask(app, "/", accept_language="nn").text
    assert ask(app, "/ready").text == "ready"
    assert ask(app, "/language/nn").status == ask(app, "/person/x").status == 303
    assert ask(app, "/ready").all("content-security-policy")

    async def started():
        async with given["lifespan"](app):
            return list(warmed)

    try:
        assert asyncio.run(started()) == [True]
    finally:
        gc.unfreeze()


def test_what_nobody_foresaw_is_told_with_the_number_that_is_logged(caplog):
    shown = []
    given = around(warm=lambda: None, ready=lambda: 1, on_error=shown.append)
    assert given["on_script_error"](ValueError("Kari")) is True
    assert str(shown[0].facts["reference"]) in caplog.text
    assert "Kari" not in caplog.text
