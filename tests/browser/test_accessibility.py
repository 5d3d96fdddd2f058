"""Every page, light and dark, wide and narrow, held against WCAG 2.1 A and AA by axe."""

from collections.abc import Callable
from itertools import groupby
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
    (SECRETARIAT, "/kontroll?runde=runde:2026-2"),
    (SECRETARIAT, "/rangering?runde=runde:2026-1&beslutning=prosjekt:2026-001"),
    (SECRETARIAT, "/import"),
    (SECRETARIAT, "/rangering"),
    (SECRETARIAT, "/historikk"),
    (SECRETARIAT, "/gevinster"),
    (SECRETARIAT, "/gevinster?id=gevinst:2026-001-1"),
    (SECRETARIAT, "/metode"),
    (SECRETARIAT, "/hvem"),
    (MEMBER, "/vurdering"),
    (MEMBER, "/rangering?runde=runde:2026-2"),
    ("person:henrik-sandvollen", "/vurdering"),
    (FINANCE, "/finansiering"),
    (FINANCE, "/finansiering?vis=parter"),
    (FINANCE, "/finansiering?prosjekt=prosjekt:2026-001"),
    (FINANCE, "/finansiering?prosjekt=prosjekt:2026-001&ny"),
    ("person:lene-bjørkmyra", "/malinger"),
    ("person:are-tangneset", "/personer"),
)
LOOKS = ((1280, False), (1280, True), (390, False), (390, True))


@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_every_page_is_free_of_violations(visit: Callable[..., Visitor], width: int, dark: bool) -> None:
    found: dict[str, Any] = {}
    for person, places in groupby(PAGES, key=lambda page: page[0]):
        visitor = visit(person, width=width, dark=dark)
        for _, path in places:
            visitor.go(path)
            for violation in Axe().run(visitor.page, options=RULES).response["violations"]:
                found[f"{path} {violation['id']}"] = [node["html"][:160] for node in violation["nodes"]]
        visitor.page.context.close()
    assert not found
