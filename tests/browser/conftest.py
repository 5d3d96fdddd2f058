"""A real server and a real headless browser, for the stories and for accessibility."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HOME = Path(__file__).parents[2]
SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-stale=true]');
}"""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True)
class Server:
    """A running application and the database it works on."""

    url: str
    database: str


@dataclass(frozen=True)
class Visitor:
    """Somebody at a browser: goes to pages, and waits until they are drawn."""

    page: Page
    server: Server

    def go(self, path: str = "/") -> None:
        """Open a page and wait until it is drawn."""
        self.page.goto(f"{self.server.url}{path}")
        self.page.locator("h1").first.wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being drawn, and nothing more has come for a while."""
        before = -1
        while before != (now := self._drawn()):
            before = now
            self.page.wait_for_timeout(250)

    def _drawn(self) -> int:
        self.page.wait_for_function(SETTLED)
        return int(self.page.evaluate("document.querySelectorAll('*').length"))


def chromium() -> str:
    """Return the browser's path; without one the tests are skipped, except where all must run."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("chromium is missing")
    pytest.skip("chromium is missing: the browser tests are skipped")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for each module: while it is open, nothing else in the process can run an event loop."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Server]]:
    """Start the application on a database file of one's own; all are stopped at the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start(source: Path) -> Server:
        folder = tmp_path_factory.mktemp("served")
        for each in source.parent.glob(f"{source.name}*"):
            shutil.copy(each, folder / each.name)
        server = Server(f"http://localhost:{_free_port()}", f"sqlite:///{folder / source.name}")
        started.append(_start(server, folder / "log.txt"))
        return server

    yield start
    for process in started:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="module")
def server(serve: Callable[[Path], Server], filled: Path) -> Server:
    """The application with the example, fresh for each module of tests."""
    return serve(filled)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visitor]]:
    """Sit somebody down at a browser of their own."""
    contexts = []

    def sit(person: str = "", *, language: str = "nb", width: int = 1280, dark: bool = False) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="nb-NO",
            accept_downloads=True,
            bypass_csp=True,
        )
        context.set_default_timeout(20_000)
        cookies = {"language": language} | ({"person": quote(person)} if person else {})
        context.add_cookies([{"name": k, "value": v, "url": server.url} for k, v in cookies.items()])
        contexts.append(context)
        return Visitor(context.new_page(), server)

    yield sit
    for context in contexts:
        context.close()


def _start(server: Server, log: Path) -> "subprocess.Popen[bytes]":
    port = server.url.rsplit(":", 1)[1]
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port],
            cwd=HOME,
            env=os.environ | {"PORTFOLIO_DATABASE": server.database},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{server.url}/ready", timeout=1) as answer:
                if answer.status == 200:
                    return process
        except OSError:
            time.sleep(0.2)
    process.terminate()
    raise RuntimeError(f"the application did not start: {log.read_text()}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
