"""A key is changed after payment: what it comes to is seen first, what is paid stays, and the next payment is by the new."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.reports.checking import check
from portfolio.store.database import Database
from tests.browser.conftest import Server, Visitor

FINANCE, PROJECT = "person:geir-mosengtun", "prosjekt:2026-001"
REASON = "Alle kommuner tar løsningen i bruk."
PAID, REST = 323_760_000, 215_840_000
"""Øre that are paid of the year, and that are agreed and not paid."""


def test_a_key_is_changed_after_payment_and_the_workbook_tells_both(
    visit: Callable[..., Visitor], server: Server, tmp_path: Path
) -> None:
    visitor = visit(FINANCE)
    page, before = visitor.page, _divided(server)
    assert {key: sum(parts.values()) for key, parts in before.items()} == {"fordeling:2026-001": PAID}

    visitor.go(f"/finansiering?prosjekt={PROJECT}&nokkel")
    page.locator("label", has_text="Alle kommuner").first.click()
    visitor.settle()
    page.get_by_label("Hvorfor den endres").fill(REASON)
    _press(visitor, "Vis de nye delene")
    expect(page.get_by_role("heading", name="De nye delene")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Utbetalt, står fast")).to_be_visible()
    assert _divided(server) == before
    assert len(_keys(server)) == 1
    _press(visitor, "Ja, del det slik")
    expect(page.get_by_text("Gjelder fra første utbetaling til og med")).to_be_visible()
    expect(page.get_by_text("Gjelder det som utbetales fra og med")).to_be_visible()
    assert _divided(server) == before

    visitor.go(f"/finansiering?prosjekt={PROJECT}&flytt=2026.kommunene")
    page.locator("label", has_text="Utbetalt").last.click()
    visitor.settle()
    _press(visitor, "Før videre")
    expect(page.get_by_text("Beløpet er ført videre.")).to_be_visible()
    first, later = (each.id for each in _keys(server))
    after = _divided(server)
    assert after[first] == before[first]
    assert sum(after[later].values()) == REST
    assert len(after[later]) == 357

    parts = _workbook(visitor, tmp_path / "bok.xlsx")
    assert parts == {
        key: Counter({party: ore for party, ore in own.items() if ore}) for key, own in after.items()
    }
    database = Database(server.database)
    with database.read() as reader:
        assert [each.name.text for each in check(reader) if not each.holds] == []
        assert reader.traces(subject=PROJECT)[1].reason == REASON
    database.close()


def _press(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name).click()
    visitor.settle()


def _workbook(visitor: Visitor, path: Path) -> Mapping[str, Counter[str]]:
    """Return what the downloaded workbook says each has paid of the project in the year, in øre by key and party."""
    page: Page = visitor.page
    visitor.go("/finansiering")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Last ned Finansieringsoversikt").click()
    coming.value.save_as(path)
    book = load_workbook(path, data_only=True)
    keys = [row for row in book["Nøkler"].iter_rows(min_row=5, values_only=True) if row[0] == "2026-001"]
    assert [row[3] for row in keys] == [40, 357]
    heading, *rows = book["Utbetalt felles"].iter_rows(values_only=True)
    found: dict[str, Counter[str]] = {}
    for row in rows:
        told = dict(zip(heading, row, strict=True))
        if (told["Referanse"], told["År"]) == ("2026-001", 2026):
            own = found.setdefault(told["Nøkkel-ID"], Counter())
            own[f"kommune:{told['Nummer']}"] += round(float(told["Del av utbetalingen"]) * 100)
    return found


def _keys(server: Server) -> tuple[Sharing, ...]:
    database = Database(server.database)
    try:
        with database.read() as reader:
            return tuple(sorted(reader.all(Sharing, proposal=PROJECT), key=lambda each: each.applies_from))
    finally:
        database.close()


def _divided(server: Server) -> Mapping[str, Mapping[str, int]]:
    """Return what each has paid of the project in the year, in øre by key and party."""
    database = Database(server.database)
    try:
        with database.read() as reader:
            return {each.key: each.parts for each in reader.all(Division, proposal=PROJECT, year=2026)}
    finally:
        database.close()
