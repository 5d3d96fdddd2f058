"""A plan is changed after readings: the owner is refused, the project's owner says yes, both stand, and owed stays owed."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from portfolio.realising.benefits import Benefit
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor

CASES = "gevinst:2026-001-1"
OWNER, PROJECT_OWNER = "person:maja-elvestadmo", "person:halvard-lyngmoen"
REASON = "Tellingen i 2024 tok med feil saker"
CHANGE = f"/gevinster?id={CASES}&endre"


def test_a_baseline_is_moved_after_readings_by_another_yes_and_what_was_owed_stays_owed(
    visit: Callable[..., Visitor], server: Server
) -> None:
    owner = visit(OWNER)
    owner.go(CHANGE)
    _fill(owner, "24", "Hvert kvartal")
    _save(owner)
    asked = owner.page.get_by_role("alert").filter(has_text="Halvard Lyngmoen, eller sekretariatet")
    expect(asked.first).to_be_visible()
    expect(_baseline(owner.page)).to_have_value("24")
    assert _versions(server) == 1

    agreeing = visit(PROJECT_OWNER)
    agreeing.go(CHANGE)
    _fill(agreeing, "24", "Hvert kvartal")
    _save(agreeing)
    expect(agreeing.page.get_by_text("Skriv hvorfor").first).to_be_visible()
    agreeing.page.get_by_label("Begrunnelse").last.fill(REASON)
    agreeing.settle()
    _save(agreeing)
    expect(agreeing.page.get_by_text("Gevinsten er lagret")).to_be_visible()
    assert _versions(server) == 2

    page = agreeing.page
    expect(page.get_by_text("Først lovet: fra 21 til 12")).to_be_visible()
    expect(page.get_by_role("heading", name="Halvard Lyngmoen")).to_be_visible()
    expect(page.get_by_text(REASON)).to_be_visible()
    changed = page.get_by_role("table").last
    for value in ("21", "24", "Hver måned", "Hvert kvartal"):
        expect(changed.get_by_role("cell", name=value, exact=True)).to_be_visible()
    expect(page.get_by_text("krevd i planen slik den var til").first).to_be_visible()

    owner.go("/malinger")
    expect(owner.page.get_by_text("krevd i planen slik den var til").first).to_be_visible()
    owner.go(f"/malinger?gevinst={CASES}&periode=2026-10")
    owner.page.get_by_label("Verdi", exact=False).first.fill("15")
    owner.page.locator("label", has_text="Målt").first.click()
    owner.settle()
    owner.page.get_by_role("button", name="Lagre").first.click()
    owner.settle()
    owner.go(f"/gevinster?id={CASES}")
    expect(owner.page.get_by_text("Venter på å bli rapportert")).to_have_count(0)


def _fill(visitor: Visitor, baseline: str, rhythm: str) -> None:
    page = visitor.page
    _baseline(page).fill(baseline)
    _baseline(page).press("Tab")
    visitor.settle()
    page.get_by_role("combobox", name="Hvor ofte").press("ArrowDown")
    page.get_by_role("option", name=rhythm).click()
    visitor.settle()


def _save(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Lagre").first.click()
    visitor.settle()


def _baseline(page: Page) -> Locator:
    return page.get_by_label("Verdi", exact=True)


def _versions(server: Server) -> int:
    database = Database(server.database)
    try:
        with database.read() as reading:
            return len(reading.versions(Benefit, CASES))
    finally:
        database.close()
