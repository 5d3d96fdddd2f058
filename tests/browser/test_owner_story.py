"""A benefit owner reports a value on a phone: few taps, little time, and sees how far it has come."""

import time
from collections.abc import Callable

from playwright.sync_api import expect

from portfolio.realising.readings import Reading
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor

OWNER = "person:lene-bjørkmyra"
ENOUGH = 120
"""Seconds: two minutes."""


def test_a_value_is_reported_on_a_phone_in_less_than_two_minutes(
    visit: Callable[..., Visitor], server: Server
) -> None:
    visitor = visit(OWNER, width=390)
    page, before, begun = visitor.page, _count(server), time.monotonic()
    visitor.go("/malinger")
    expect(page.get_by_text("over fristen").first).to_be_visible()
    page.get_by_label("Verdi", exact=False).first.fill("12,5")
    page.locator("label", has_text="Målt").first.click()
    visitor.settle()
    page.get_by_role("button", name="Lagre").first.click()
    visitor.settle()
    if page.get_by_role("button", name="Lagre").count() and _count(server) == before:
        page.locator("label", has_text="Ja").first.click()
        visitor.settle()
        page.get_by_role("button", name="Lagre").first.click()
        visitor.settle()
    assert _count(server) == before + 1
    assert time.monotonic() - begun < ENOUGH


def test_a_value_that_is_no_number_is_refused_by_the_field(visit: Callable[..., Visitor]) -> None:
    visitor = visit(OWNER, width=390)
    visitor.go("/malinger")
    visitor.page.get_by_label("Verdi", exact=False).first.fill("ca. 40")
    visitor.page.locator("label", has_text="Målt").first.click()
    visitor.settle()
    visitor.page.get_by_role("button", name="Lagre").first.click()
    visitor.settle()
    expect(visitor.page.get_by_text("er ikke et tall").first).to_be_visible()
    expect(visitor.page.get_by_label("Verdi", exact=False).first).to_have_value("ca. 40")


def _count(server: Server) -> int:
    database = Database(server.database)
    try:
        with database.read() as reading:
            return reading.count(Reading)
    finally:
        database.close()
