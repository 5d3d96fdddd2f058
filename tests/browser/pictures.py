"""Takes the pictures in the README anew: `python -m tests.browser.pictures`."""

import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, HOME, Server, Visitor, _free_port, _start, chromium
from tests.conftest import _made

PICTURES = (
    ("overview", "person:ingrid-solbakken", "/", 1000),
    ("assessment", "person:even-kvammeland", "/vurdering", 1000),
    ("ranking", "person:ingrid-solbakken", "/rangering", 1000),
    ("funding", "person:geir-mosengtun", "/finansiering", 1000),
    ("measurements", "person:lene-bjørkmyra", "/malinger", 900),
)


def main() -> None:
    """Start the application on the example, and picture the pages the README shows."""
    folder = HOME / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        path = _made(Path(name) / "portfolio.db", example=True)
        server = Server(f"http://localhost:{_free_port()}", f"sqlite:///{path}")
        process = _start(server, Path(name) / "log.txt")
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for picture, person, address, height in PICTURES:
            context = browser.new_context(
                viewport={"width": 1280, "height": height}, locale="nb-NO", bypass_csp=True
            )
            cookies = {"language": "nb", "person": quote(person)}
            context.add_cookies([{"name": k, "value": v, "url": server.url} for k, v in cookies.items()])
            visitor = Visitor(context.new_page(), server)
            visitor.go(address)
            visitor.page.screenshot(path=folder / f"{picture}.png")
            context.close()
        browser.close()
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
