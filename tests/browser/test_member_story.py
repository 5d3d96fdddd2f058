"""A council member marks what is left, and sees the order when the assessment is over and not before."""

from collections.abc import Callable

from playwright.sync_api import expect

from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.reports.prioritising.assessment import queue
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor

ROUND = "runde:2026-2"
MEMBER = "person:even-kvammeland"
SECRETARIAT = "person:ingrid-solbakken"
NOT_YET = "vises når vurderingen er over"


def test_what_is_typed_survives_a_reload_before_it_is_saved(visit: Callable[..., Visitor]) -> None:
    visitor = visit("person:sissel-nordengrind", width=390)
    visitor.go("/vurdering")
    reason = visitor.page.get_by_label("Kort begrunnelse (valgfri)").first
    reason.fill("Skrevet på toget gjennom tunnelen")
    reason.blur()
    visitor.settle()
    visitor.page.reload()
    visitor.page.locator("h1").first.wait_for()
    visitor.settle()
    expect(visitor.page.get_by_label("Kort begrunnelse (valgfri)").first).to_have_value(
        "Skrevet på toget gjennom tunnelen"
    )


def test_a_member_marks_what_is_left_and_sees_the_order_when_the_assessment_is_over(
    visit: Callable[..., Visitor], server: Server
) -> None:
    visitor = visit(MEMBER)
    page = visitor.page
    visitor.go("/rangering")
    page.get_by_label("Runde", exact=True).click()
    page.get_by_role("option", name="Høsten 2026").click()
    visitor.settle()
    expect(page.get_by_text(NOT_YET)).to_be_visible()

    left = _left(server)
    assert left
    visitor.go("/vurdering")
    for place, proposal in enumerate(left):
        radios = page.get_by_role("radiogroup")
        expect(radios).to_have_count(8)
        for number in range(8):
            step = 5 if number == 7 else place % 3 + 2
            radios.nth(number).locator("label").nth(step).click()
            visitor.settle()
        expect(page.get_by_role("radio", checked=True)).to_have_count(8)
        page.get_by_role("button", name="Lagre og neste").click()
        visitor.settle()
        assert _marks(server, proposal) == 8
    visitor.go(f"/rangering?runde={ROUND}")
    expect(page.get_by_text(NOT_YET)).to_be_visible()
    _end(visit)
    visitor.go(f"/rangering?runde={ROUND}")
    expect(page.get_by_text("Plass").first).to_be_visible()
    expect(page.get_by_text(NOT_YET)).to_have_count(0)


def _end(visit: Callable[..., Visitor]) -> None:
    """Let the secretariat end the assessment, though some have something left."""
    secretariat = visit(SECRETARIAT)
    secretariat.go(f"/kontroll?runde={ROUND}")
    secretariat.page.get_by_label("Begrunnelse (påkrevd)").first.fill("Fristen er ute.")
    secretariat.page.get_by_label("Begrunnelse (påkrevd)").first.blur()
    secretariat.settle()
    secretariat.page.get_by_role("button", name="Avslutt vurderingen").click()
    secretariat.settle()


def _left(server: Server) -> tuple[str, ...]:
    database = Database(server.database)
    try:
        with database.read() as reader:
            return queue(reader, ROUND, member=reader.get(Person, MEMBER)).progress.left
    finally:
        database.close()


def _marks(server: Server, proposal: str) -> int:
    database = Database(server.database)
    try:
        with database.read() as reader:
            return reader.count(Mark, round=ROUND, proposal=proposal, member=MEMBER)
    finally:
        database.close()
