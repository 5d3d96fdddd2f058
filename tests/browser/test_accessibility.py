"""Every page, light and dark, wide and narrow, held against WCAG 2.1 A and AA by axe."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visitor

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
SECRETARIAT, MEMBER, FINANCE = (
    "person:ingrid-solbakken",
    "person:even-kvammeland",
    "person:geir-mosengtun",
)
PAGES = (
    ("", "/"),
    (SECRETARIAT, "/"),
    (SECRETARIAT, "/forslag"),
    (SECRETARIAT, "/forslag?id=prosjekt:2026-001"),
    (SECRETARIAT, "/forslag?id=prosjekt:2026-001&endre"),
    (SECRETARIAT, "/kontroll"),
    (SECRETARIAT, "/import"),
    (SECRETARIAT, "/rangering"),
    (SECRETARIAT, "/historikk"),
    (MEMBER, "/vurdering"),
    (FINANCE, "/finansiering"),
    (FINANCE, "/finansiering?prosjekt=prosjekt:2026-001"),
    ("person:lene-bjørkmyra", "/malinger"),
    (SECRETARIAT, "/gevinster"),
    (SECRETARIAT, "/metode"),
    ("person:are-tangneset", "/personer"),
)
LOOKS = ((1280, False), (1280, True), (390, False), (390, True))


@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_every_page_is_free_of_violations(visit: Callable[..., Visitor], width: int, dark: bool) -> None:
    found: dict[str, Any] = {}
    for person, path in PAGES:
        visitor = visit(person, width=width, dark=dark)
        visitor.go(path)
        visitor.page.wait_for_timeout(400)
        for violation in Axe().run(visitor.page, options=RULES).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"]]
            found[f"{path} {violation['id']}"] = nodes
        visitor.page.context.close()
    assert not found
