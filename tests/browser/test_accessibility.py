"""Every page, light and dark, wide and narrow, held against WCAG 2.1 A and AA by axe."""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visitor

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What may be otherwise in the dark: nothing but the colours is."""
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
GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
STILL = "!document.getAnimations().some(each => each instanceof CSSTransition)"
"""Whether nothing on the page is on its way from one colour to another."""


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_free_of_violations(visit: Callable[..., Visitor], width: int) -> None:
    found: dict[str, Any] = {}
    for person, places in groupby(PAGES, key=lambda page: page[0]):
        visitor = visit(person, width=width)
        for _, path in places:
            visitor.page.emulate_media(color_scheme="light")
            visitor.go(path)
            light = visitor.page.evaluate(GROUND)
            found |= violations(visitor, f"{path} light", rules=RULES)
            visitor.page.emulate_media(color_scheme="dark")
            visitor.page.wait_for_function(f"{GROUND} != '{light}' && {STILL}")
            found |= violations(visitor, f"{path} dark", rules=COLOURS)
        visitor.page.context.close()
    assert not found


def violations(visitor: Visitor, seen: str, *, rules: Mapping[str, Any]) -> dict[str, Any]:
    """Return what axe finds wrong on the page as it is seen, by rule."""
    told = Axe().run(visitor.page, options=dict(rules)).response["violations"]
    return {f"{seen} {each['id']}": [node["html"][:160] for node in each["nodes"]] for each in told}
