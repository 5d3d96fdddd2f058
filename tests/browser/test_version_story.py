"""A proposal changes during its round and after it: the round keeps what it judged, until a new version is taken in."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from portfolio.lookups.basis import bases
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor
from tests.sheets.filling.books import filled

CLOSED, OPEN = "runde:2026-1", "runde:2026-2"
DECIDED, JUDGED = "prosjekt:2026-001", "prosjekt:2026-017"
SECRETARIAT, MEMBER = "person:ingrid-solbakken", "person:marit-fjellgjerde"


def test_an_import_after_the_decision_leaves_the_closed_round_as_it_was(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    visitor = visit(SECRETARIAT)
    page = visitor.page
    visitor.go(f"/rangering?runde={CLOSED}")
    cost = _row(page, "Byggeklar – felles digital byggesak")
    _bring_in(visitor, tmp_path, "2026-001", "4601 Bergen", "Byggeklar for alle", 119_200_000)
    visitor.go(f"/rangering?runde={CLOSED}")
    assert _row(page, "Byggeklar – felles digital byggesak") == cost
    assert "119 200 000" not in page.locator("table").first.inner_text().replace("\u00a0", " ")
    expect(page.get_by_role("heading", name="Endret etter at runden åpnet")).to_be_visible()
    told = page.get_by_role("row", name="Ingrid Solbakken").inner_text().replace("\u00a0", " ")
    assert "Byggeklar for alle" in told
    assert "119 200 000" in told
    visitor.go(f"/kontroll?runde={CLOSED}&forslag={DECIDED}")
    expect(page.get_by_role("button", name="Ta inn den nye utgaven")).to_have_count(0)


def test_what_is_changed_during_the_round_is_taken_in_on_purpose_and_marks_are_confirmed(
    visit: Callable[..., Visitor], server: Server, tmp_path: Path
) -> None:
    assert _counting(server) == 8
    secretary = visit(SECRETARIAT)
    page = secretary.page
    _bring_in(
        secretary,
        tmp_path,
        "2026-017",
        "DSB",
        "Beredskap i alle ledd",
        7_000_000,
    )
    member = visit(MEMBER)
    member.go("/vurdering")
    expect(member.page.get_by_role("heading", name="Alle vurderingene dine er inne")).to_be_visible()

    secretary.go(f"/kontroll?runde={OPEN}&forslag={JUDGED}")
    expect(page.get_by_text("Endret etter at runden åpnet, sist av Ingrid Solbakken")).to_be_visible()
    page.get_by_role("button", name="Ta inn den nye utgaven").click()
    secretary.settle()
    expect(page.get_by_text("Svart på en tidligere utgave av forslaget.").first).to_be_visible()
    assert _counting(server) == 0

    member.go("/")
    member.page.get_by_role("link", name="1 forslag er endret etter at du ga karakterer").click()
    member.page.get_by_role("heading", name="Beredskap i alle ledd").wait_for()
    member.settle()
    expect(member.page.get_by_text("Se på det som er nytt, og bekreft eller endre")).to_be_visible()
    member.page.get_by_role("button", name="Lagre og neste").click()
    member.settle()
    expect(member.page.get_by_role("heading", name="Alle vurderingene dine er inne")).to_be_visible()
    assert _counting(server) == 8


def _bring_in(visitor: Visitor, folder: Path, reference: str, owner: str, title: str, cost: int) -> None:
    """Import a workbook that gives a proposal another title and cost, past the word on which rounds hold it."""
    file = folder / "endret.xlsx"
    row = {"A6": reference, "B6": title, "C6": owner}
    file.write_bytes(filled({"Forslag": row, "Kostnader": {"A6": reference, "B6": 2027, "C6": cost}}))
    visitor.go("/import")
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.page.get_by_role("button", name="Ta inn", exact=True).wait_for()
    visitor.settle()
    expect(visitor.page.get_by_text(f"{reference} vurderes i")).to_be_visible()
    visitor.page.get_by_role("button", name="Ta inn", exact=True).click()
    visitor.page.get_by_text("Arbeidsboken er tatt inn").wait_for()
    visitor.settle()


def _row(page: Page, title: str) -> str:
    return page.locator("table").first.get_by_role("row", name=title).inner_text()


def _counting(server: Server) -> int:
    """Return how many of the member's marks stand on the version that the round holds."""
    database = Database(server.database)
    try:
        with database.read() as reader:
            held = bases(reader, reader.get(Round, OPEN))[JUDGED]
            return reader.count(Mark, round=OPEN, proposal=JUDGED, member=MEMBER, upon=held.seq)
    finally:
        database.close()
